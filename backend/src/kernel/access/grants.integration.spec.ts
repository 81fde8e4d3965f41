import { PDFDocument } from '@cantoo/pdf-lib';
import type { Area } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { SESSION_COOKIE } from './cookies';
import { Identities } from './identity';
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
    await publishShippedSchemes(app.database);
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
    await app.assign(consultancyId, client.organizationId, consultant, trainee);
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
    // Word of the grant is on its way; what the server would open meanwhile is not what is tried here.
    for (const { api } of [consultant, trainee])
      await app.app.get(Identities).findNow(String(api.cookies.get(SESSION_COOKIE)));
  }

  /** A file of the client. @returns its id */
  async function upload(): Promise<string> {
    const document = await PDFDocument.create();
    document.setSubject(randomUUID());
    document.addPage();
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(await document.save())]), '方针.pdf');
    return (await client.api.post<{ id: string }>(`${client.path}/evidence`, form)).body.id;
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

  it('writes what belongs to an evaluation that it only reads, until that is closed', async () => {
    const { api } = consultant;
    const { path } = client;
    const begun = { title: '2026 年', schemeId: 'gb-t-19273-2017' };
    const made = await client.api.post<{ id: string; version: number }>(
      `${path}/assessments`,
      begun,
    );
    const { id: assessmentId, version } = made.body;
    const opened = ['evidence', 'improvements', 'dossier'] as const;
    await grant(['assessment', ...opened], opened);
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.4\n%%EOF\n']), '方针.pdf');
    const file = await api.post<{ id: string }>(`${path}/evidence`, form);
    const writes: readonly (() => Promise<{ status: number }>)[] = [
      () => api.put(`${path}/evidence/${file.body.id}/links`, { assessmentId, itemId: '1.1.1' }),
      () =>
        api.put(
          `${path}/assessments/${assessmentId}/attachments`,
          { attachments: [] },
          { ifMatch: 0 },
        ),
    ];
    const statuses = async (): Promise<number[]> => {
      const found: number[] = [];
      for (const write of writes) found.push((await write()).status);
      return found;
    };
    expect(await statuses()).toEqual([200, 200]);
    const action = { assessmentId, itemId: '1.1.1', finding: '缺记录' };
    expect((await api.post(`${path}/corrective-actions`, action)).status).toBe(201);
    const moves = `${path}/assessments/${assessmentId}/moves`;
    expect((await api.post(moves, { move: 'close' }, { ifMatch: version })).status).toBe(403);
    await client.api.post(moves, { move: 'close' }, { ifMatch: version });
    expect(await statuses()).toEqual([409, 409]);
  });

  it('changes no file that proves an evaluation that the grant does not show', async () => {
    const { path } = client;
    const made = await client.api.post<{ id: string }>(`${path}/assessments`, {
      title: '看不到的',
      schemeId: 'gsp-2004',
    });
    const id = await upload();
    await grant(['evidence'], ['evidence']);
    const change = (title: string, ifMatch: number) =>
      consultant.api.patch(`${path}/evidence/${id}`, { title }, { ifMatch });
    const isUnseen = async (): Promise<boolean | undefined> => {
      const { body } = await consultant.api.get<{
        files: { id: string; isServingUnseen: boolean }[];
      }>(`${path}/evidence-library`);
      return body.files.find((file) => file.id === id)?.isServingUnseen;
    };
    expect([await isUnseen(), (await change('改过', 1)).status]).toEqual([false, 200]);
    await client.api.put(`${path}/evidence/${id}/links`, {
      assessmentId: made.body.id,
      itemId: '1.4',
    });
    expect(await isUnseen()).toBe(true);
    const removed = consultant.api.delete(`${path}/evidence/${id}`, undefined, { ifMatch: 2 });
    for (const refused of [await change('再改', 2), await removed])
      expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('attaches files that it only reads to a dossier, which then keeps them', async () => {
    const { path } = client;
    const made = await client.api.post<{ id: string }>(`${path}/assessments`, {
      title: '2026 年',
      schemeId: 'gsp-2004',
    });
    const evidenceId = await upload();
    await grant(['assessment', 'evidence', 'dossier'], ['dossier']);
    const attached = await consultant.api.put(
      `${path}/assessments/${made.body.id}/attachments`,
      { attachments: [{ evidenceId, revision: 1, kind: 'other' }] },
      { ifMatch: 0 },
    );
    expect(attached.status).toBe(200);
    const removed = client.api.delete(`${path}/evidence/${evidenceId}`, undefined, { ifMatch: 1 });
    expect(await removed).toMatchObject({ status: 409, body: { code: 'evidence_attached' } });
  });

  it('is refused what would write in an area beside its own', async () => {
    const { path } = client;
    const begun = { title: '2026 年', schemeId: 'gsp-2004' };
    const made = await client.api.post<{ id: string }>(`${path}/assessments`, begun);
    const training = { content: '标准化法宣贯', heldOn: '2026-03-01', people: 25, effect: '合格' };
    const prove = () =>
      consultant.api.post(`${path}/records/trainings/evidence`, { assessmentId: made.body.id });
    await grant(['assessment', 'profile', 'evidence', 'records'], ['records']);
    expect(
      (await consultant.api.post(`${path}/records/trainings`, { fields: training })).status,
    ).toBe(201);
    expect(await prove()).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    await grant(['assessment', 'profile', 'evidence', 'records'], ['records', 'evidence']);
    expect((await prove()).status).toBe(200);
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

  it('lets in owners of the consultancy, and of the others who is assigned, until they are no more', async () => {
    await grant(['register'], ['register']);
    const [owner, other] = [
      await app.member(consultancyId, 'owner', 'consultancy'),
      await app.member(consultancyId, 'consultant', 'consultancy'),
    ];
    const statuses = async (): Promise<number[]> => [
      (await owner.api.get(`${client.path}/standards`)).status,
      (await consultant.api.get(`${client.path}/standards`)).status,
      (await other.api.get(`${client.path}/standards`)).status,
    ];
    expect(await statuses()).toEqual([200, 200, 404]);
    await app.database.superuser('DELETE FROM client_assignments WHERE user_id = $1', [
      consultant.userId,
    ]);
    expect(await statuses()).toEqual([200, 404, 404]);
  });

  it('is no way back for who left the consultancy', async () => {
    await grant(['register'], ['register']);
    const leaver = await app.member(consultancyId, 'consultant', 'consultancy');
    await app.assign(consultancyId, client.organizationId, leaver);
    expect((await leaver.api.get(`${client.path}/standards`)).status).toBe(200);
    await app.database.superuser('DELETE FROM memberships WHERE user_id = $1', [leaver.userId]);
    expect((await leaver.api.get(`${client.path}/standards`)).status).toBe(404);
  });
});
