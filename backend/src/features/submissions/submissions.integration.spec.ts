import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Storage } from '../../kernel';
import { JobWorker } from '../../kernel/jobs/job-worker';
import { loadSample } from '../../sample/load-sample';
import { packsFolder, publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import { BUILD_DOSSIER, OrderDossier } from '../dossiers';
import { readMaterial, scoreMaterial } from '../dossiers/pure';
import { DELIVER_TO_BODY, DELIVER_TO_ENTERPRISE, SEND_AGAIN } from '../letters';

interface Letter {
  readonly writtenBy: string;
  readonly number: number;
  readonly kind: string;
  readonly text: string;
  readonly isDelivered: boolean;
}

interface Seen {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly caseNumber: string;
  readonly letters: readonly Letter[];
}

interface SeenCase extends Seen {
  readonly number: string;
  readonly enterpriseName: string;
  readonly material: number;
  readonly materials: readonly { readonly pdfSha256: string; readonly dossierNumber: number }[];
  readonly files: readonly {
    readonly evidenceId: string;
    readonly revision: number;
    readonly sha256: string;
    readonly isThere: boolean;
  }[];
}

interface Problem {
  readonly code: string;
}

let app: TestApp;
let owner: Member;
let at: string;
let organizationId: string;
let assessmentId: string;
let body: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  const folder = join(packsFolder, '../../../backend/samples');
  await loadSample({ app: app.app, worker: await app.jobs(), folder, editions: ['2003'] });
  const [row] = await app.database.superuser<{ organization_id: string; id: string }>(
    'SELECT organization_id, id FROM assessments',
  );
  organizationId = String(row?.organization_id);
  assessmentId = String(row?.id);
  owner = await app.member(organizationId, 'owner');
  at = `/api/organizations/${organizationId}/submissions`;
  body = await app.body();
  await accepting(body);
}, 120_000);
afterAll(() => app.stop());

async function accepting(taking: TestOrganization): Promise<void> {
  const facts = { introduction: '', contact: '', fees: '面议', materials: [], isAccepting: true };
  await taking.api.put(`${taking.path}/body-profile`, facts, { ifMatch: 0 });
}

async function builtDossier(): Promise<string> {
  const { id } = await app.app.get(OrderDossier).execute(owner.context, assessmentId);
  await app.runJobs(BUILD_DOSSIER, 1);
  return id;
}

/** Until no letter is on its way. */
async function deliver(): Promise<void> {
  while ((await app.runJobs(DELIVER_TO_BODY)) + (await app.runJobs(DELIVER_TO_ENTERPRISE)) > 0);
}

async function submitted(to = body): Promise<string> {
  const dossierId = await builtDossier();
  const asked = { dossierId, bodyId: to.organizationId, text: '请审核' };
  const { status, body: made } = await owner.api.post<Seen>(at, asked);
  expect(status).toBe(201);
  await deliver();
  return made.id;
}

const seenByEnterprise = async (id: string): Promise<Seen> =>
  (await owner.api.get<Seen>(`${at}/${id}`)).body;

const seenByBody = async (id: string, by = body): Promise<SeenCase> =>
  (await by.api.get<SeenCase>(`${by.path}/cases/${id}`)).body;

/** @param version that was looked at; left out: the newest */
async function withdraw(id: string, { api } = owner, version?: number) {
  const ifMatch = version ?? (await seenByEnterprise(id)).version;
  return api.post<Problem>(`${at}/${id}/withdrawal`, { text: '' }, { ifMatch });
}

async function move(id: string, asked: object): Promise<number> {
  const { version } = await seenByBody(id);
  const path = `${body.path}/cases/${id}/moves`;
  const { status } = await body.api.post(path, { text: '', ...asked }, { ifMatch: version });
  await deliver();
  return status;
}

describe('an application', () => {
  it('reaches the body as a copy of its own: the same bytes, the same score', async () => {
    const id = await submitted();
    const found = await seenByBody(id);
    expect(found).toMatchObject({ state: 'received', material: 1 });
    expect(found.number).toMatch(/^20\d\d-\d{4}$/);
    expect(await seenByEnterprise(id)).toMatchObject({
      ...{ state: 'received', caseNumber: found.number },
      letters: [
        { kind: 'submitted', text: '请审核', isDelivered: true },
        { kind: 'received', writtenBy: 'body', isDelivered: true },
      ],
    });
    const pdf = await body.api.fetch('GET', `${body.path}/cases/${id}/materials/1/pdf`);
    const sha256 = createHash('sha256')
      .update(Buffer.from(await pdf.arrayBuffer()))
      .digest('hex');
    const [row] = await app.database.superuser<{
      sha256: string;
      material: string;
      mine: string;
      total: number;
      own_total: number;
    }>(
      `SELECT d.sha256, d.material, m.material AS mine, m.total, d.total AS own_total FROM case_materials m
       JOIN submissions s ON s.id = m.case_id JOIN dossiers d ON d.id = s.dossier_id WHERE m.case_id = $1`,
      [id],
    );
    expect(sha256).toBe(row?.sha256);
    expect(row?.mine).toBe(row?.material);
    expect(row?.total).toBe(row?.own_total);
    expect(scoreMaterial(readMaterial(String(row?.mine))).total).toBe(row?.total);
    const [file] = found.files;
    expect(found.files.every(({ isThere }) => isThere)).toBe(true);
    const path = `${body.path}/cases/${id}/materials/1/files/${String(file?.evidenceId)}/${String(file?.revision)}`;
    const evidence = await body.api.fetch('GET', path);
    const content = Buffer.from(await evidence.arrayBuffer());
    expect(createHash('sha256').update(content).digest('hex')).toBe(file?.sha256);
    const keys = await app.database.superuser<{ key: string }>(
      'SELECT storage_key AS key FROM case_files WHERE case_id = $1',
      [id],
    );
    expect(keys.every(({ key }) => key.startsWith(`${body.organizationId}/`))).toBe(true);
    await withdraw(id);
    await deliver();
  });

  it('goes its way by letters, and both sides see the same state', async () => {
    const id = await submitted();
    expect(await move(id, { move: 'start_check' })).toBe(200);
    expect((await seenByEnterprise(id)).state).toBe('checking');
    const { version } = await seenByBody(id);
    const question = { text: '厂区有几处？', due: '2027-01-15' };
    await body.api.post(`${body.path}/cases/${id}/questions`, question, { ifMatch: version });
    await deliver();
    const asked = (await seenByEnterprise(id)).letters.find(({ kind }) => kind === 'asked');
    const answer = { answers: asked?.number, text: '两处' };
    expect((await owner.api.post(`${at}/${id}/answers`, answer)).status).toBe(201);
    const again = await owner.api.post<Problem>(`${at}/${id}/answers`, answer);
    expect([again.status, again.body.code]).toEqual([409, 'question_unknown']);
    await deliver();
    expect((await seenByBody(id)).letters.map(({ kind }) => kind)).toEqual([
      ...['submitted', 'received', 'check_started', 'asked', 'answered'],
    ]);
    const missing = [{ part: '营业执照', note: '已过期' }];
    expect(await move(id, { move: 'request_correction', missing, due: '2027-01-15' })).toBe(200);
    expect((await seenByEnterprise(id)).state).toBe('correcting');

    await app.database.superuser(`UPDATE assessments SET conclusion = '补正后的结论'`);
    const dossierId = await builtDossier();
    const corrected = await owner.api.post(`${at}/${id}/corrections`, { dossierId, text: '已补' });
    expect(corrected.status).toBe(201);
    await deliver();
    const found = await seenByBody(id);
    expect(found).toMatchObject({ state: 'checking', material: 2 });
    const changes = await body.api.get(`${body.path}/cases/${id}/materials/2/changes`);
    expect(changes).toMatchObject({
      status: 200,
      body: { items: [], standards: [], parts: ['assessment'] },
    });
    expect(await move(id, { move: 'accept' })).toBe(200);
    expect((await seenByEnterprise(id)).state).toBe('accepted');
    await withdraw(id);
    await deliver();
    expect([(await seenByEnterprise(id)).state, (await seenByBody(id)).state]).toEqual([
      ...['withdrawn', 'withdrawn'],
    ]);
  });

  it('is one at a time of an evaluation at a body, and may go to another one', async () => {
    const id = await submitted();
    const dossierId = await builtDossier();
    const second = { dossierId, bodyId: body.organizationId, text: '' };
    const refused = await owner.api.post<Problem>(at, second);
    expect([refused.status, refused.body.code]).toEqual([409, 'dossier_submitted']);
    const { version } = await seenByEnterprise(id);
    const both = await Promise.all([1, 2].map(() => withdraw(id, owner, version)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    await deliver();
  });

  it('is refused by a body that takes none, with a dossier that is not built, or from elsewhere', async () => {
    const dossierId = await builtDossier();
    const closed = await app.body('不接收的机构');
    const codeOf = async (asked: object): Promise<unknown[]> => {
      const { status, body: said } = await owner.api.post<Problem>(at, { text: '', ...asked });
      return [status, said.code];
    };
    const bodyId = body.organizationId;
    expect(await codeOf({ dossierId, bodyId: closed.organizationId })).toEqual([
      ...[409, 'body_not_accepting'],
    ]);
    const { id: unbuilt } = await app.app.get(OrderDossier).execute(owner.context, assessmentId);
    expect(await codeOf({ dossierId: unbuilt, bodyId })).toEqual([409, 'dossier_not_ready']);
    expect(await codeOf({ dossierId: body.organizationId, bodyId })).toEqual([404, 'not_found']);
    await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
      bodyId,
    ]);
    expect(await codeOf({ dossierId, bodyId })).toEqual([409, 'body_not_accepting']);
    await app.database.superuser(`UPDATE organizations SET state = 'open' WHERE id = $1`, [bodyId]);
  });

  it('comes to one state where the body rejects while the enterprise withdraws', async () => {
    const id = await submitted();
    const { version } = await seenByBody(id);
    const [rejected, withdrawn] = await Promise.all([
      body.api.post(
        `${body.path}/cases/${id}/moves`,
        { move: 'reject', text: '不在受理范围' },
        { ifMatch: version },
      ),
      withdraw(id),
    ]);
    expect([rejected.status, withdrawn.status]).toEqual([200, 201]);
    await deliver();
    expect([(await seenByEnterprise(id)).state, (await seenByBody(id)).state]).toEqual([
      ...['rejected', 'rejected'],
    ]);
  });

  it('is not withdrawn by who has not seen that it moved on', async () => {
    const id = await submitted();
    const { version } = await seenByEnterprise(id);
    const unseen = await owner.api.post(`${at}/${id}/withdrawal`, { text: '' });
    expect(unseen.status).toBe(428);
    expect(await move(id, { move: 'start_check' })).toBe(200);
    const { status, body: said } = await withdraw(id, owner, version);
    expect([status, said]).toMatchObject([
      409,
      { code: 'version_conflict', current: { id, state: 'checking' } },
    ]);
    expect((await withdraw(id)).status).toBe(201);
    const [line] = await app.database.superuser(
      `SELECT details FROM audit_events WHERE action = 'submission.sent' AND subject_id = $1`,
      [id],
    );
    expect(line).toEqual({ details: { body: '江南评价中心', dossierNumber: expect.any(Number) } });
    await deliver();
  });

  it('keeps every letter once, however often, late or out of order the jobs run', async () => {
    const other = await app.body('第二家评价机构');
    await accepting(other);
    const dossierId = await builtDossier();
    const asked = { dossierId, bodyId: other.organizationId, text: '' };
    const { body: made } = await owner.api.post<Seen>(at, asked);
    await withdraw(made.id);
    // The jobs are lost; the sweep finds the letters a while later.
    await app.database.superuser(`DELETE FROM pgboss.job WHERE name LIKE 'letters.%'`);
    await app.database.superuser(
      `UPDATE letters SET written_at = written_at - interval '1 hour' WHERE case_id = $1`,
      [made.id],
    );
    await sendAgain();
    await deliver();
    const found = await seenByBody(made.id, other);
    expect(found.state).toBe('withdrawn');
    expect(found.letters.map(({ kind }) => kind).sort()).toEqual(
      ['submitted', 'received', 'withdrawn'].sort(),
    );
    expect(await seenByEnterprise(made.id)).toMatchObject({ state: 'withdrawn' });
    expect((await seenByEnterprise(made.id)).letters.every(({ isDelivered }) => isDelivered)).toBe(
      true,
    );
  });

  it('waits for a suspended body, and arrives when it is open again', async () => {
    const third = await app.body('第三家评价机构');
    await accepting(third);
    const dossierId = await builtDossier();
    const asked = { dossierId, bodyId: third.organizationId, text: '' };
    const { body: made } = await owner.api.post<Seen>(at, asked);
    const state = (to: string) =>
      app.database.superuser('UPDATE organizations SET state = $2 WHERE id = $1', [
        ...[third.organizationId, to],
      ]);
    await state('suspended');
    await deliver();
    expect((await seenByEnterprise(made.id)).state).toBe('submitted');
    await state('open');
    await app.database.superuser(
      `UPDATE letters SET written_at = written_at - interval '1 hour' WHERE case_id = $1`,
      [made.id],
    );
    await sendAgain();
    await deliver();
    expect((await seenByBody(made.id, third)).state).toBe('received');
  });

  it('arrives without what the store has lost, and says so', async () => {
    const dossierId = await builtDossier();
    const [file] = await app.database.superuser<{ storage_key: string }>(
      `SELECT r.storage_key FROM evidence_holds h JOIN evidence_revisions r
         ON r.evidence_id = h.evidence_id AND r.revision = h.revision
       WHERE h.holder_id = $1 ORDER BY r.storage_key LIMIT 1`,
      [dossierId],
    );
    const [pdf] = await app.database.superuser<{ storage_key: string }>(
      'SELECT storage_key FROM dossiers WHERE id = $1',
      [dossierId],
    );
    const storage = (await app.jobs()).get(Storage);
    for (const one of [file, pdf]) await storage.remove(String(one?.storage_key));
    const fourth = await app.body('第四家评价机构');
    await accepting(fourth);
    const asked = { dossierId, bodyId: fourth.organizationId, text: '' };
    const { body: made } = await owner.api.post<Seen>(at, asked);
    await deliver();
    const found = await seenByBody(made.id, fourth);
    expect(found).toMatchObject({ state: 'received', materials: [{ hasPdf: false }] });
    expect(found.files.filter(({ isThere }) => !isThere)).toHaveLength(1);
    const opened = await fourth.api.get<Problem>(`${fourth.path}/cases/${made.id}/materials/1/pdf`);
    expect([opened.status, opened.body.code]).toEqual([404, 'case_file_missing']);
  });

  it('is brought once by two jobs at the same time', async () => {
    const fifth = await app.body('第五家评价机构');
    await accepting(fifth);
    const dossierId = await builtDossier();
    const asked = { dossierId, bodyId: fifth.organizationId, text: '' };
    const { body: made } = await owner.api.post<Seen>(at, asked);
    const worker = (await app.jobs()).get(JobWorker);
    const found = worker.handlers().find(({ kind }) => kind.name === DELIVER_TO_BODY.name);
    const context = { ...owner.context, userId: '', userName: '' };
    const delivery = { context, caseId: made.id, addresseeId: fifth.organizationId };
    const bring = () => found?.handler.handle(delivery, new AbortController().signal);
    await Promise.all([bring(), bring(), bring()]);
    await deliver();
    const { letters, number } = await seenByBody(made.id, fifth);
    expect(letters.map(({ kind }) => kind)).toEqual(['submitted', 'received']);
    expect(number).toMatch(/-0001$/);
  });

  it('is told as lost where its body is no more', async () => {
    const sixth = await app.body('第六家评价机构');
    await accepting(sixth);
    const dossierId = await builtDossier();
    const asked = { dossierId, bodyId: sixth.organizationId, text: '' };
    const { body: made } = await owner.api.post<Seen>(at, asked);
    await app.database.superuser(
      `UPDATE organizations SET state = 'deleted', closed_as = 'open', closed_reason = '', closed_by_name = ''
       WHERE id = $1`,
      [sixth.organizationId],
    );
    await deliver();
    expect(await seenByEnterprise(made.id)).toMatchObject({
      ...{ state: 'submitted', letters: [{ isLost: true, isDelivered: false }] },
    });
  });

  it('has materials by numbers that there are', async () => {
    const id = await submitted();
    const cases = `${body.path}/cases/${id}/materials`;
    for (const number of ['0', '2', '2147483648', '-1', '1e9'])
      expect([400, 404]).toContain((await body.api.get(`${cases}/${number}/pdf`)).status);
    await withdraw(id);
    await deliver();
  });

  it('is of nobody but its enterprise and its body', async () => {
    const id = await submitted();
    const stranger = await app.body('无关机构');
    const enterprise = await app.organization();
    for (const { api, path } of [stranger, enterprise])
      for (const one of [
        `${path}/cases/${id}`,
        `${path}/submissions/${id}`,
        `${body.path}/cases/${id}`,
        `${at}/${id}`,
      ])
        expect([403, 404]).toContain((await api.get(one)).status);
    const assessor = await app.member(body.organizationId, 'assessor', 'assessment_body');
    expect((await assessor.api.get(`${body.path}/cases/${id}`)).status).toBe(200);
    const { status } = await assessor.api.post(
      `${body.path}/cases/${id}/moves`,
      { move: 'start_check', text: '' },
      { ifMatch: 1 },
    );
    expect(status).toBe(403);
    const viewer = await app.member(organizationId, 'viewer');
    expect((await viewer.api.get(`${at}/${id}`)).status).toBe(200);
    expect((await withdraw(id, viewer)).status).toBe(403);
  });
});

async function sendAgain(): Promise<void> {
  const worker = (await app.jobs()).get(JobWorker);
  const found = worker.handlers().find(({ kind }) => kind.name === SEND_AGAIN.name);
  const organizations = (await found?.handler.organizationsWithWork?.()) ?? [];
  expect(organizations).toContain(organizationId);
  for (const each of organizations) {
    const context = { userId: '', userName: '', correlationId: 'x', language: 'zh-CN' } as const;
    await found?.handler.handle(
      { context: { ...context, organizationId: each } },
      new AbortController().signal,
    );
  }
}
