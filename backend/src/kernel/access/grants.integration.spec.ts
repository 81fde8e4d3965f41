import type { Area } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';

describe('a consultant with the grant of a client', () => {
  let app: TestApp;
  let client: TestOrganization;
  let other: TestOrganization;
  let consultancyId: string;
  let consultant: Member;
  let trainee: Member;

  beforeAll(async () => {
    app = await TestApp.start();
    client = await app.organization('委托企业');
    other = await app.organization('别的企业');
    consultancyId = randomUUID();
    await app.database.superuser(
      `INSERT INTO organizations (id, name, kind) VALUES ($1, '良方咨询', 'consultancy')`,
      [consultancyId],
    );
  });
  // Who asks for the first time enters by what holds now; news of a new grant reaches a process a moment later.
  beforeEach(async () => {
    consultant = await app.member(consultancyId, 'consultant', 'consultancy');
    trainee = await app.member(consultancyId, 'viewer', 'consultancy');
  });
  afterAll(() => app.stop());

  async function grant(readable: readonly Area[], writable: readonly Area[]): Promise<void> {
    await app.database.superuser('DELETE FROM access_grants WHERE grantee_id = $1', [
      consultancyId,
    ]);
    await app.database.superuser(
      `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable, ends_at, given_by, given_by_name)
       VALUES ($1, gen_random_uuid(), $2, '良方咨询', $3, $4, now() + interval '1 day', $5, '王芳')`,
      [client.organizationId, consultancyId, readable, writable, client.userId],
    );
  }

  const standard = (): object => ({
    number: `Q/A ${randomUUID().slice(0, 4)}-2026`,
    title: '规程',
  });

  it('finds nothing without one', async () => {
    expect((await consultant.api.get(client.path)).status).toBe(404);
  });

  it('reads and writes in the areas that are opened, and is refused elsewhere', async () => {
    await grant(['register', 'system'], ['register']);
    const { api } = consultant;
    expect((await api.get(client.path)).body).toMatchObject({
      name: '委托企业',
      role: 'consultant',
    });
    expect((await api.post(`${client.path}/standards`, standard())).status).toBe(201);
    expect((await api.get(`${client.path}/standards`)).status).toBe(200);
    expect((await api.get(`${client.path}/systems`)).status).toBe(200);
    expect((await api.post(`${client.path}/systems`, {})).status).toBe(403);
    for (const closed of ['evidence', 'profile', 'members', 'overview'])
      expect([closed, (await api.get(`${client.path}/${closed}`)).status]).toEqual([closed, 403]);
    expect((await api.get(other.path)).status).toBe(404);
  });

  it('only reads where that is all that the own organization lets them do', async () => {
    await grant(['register'], ['register']);
    expect((await trainee.api.get(`${client.path}/standards`)).status).toBe(200);
    expect((await trainee.api.post(`${client.path}/standards`, standard())).status).toBe(403);
  });

  it('leaves their name, their organization and the grant in the trail', async () => {
    await grant(['register'], ['register']);
    const [given] = await app.database.superuser<{ id: string }>('SELECT id FROM access_grants');
    expect((await consultant.api.post(`${client.path}/standards`, standard())).status).toBe(201);
    const lines = await app.database.superuser(
      `SELECT actor_id, acting_id, grant_id FROM audit_events
       WHERE organization_id = $1 AND action = 'standards.registered' ORDER BY id DESC LIMIT 1`,
      [client.organizationId],
    );
    expect(lines).toEqual([
      { actor_id: consultant.userId, acting_id: consultancyId, grant_id: given?.id },
    ]);
  });

  it('is shut out by the next click once it is revoked, whatever the process remembers', async () => {
    await grant(['register'], ['register']);
    expect((await consultant.api.get(`${client.path}/standards`)).status).toBe(200);
    await app.database.superuser('UPDATE access_grants SET revoked_at = now()');
    for (const answer of [
      await consultant.api.get(`${client.path}/standards`),
      await consultant.api.post(`${client.path}/standards`, standard()),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('is no way back for who left the consultancy', async () => {
    await grant(['register'], ['register']);
    const leaver = await app.member(consultancyId, 'consultant', 'consultancy');
    expect((await leaver.api.get(`${client.path}/standards`)).status).toBe(200);
    await app.database.superuser('DELETE FROM memberships WHERE user_id = $1', [leaver.userId]);
    expect((await leaver.api.get(`${client.path}/standards`)).status).toBe(404);
  });
});
