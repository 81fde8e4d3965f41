import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../../../testing/api-client';
import { TestApp, type Member } from '../../../testing/test-app';
import type { PlatformOrganizationDto } from './platform-organization.dto';

const platform = '/api/platform/organizations';

describe('an organization that the platform looks after', () => {
  let app: TestApp;
  let administrator: ApiClient;
  let owner: Member;
  let id: string;

  beforeAll(async () => {
    app = await TestApp.start({ PLATFORM_ADMINISTRATORS: 'admin@example.com' });
    const { api, userId } = await app.organization('平台');
    administrator = api;
    await app.database.superuser(`UPDATE users SET email = 'admin@example.com' WHERE id = $1`, [
      userId,
    ]);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    id = randomUUID();
    await app.database.superuser(
      `INSERT INTO organizations (id, name, kind) VALUES ($1, '良方咨询', 'consultancy')`,
      [id],
    );
    owner = await app.member(id, 'owner', 'consultancy');
  });

  const seen = async (): Promise<PlatformOrganizationDto> =>
    (await administrator.get<PlatformOrganizationDto>(`${platform}/${id}`)).body;
  const set = async (quotas: object[], at = id) =>
    administrator.put<PlatformOrganizationDto>(
      `${platform}/${at}/quotas`,
      { quotas },
      { ifMatch: (await seen()).version },
    );

  it('stands in the trails by its id as it is stored, however the address is written', async () => {
    const typed = id.toUpperCase();
    const documentId = randomUUID();
    const key = `${id}/application/${documentId}`;
    await app.database.superuser(
      `INSERT INTO application_documents (organization_id, id, file_name, media_type, size, sha256,
         storage_key, uploaded_by, uploaded_by_name)
       VALUES ($1, $2, '执照.pdf', 'application/pdf', 5, '-', $3, $4, '王芳')`,
      [id, documentId, key, owner.userId],
    );
    const content = `${platform}/${typed}/documents/${documentId.toUpperCase()}/content`;
    await administrator.fetch('GET', content);
    const asked = { move: 'suspend', reason: '逾期' };
    const { version: ifMatch } = await seen();
    const moved = await administrator.post(`${platform}/${typed}/moves`, asked, { ifMatch });
    expect([moved.status, (await set([{ name: 'members', most: 3 }], typed)).status]).toEqual([
      200, 200,
    ]);
    const trail = await administrator.get<{ lines: { action: string }[] }>(
      `/api/platform/trail?part=organizations&subjectId=${id}`,
    );
    expect(trail.body.lines.map(({ action }) => action)).toEqual([
      'organization.quotas_set',
      'organization.suspended',
      'organization.document_read',
    ]);
  });

  it('is held to a quota of its own, and to the setting again where that goes', async () => {
    const limited = await set([{ name: 'open_invitations', most: 1 }]);
    expect(limited.body.limits).toContainEqual({ name: 'open_invitations', own: 1, usual: 50 });
    const invite = (email: string) =>
      owner.api.post(`/api/organizations/${id}/members`, { email, role: 'consultant' });
    expect((await invite('a@example.com')).status).toBe(201);
    expect(await invite('b@example.com')).toMatchObject({
      status: 409,
      body: { code: 'quota_open_invitations', title: '未接受的邀请最多 1 份' },
    });
    await set([]);
    expect((await invite('b@example.com')).status).toBe(201);
    expect(await invite('c@example.com').then(({ status }) => status)).toBe(201);
    const wrong = await set([{ name: 'nothing', most: 1 }]);
    expect(wrong.status).toBe(422);
    const editor = { email: 'd@example.com', role: 'editor' };
    expect((await owner.api.post(`/api/organizations/${id}/members`, editor)).status).toBe(422);
  });

  it('keeps its version where its quotas are set as they are', async () => {
    const quotas = [{ name: 'members', most: 3 }];
    const first = await set(quotas);
    const again = await set(quotas);
    expect([again.status, again.body.version]).toEqual([200, first.body.version]);
    const lines = await app.database.superuser(
      `SELECT FROM audit_events WHERE organization_id = $1 AND action = 'organizations.quotas_set'`,
      [id],
    );
    expect(lines).toHaveLength(1);
  });
});
