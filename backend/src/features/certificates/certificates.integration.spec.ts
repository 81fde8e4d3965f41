import { plusDays, renewalDay } from '@liangxing/contracts';
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { organizationDay, TenantDatabase } from '../../kernel';
import { loadSample } from '../../sample/load-sample';
import { evaluated, resultOf } from '../../testing/evaluated-case';
import { packsFolder, publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import { MakeMove } from '../cases';
import { PublicitiesRepository } from '../decisions';
import { BUILD_DOSSIER, OrderDossier } from '../dossiers';
import { DELIVER_TO_BODY, DELIVER_TO_ENTERPRISE } from '../letters';
import { NoticeSurveillances } from './use-cases/notice-surveillances';

interface Letter {
  readonly kind: string;
  readonly text: string;
  readonly decision: { readonly grade: string; readonly untilOn: string } | null;
  readonly certificate: {
    readonly number: string;
    readonly code: string;
    readonly state: string;
    readonly scope: string;
  } | null;
  readonly surveillance: { readonly number: number; readonly dueOn: string } | null;
  readonly renewal: object | null;
}
interface Seen {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly letters: readonly Letter[];
}
interface SeenCertificate {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly code: string;
  readonly standing: string;
  readonly edition: number;
  readonly validUntil: string;
  readonly renewFrom: string;
  readonly surveillances: readonly { readonly number: number; readonly dueOn: string }[];
}
interface SeenDecision {
  readonly grades: readonly string[];
  readonly publicity: {
    readonly id: string;
    readonly state: string;
    readonly objections: readonly { readonly id: string; readonly text: string }[] | null;
    readonly objectionCounts: Readonly<Record<string, number>>;
  } | null;
  readonly hindrances: Readonly<Record<string, string | null>>;
}
interface Problem {
  readonly code: string;
}

let app: TestApp;
let owner: Member;
let at: string;
let assessmentId: string;
let body: TestOrganization;
/** People of the body, each with one part in a case. */
let reviewer: Member;
let director: Member;
let deputy: Member;
let registrar: Member;
let assessor: Member;
const today = organizationDay(new Date());

beforeAll(async () => {
  app = await TestApp.start({ TRUST_PROXY: '1' });
  await publishShippedSchemes(app.database);
  const folder = join(packsFolder, '../../../backend/samples');
  await loadSample({ app: app.app, worker: await app.jobs(), folder, editions: ['2003'] });
  const [row] = await app.database.superuser<{ organization_id: string; id: string }>(
    'SELECT organization_id, id FROM assessments',
  );
  assessmentId = String(row?.id);
  owner = await app.member(String(row?.organization_id), 'owner');
  at = `/api/organizations/${String(row?.organization_id)}/submissions`;
  const asMember = (role: 'reviewer' | 'director' | 'registrar' | 'assessor') =>
    app.member(body.organizationId, role, 'assessment_body');
  body = await app.body();
  const facts = { introduction: '', contact: '', fees: '', materials: [], isAccepting: true };
  await body.api.put(`${body.path}/body-profile`, facts, { ifMatch: 0 });
  reviewer = await asMember('reviewer');
  director = await asMember('director');
  deputy = await asMember('director');
  registrar = await asMember('registrar');
  assessor = await asMember('assessor');
}, 120_000);
afterAll(() => app.stop());

async function deliver(): Promise<void> {
  while ((await app.runJobs(DELIVER_TO_BODY)) + (await app.runJobs(DELIVER_TO_ENTERPRISE)) > 0);
}

/** A case that a team has evaluated; the one before is put out of the way of the next one. */
async function reviewing(result = resultOf()): Promise<string> {
  await app.database.superuser(
    `UPDATE submissions SET state = 'rejected' WHERE state NOT IN ('certified', 'refused')`,
  );
  const { id: dossierId } = await app.app.get(OrderDossier).execute(owner.context, assessmentId);
  await app.runJobs(BUILD_DOSSIER, 1);
  const asked = { dossierId, bodyId: body.organizationId, text: '' };
  const { body: made } = await owner.api.post<Seen>(at, asked);
  await deliver();
  await evaluated(app, body, made.id, { result });
  await app.database.superuser(
    `INSERT INTO case_team (organization_id, case_id, user_id, name, role, added_by_name, removed_at)
     VALUES ($1, $2, $3, '李强', 'lead', '王芳', now())`,
    [body.organizationId, made.id, assessor.userId],
  );
  return made.id;
}

const seenByBody = async (id: string): Promise<Seen> =>
  (await body.api.get<Seen>(`${body.path}/cases/${id}`)).body;
const seenByEnterprise = async (id: string): Promise<Seen> =>
  (await owner.api.get<Seen>(`${at}/${id}`)).body;
const decisionOf = async (id: string, by: Member = body): Promise<SeenDecision> =>
  (await by.api.get<SeenDecision>(`${body.path}/cases/${id}/decision`)).body;

/** @returns status, and what is wrong */
async function does(
  by: Member,
  id: string,
  route: string,
  asked: object,
): Promise<[number, string | undefined]> {
  const { version } = await seenByBody(id);
  const path = `${body.path}/cases/${id}/${route}`;
  const answer = await by.api.post<Problem>(path, { text: '', ...asked }, { ifMatch: version });
  await deliver();
  return [answer.status, answer.body.code];
}

const publicityOf = async (id: string): Promise<string> =>
  String((await decisionOf(id)).publicity?.id);

async function object(id: string, name: string): Promise<void> {
  const path = `/api/publicities/${await publicityOf(id)}/objections`;
  const sent = await app.visitor().post(path, { name, contact: '无', text: '有事故' });
  expect(sent.status).toBe(204);
}

/** Where the objections to a case are answered, in the order in which they came. */
async function answersTo(id: string): Promise<[string, string, string]> {
  const all = (await decisionOf(id)).publicity?.objections ?? [];
  const [first = '', second = '', third = ''] = all.map((one) => `objections/${one.id}/answer`);
  return [first, second, third];
}

const PASS = { verdict: 'pass_review' };
const GRANT = { decision: 'grant', grade: 'AAA', scope: '精密轴承的设计和制造', days: 7 };

async function published(): Promise<string> {
  const id = await reviewing();
  expect(await does(reviewer, id, 'review', PASS)).toEqual([200, undefined]);
  expect(await does(director, id, 'decision', GRANT)).toEqual([200, undefined]);
  return id;
}

/** As if the days of the publicity had gone by. */
const overtake = (id: string) =>
  app.database.superuser(
    `UPDATE publicities SET from_on = from_on - 40, until_on = until_on - 40 WHERE case_id = $1`,
    [id],
  );

async function certified(): Promise<SeenCertificate> {
  const id = await published();
  await overtake(id);
  expect(await does(registrar, id, 'certificate', {})).toEqual([200, undefined]);
  return certificateOf(id);
}

async function certificateOf(id: string): Promise<SeenCertificate> {
  const { body: found } = await body.api.get<{ certificate: SeenCertificate }>(
    `${body.path}/cases/${id}/certificate`,
  );
  return found.certificate;
}

const hashOf = async (by: Member, path: string): Promise<string> => {
  const answer = await by.api.fetch('GET', path);
  expect(answer.status).toBe(200);
  return createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex');
};

describe('a result that was handed over', () => {
  it('is reviewed and decided by people who did not evaluate, each another one', async () => {
    const id = await reviewing();
    expect(await does(assessor, id, 'review', PASS)).toEqual([403, 'forbidden']);
    await app.database.superuser(
      `INSERT INTO case_team (organization_id, case_id, user_id, name, role, added_by_name)
       VALUES ($1, $2, $3, '周敏', 'assessor', '王芳')`,
      [body.organizationId, id, body.userId],
    );
    expect(await does(body, id, 'review', PASS)).toEqual([403, 'person_was_in_team']);
    expect((await decisionOf(id)).hindrances).toMatchObject({ review: 'person_was_in_team' });
    const back = { verdict: 'return_to_team' };
    expect(await does(reviewer, id, 'review', back)).toEqual([422, 'validation_failed']);
    expect(await does(director, id, 'review', PASS)).toEqual([200, undefined]);
    expect(await does(director, id, 'decision', GRANT)).toEqual([403, 'person_reviewed']);
    expect(await does(body, id, 'decision', GRANT)).toEqual([403, 'person_was_in_team']);
    const other = await app.member(body.organizationId, 'director', 'assessment_body');
    expect((await decisionOf(id, other)).grades).toEqual(['A', 'AA', 'AAA']);
    expect(await does(other, id, 'decision', { ...GRANT, grade: 'AAAA' })).toEqual([
      ...[409, 'grade_not_recommended'],
    ]);
    expect(await does(other, id, 'decision', { ...GRANT, scope: ' ' })).toEqual([
      ...[422, 'validation_failed'],
    ]);
    expect(await does(other, id, 'decision', GRANT)).toEqual([200, undefined]);
    const told = await seenByEnterprise(id);
    expect(told.state).toBe('publicity');
    expect(told.letters.at(-1)).toMatchObject({
      kind: 'granted',
      decision: { grade: 'AAA', untilOn: plusDays(today, 7) },
    });
  });

  it('that does not recommend a grade can be refused, and never granted', async () => {
    const conclusion = { ...resultOf().conclusion, recommendation: 'refuse', grade: '' } as const;
    const id = await reviewing(resultOf({ conclusion }));
    await does(reviewer, id, 'review', PASS);
    expect(await does(director, id, 'decision', GRANT)).toEqual([409, 'grade_not_recommended']);
    expect(await does(director, id, 'decision', { decision: 'refuse' })).toEqual([
      ...[422, 'validation_failed'],
    ]);
    const refusal = { decision: 'refuse', text: '主要标准未实施' };
    expect(await does(director, id, 'decision', refusal)).toEqual([200, undefined]);
    expect(await seenByEnterprise(id)).toMatchObject({ state: 'refused' });
  });

  it('of a case of another body is not there', async () => {
    const id = await reviewing();
    const foreign = await app.body('别的机构');
    for (const route of ['decision', 'report?format=pdf', 'certificate'])
      expect((await foreign.api.get(`${foreign.path}/cases/${id}/${route}`)).status).toBe(404);
    const path = `${foreign.path}/cases/${id}/review`;
    const answer = await foreign.api.post(path, { ...PASS, text: '' }, { ifMatch: 1 });
    expect(answer.status).toBe(404);
  });

  it('is printed as a report, the same bytes each time', async () => {
    const id = await reviewing();
    const path = `${body.path}/cases/${id}/report?format=pdf`;
    expect(await hashOf(body, path)).toBe(await hashOf(reviewer, path));
    const word = await body.api.fetch('GET', `${body.path}/cases/${id}/report?format=docx`);
    expect(word.status).toBe(200);
  });
});

describe('somebody who has to do with the enterprise', () => {
  it('neither reviews its case nor decides', async () => {
    const id = await reviewing();
    const related = async (role: 'reviewer' | 'director'): Promise<Member> => {
      const member = await app.member(body.organizationId, role, 'assessment_body');
      await app.database.superuser(
        `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
         VALUES ($1, $2, 'viewer', 'enterprise')`,
        [owner.context.organizationId, member.userId],
      );
      return member;
    };
    const known = await related('reviewer');
    expect(await does(known, id, 'review', PASS)).toEqual([409, 'conflict_of_membership']);
    expect((await decisionOf(id, known)).hindrances).toMatchObject({
      ...{ review: 'conflict_of_membership', answerAppeal: 'conflict_of_membership' },
    });
    expect(await does(reviewer, id, 'review', PASS)).toEqual([200, undefined]);
    expect(await does(await related('director'), id, 'decision', GRANT)).toEqual([
      ...[409, 'conflict_of_membership'],
    ]);
  });
});

describe('a refusal', () => {
  it('is appealed against once, and answered by somebody who did not decide', async () => {
    const id = await reviewing();
    const appeal = { text: '现场评价遗漏了三份记录' };
    expect((await owner.api.post(`${at}/${id}/appeal`, appeal)).status).toBe(409);
    await does(reviewer, id, 'review', PASS);
    await does(director, id, 'decision', { decision: 'refuse', text: '不足' });
    expect((await owner.api.post(`${at}/${id}/appeal`, { text: ' ' })).status).toBe(422);
    expect((await owner.api.post(`${at}/${id}/appeal`, appeal)).status).toBe(201);
    await deliver();
    expect((await seenByBody(id)).state).toBe('appealing');
    const dismissal = { verdict: 'dismiss_appeal', text: '记录在评价之后形成' };
    expect(await does(director, id, 'appeal', dismissal)).toEqual([403, 'person_decided']);
    expect(await does(reviewer, id, 'appeal', dismissal)).toEqual([200, undefined]);
    expect((await seenByEnterprise(id)).state).toBe('refused');
    const again = await owner.api.post<Problem>(`${at}/${id}/appeal`, appeal);
    expect([again.status, again.body.code]).toEqual([409, 'appeal_made']);
  });

  it('that was rightly appealed against is decided again by somebody else', async () => {
    const id = await reviewing();
    await does(director, id, 'review', PASS);
    await does(deputy, id, 'decision', { decision: 'refuse', text: '不足' });
    await owner.api.post(`${at}/${id}/appeal`, { text: '现场评价遗漏了三份记录' });
    await deliver();
    const upheld = { verdict: 'uphold_appeal', text: '确有遗漏' };
    expect(await does(body, id, 'appeal', upheld)).toEqual([200, undefined]);
    expect(await does(deputy, id, 'decision', GRANT)).toEqual([403, 'person_decided']);
    expect(await does(body, id, 'decision', GRANT)).toEqual([403, 'person_upheld']);
    const other = await app.member(body.organizationId, 'director', 'assessment_body');
    expect(await does(other, id, 'decision', GRANT)).toEqual([200, undefined]);
  });
});

describe('a decision that is made public', () => {
  it('is seen by everybody, who may object; the body alone reads it', async () => {
    const id = await published();
    const visitor = app.visitor();
    const { body: list } = await visitor.get<{ id: string }[]>('/api/publicities');
    const { publicity } = await decisionOf(id);
    expect(list.map((one) => one.id)).toContain(publicity?.id);
    const path = `/api/publicities/${String(publicity?.id)}`;
    const objection = { name: '张三', contact: '13800000000', text: '该企业去年抽查不合格' };
    expect((await visitor.post(`${path}/objections`, objection)).status).toBe(204);
    expect((await visitor.post(`${path}/objections`, objection)).status).toBe(204);
    expect((await decisionOf(id)).publicity?.objections).toMatchObject([objection]);
    expect(JSON.stringify((await visitor.get(path)).body)).not.toContain('张三');
    expect(JSON.stringify(await seenByEnterprise(id))).not.toContain('张三');

    expect(await does(registrar, id, 'certificate', {})).toEqual([409, 'publicity_not_over']);
    await overtake(id);
    expect((await visitor.get(path)).status).toBe(404);
    const late = await visitor.post<Problem>(`${path}/objections`, objection);
    expect([late.status, late.body.code]).toEqual([409, 'publicity_over']);
    expect(await does(registrar, id, 'certificate', {})).toEqual([409, 'objections_unanswered']);
    const about = `objections/${String((await decisionOf(id)).publicity?.objections?.[0]?.id)}/answer`;
    const dismissed = { verdict: 'dismissed', text: '经核实属另一企业' };
    expect(await does(director, id, about, dismissed)).toEqual([403, 'person_decided']);
    expect(await does(body, id, about, dismissed)).toEqual([200, undefined]);
    expect(await does(body, id, about, dismissed)).toEqual([409, 'objection_answered']);
    expect(await does(registrar, id, 'certificate', {})).toEqual([200, undefined]);
  });

  it('is decided again where an objection is upheld', async () => {
    const id = await published();
    const first = (await decisionOf(id)).publicity;
    const objection = { name: '张三', contact: '无', text: '有事故' };
    await app.visitor().post(`/api/publicities/${String(first?.id)}/objections`, objection);
    const about = `objections/${String((await decisionOf(id)).publicity?.objections?.[0]?.id)}/answer`;
    expect(await does(body, id, about, { verdict: 'upheld', text: '需重新核实' })).toEqual([
      ...[200, undefined],
    ]);
    expect(await seenByEnterprise(id)).toMatchObject({ state: 'deciding' });
    expect((await app.visitor().get(`/api/publicities/${String(first?.id)}`)).status).toBe(404);
    expect(await does(director, id, 'decision', GRANT)).toEqual([403, 'person_decided']);
    expect(await does(body, id, 'decision', GRANT)).toEqual([403, 'person_upheld']);
    expect(await does(reviewer, id, 'decision', GRANT)).toEqual([403, 'forbidden']);
    expect(await does(deputy, id, 'decision', { ...GRANT, days: 5 })).toEqual([200, undefined]);
    expect((await decisionOf(id)).publicity).toMatchObject({
      ...{ state: 'open', objections: [objection], objectionCounts: { waiting: 0, upheld: 1 } },
    });
  });

  it('takes a share of the objections from each network and office, and says where to turn to with more', async () => {
    const id = await published();
    const path = `/api/publicities/${await publicityOf(id)}`;
    const send = (address: string, name: string) =>
      app
        .visitor()
        .post<Problem>(
          `${path}/objections`,
          { name, contact: '无', text: '有事故' },
          { headers: { 'x-forwarded-for': address } },
        );
    const sent = async (address: string, count: number) => {
      const answers = [];
      for (let at = 0; at < count; at += 1)
        answers.push(await send(address, `${address} ${String(at)}`));
      return answers.map(({ status }) => status);
    };
    expect(await sent('203.0.113.7', 10)).toEqual(Array.from({ length: 10 }, () => 204));
    const refused = await send('203.0.113.7', '第十一人');
    expect([refused.status, refused.body.code]).toEqual([409, 'objections_share_used']);
    expect((await send('203.0.113.7', '203.0.113.7 0')).status).toBe(204);
    expect(await sent('203.0.113.8', 10)).toEqual(Array.from({ length: 10 }, () => 204));
    expect((await send('203.0.113.9', '邻座')).body.code).toBe('objections_share_used');
    expect((await send('198.51.100.4', '另一单位')).status).toBe(204);
    expect((await app.visitor().get<{ bodyContact: string }>(path)).body.bodyContact).toBe('');
    const [row] = await app.database.superuser<{ text: string }>(
      'SELECT string_agg(o::text, $1) AS text FROM objections o WHERE name LIKE $2',
      [' ', '%另一单位%'],
    );
    expect(row?.text).not.toContain('198.51.100');

    const all = (await decisionOf(id)).publicity?.objections ?? [];
    const objectionIds = all.map((one) => one.id);
    const dismissed = { verdict: 'dismissed', text: '经核实不属实' };
    const together = { ...dismissed, objectionIds };
    expect(await does(director, id, 'objections/answers', together)).toEqual([
      ...[403, 'person_decided'],
    ]);
    const [one] = objectionIds;
    expect(await does(body, id, `objections/${String(one)}/answer`, dismissed)).toEqual([
      ...[200, undefined],
    ]);
    expect(await does(body, id, 'objections/answers', together)).toEqual([
      ...[409, 'objection_answered'],
    ]);
    expect((await decisionOf(id)).publicity?.objectionCounts).toMatchObject({ waiting: 20 });
    const rest = { ...together, objectionIds: objectionIds.slice(1) };
    expect(await does(body, id, 'objections/answers', rest)).toEqual([200, undefined]);
    expect((await decisionOf(id)).publicity?.objectionCounts).toMatchObject({ waiting: 0 });
    expect((await send('203.0.113.7', '第十一人')).status).toBe(204);
  });

  it('keeps every other objection, also where one is upheld', async () => {
    const id = await published();
    await object(id, '张三');
    await object(id, '李四');
    await object(id, '王五');
    const [first, second, third] = await answersTo(id);
    const upheld = { verdict: 'upheld', text: '需重新核实' };
    expect(await does(body, id, first, upheld)).toEqual([200, undefined]);
    expect((await decisionOf(id)).publicity).toMatchObject({
      ...{ state: 'stopped', objectionCounts: { waiting: 2, upheld: 1, dismissed: 0 } },
    });
    const again = { ...GRANT, days: 5 };
    expect(await does(deputy, id, 'decision', again)).toEqual([409, 'objections_unanswered']);
    const refusal = { decision: 'refuse', text: '主要标准未实施' };
    expect(await does(deputy, id, 'decision', refusal)).toEqual([409, 'objections_unanswered']);
    const dismissed = { verdict: 'dismissed', text: '经核实相符' };
    expect(await does(director, id, second, dismissed)).toEqual([403, 'person_decided']);
    expect(await does(body, id, second, dismissed)).toEqual([200, undefined]);
    const other = await app.member(body.organizationId, 'director', 'assessment_body');
    expect(await does(other, id, third, upheld)).toEqual([200, undefined]);
    expect(await seenByBody(id)).toMatchObject({ state: 'deciding' });
    expect(await does(other, id, 'decision', again)).toEqual([403, 'person_upheld']);
    expect(await does(deputy, id, 'decision', again)).toEqual([200, undefined]);
    await overtake(id);
    expect(await does(registrar, id, 'certificate', {})).toEqual([200, undefined]);
  });

  it('names those who object to nobody but those who may decide and did not evaluate', async () => {
    const id = await published();
    await object(id, '张三');
    const counted = { objections: null, objectionCounts: { waiting: 1, upheld: 0, dismissed: 0 } };
    for (const one of [reviewer, registrar, assessor]) {
      const seen = await decisionOf(id, one);
      expect(seen.publicity).toMatchObject(counted);
      expect(JSON.stringify(seen)).not.toContain('张三');
    }
    expect((await decisionOf(id, deputy)).publicity?.objections).toMatchObject([{ name: '张三' }]);
    await app.database.superuser(
      `INSERT INTO case_team (organization_id, case_id, user_id, name, role, added_by_name)
       VALUES ($1, $2, $3, '周敏', 'assessor', '王芳')`,
      [body.organizationId, id, deputy.userId],
    );
    expect((await decisionOf(id, deputy)).publicity).toMatchObject(counted);
  });

  it('is public only while the body is open', async () => {
    const path = `/api/publicities/${await publicityOf(await published())}`;
    const stand = (state: string) =>
      app.database.superuser('UPDATE organizations SET state = $2 WHERE id = $1', [
        ...[body.organizationId, state],
      ]);
    await stand('suspended');
    const objection = { name: '张三', contact: '无', text: '有事故' };
    const sent = await app.visitor().post<Problem>(`${path}/objections`, objection);
    const seen = await app.visitor().get(path);
    await stand('open');
    expect([seen.status, sent.status, sent.body.code]).toEqual([404, 409, 'publicity_over']);
    expect((await app.visitor().get(path)).status).toBe(200);
  });

  it('refuses an objection that is sent while it ends', async () => {
    const publicity = await publicityOf(await published());
    const objection = { name: '张三', contact: '无', text: '有事故' };
    const waits = `SELECT FROM pg_locks WHERE NOT granted AND locktype IN ('transactionid', 'tuple')`;
    const sent = await app.app.get(TenantDatabase).transaction(body.context, async (manager) => {
      await app.app.get(PublicitiesRepository).end(manager, body.context, publicity, 'stopped');
      const answer = app
        .visitor()
        .post<Problem>(`/api/publicities/${publicity}/objections`, objection);
      let isAnswered = false;
      void answer.then(() => (isAnswered = true));
      while (!isAnswered && (await app.database.superuser(waits)).length === 0);
      return { answer };
    });
    const { status, body: problem } = await sent.answer;
    expect([status, problem.code]).toEqual([409, 'publicity_over']);
  });
});

describe('a certificate', () => {
  it('has a number of its own by the rule of the body, which is never given twice', async () => {
    const settings = {
      ...{ shortCode: 'JN', numberPattern: '{year}-{number:4}', years: 3, publicityDays: 7 },
      renewalMonths: 6,
    };
    const path = `${body.path}/certificate-settings`;
    const wrong = await registrar.api.put(
      path,
      { ...settings, numberPattern: '无' },
      { ifMatch: 0 },
    );
    expect(wrong.status).toBe(422);
    const odd = { ...settings, shortCode: '{number}' };
    expect((await registrar.api.put(path, odd, { ifMatch: 0 })).status).toBe(422);
    expect((await registrar.api.put(path, settings, { ifMatch: 0 })).status).toBe(200);
    const first = await certified();
    expect(first.number).toMatch(/^JN-20\d\d-0001$/);
    expect(first.surveillances.map(({ number }) => number)).toEqual([1, 2]);
    const id = await published();
    await overtake(id);
    expect(await does(registrar, id, 'certificate', { number: first.number })).toEqual([
      ...[409, 'certificate_number_used'],
    ]);
    expect(await does(registrar, id, 'certificate', {})).toEqual([200, undefined]);
    expect((await certificateOf(id)).number).toBe(first.number.replace('0001', '0002'));
  });

  it('is the same PDF at the body and at the enterprise, each time', async () => {
    const { id, code } = await certified();
    const path = `${body.path}/certificates/${id}/editions/1/pdf`;
    const [submission] = await app.database.superuser<{ id: string }>(
      'SELECT case_id AS id FROM certificates WHERE code = $1',
      [code],
    );
    const own = `${at}/${String(submission?.id)}/certificate`;
    const hash = await hashOf(body, path);
    expect(await hashOf(registrar, path)).toBe(hash);
    expect(await hashOf(owner, own)).toBe(hash);
  });

  it('goes its way, the enterprise is told, and the register shows it, also withdrawn', async () => {
    const made = await certified();
    const visitor = app.visitor();
    const standing = async (): Promise<string> =>
      (await visitor.get<SeenCertificate>(`/api/certificates/${made.code}`)).body.standing;
    const search = async (q: string): Promise<string[]> =>
      (
        await visitor.get<SeenCertificate[]>(`/api/certificates?q=${encodeURIComponent(q)}`)
      ).body.map(({ code }) => code);
    expect(await standing()).toBe('valid');
    for (const q of ['良佳精密', made.number, '91320500ma1examp0x'])
      expect(await search(q)).toContain(made.code);
    expect(await search('不存在的')).toEqual([]);
    expect((await visitor.get('/api/certificates?q=良')).status).toBe(422);
    expect((await visitor.get('/api/certificates/7K2M-9Q4T-XB3D-0FHZ')).status).toBe(404);

    const path = `${body.path}/certificates/${made.id}`;
    const change = async (route: string, asked: object, by: Member = registrar) => {
      const { version } = (await body.api.get<SeenCertificate>(path)).body;
      const answer = await by.api.post<Problem>(`${path}/${route}`, asked, { ifMatch: version });
      await deliver();
      return answer.status === 200 ? 200 : answer.body.code;
    };
    const suspend = { move: 'suspend', reason: '监督评价未通过' };
    expect(await change('moves', suspend, reviewer)).toBe('forbidden');
    expect(await change('moves', { ...suspend, reason: ' ' })).toBe('validation_failed');
    expect(await change('moves', suspend)).toBe(200);
    expect(await standing()).toBe('suspended');
    expect(await change('moves', suspend)).toBe('certificate_moved');
    expect(await change('moves', { move: 'restore', reason: '已整改' })).toBe(200);
    const reduced = { scope: '精密轴承的制造', reason: '不再设计' };
    expect(await change('scope', reduced)).toBe(200);
    const found = (await body.api.get<SeenCertificate>(path)).body;
    expect(found).toMatchObject({ edition: 2, scope: '精密轴承的制造' });
    const first = await hashOf(body, `${path}/editions/1/pdf`);
    expect(await hashOf(body, `${path}/editions/2/pdf`)).not.toBe(first);
    expect(await change('moves', { move: 'withdraw', reason: '发生重大事故' })).toBe(200);
    expect(await standing()).toBe('withdrawn');
    expect(await search('良佳精密')).toContain(made.code);
    expect(await change('scope', reduced)).toBe('certificate_moved');
    const [submission] = await app.database.superuser<{ id: string }>(
      'SELECT case_id AS id FROM certificates WHERE code = $1',
      [made.code],
    );
    const { letters } = await seenByEnterprise(String(submission?.id));
    const changes = letters.filter(({ kind }) => kind === 'certificate_changed');
    expect(changes.map(({ certificate }) => certificate?.state)).toEqual([
      ...['suspended', 'valid', 'valid', 'withdrawn'],
    ]);
    expect((await owner.api.get(`${at}/${String(submission?.id)}/certificate`)).status).toBe(404);
  });

  it('is surveyed yearly: the enterprise is told once, and the result is written down once', async () => {
    const made = await certified();
    await app.database.superuser(
      `UPDATE surveillances SET due_on = current_date + 30 WHERE certificate_id = $1 AND number = 1`,
      [made.id],
    );
    const worker = (await app.jobs()).get(NoticeSurveillances, { strict: false });
    const context = { ...body.context, userId: '', userName: '' };
    expect(await worker.organizationsWithWork()).toEqual([body.organizationId]);
    await Promise.all([worker.handle({ context }), worker.handle({ context })]);
    await worker.handle({ context });
    await deliver();
    expect(await worker.organizationsWithWork()).toEqual([]);
    const [submission] = await app.database.superuser<{ id: string }>(
      'SELECT case_id AS id FROM certificates WHERE id = $1',
      [made.id],
    );
    const { letters } = await seenByEnterprise(String(submission?.id));
    const notices = letters.filter(({ kind }) => kind === 'surveillance_noticed');
    expect(notices.map(({ surveillance }) => surveillance?.number)).toEqual([1]);
    const { body: due } = await body.api.get<{ certificateId: string }[]>(
      `${body.path}/certificates/surveillances`,
    );
    expect(due.map(({ certificateId }) => certificateId)).toContain(made.id);

    const path = `${body.path}/certificates/${made.id}/surveillances`;
    const failed = { result: 'failed', note: '', doneOn: today };
    expect((await registrar.api.post(`${path}/1/result`, failed)).status).toBe(422);
    const noted = { ...failed, note: '标准未实施' };
    const late = { ...noted, doneOn: plusDays(today, 1) };
    expect((await registrar.api.post(`${path}/1/result`, late)).status).toBe(422);
    const early = { ...noted, doneOn: plusDays(today, -1) };
    expect((await registrar.api.post(`${path}/1/result`, early)).status).toBe(422);
    expect((await registrar.api.post(`${path}/1/result`, noted)).status).toBe(200);
    const again = await registrar.api.post<Problem>(`${path}/1/result`, noted);
    expect([again.status, again.body.code]).toEqual([409, 'surveillance_recorded']);
    expect((await registrar.api.post(`${path}/9/result`, noted)).status).toBe(404);
  });
});

describe('the renewal of a certificate', () => {
  const caseOf = async ({ id }: Pick<SeenCertificate, 'id'>): Promise<string> => {
    const found = await body.api.get<{ caseId: string }>(`${body.path}/certificates/${id}`);
    return found.body.caseId;
  };
  /** As if its last day came near. */
  const age = ({ id }: Pick<SeenCertificate, 'id'>) =>
    app.database.superuser(
      `UPDATE certificates SET renew_from = app.today() - 1, valid_until = app.today() + 150 WHERE id = $1`,
      [id],
    );
  const notices = async (caseId: string) =>
    (await seenByEnterprise(caseId)).letters.filter(({ kind }) => kind === 'renewal_noticed');
  const dueOf = async ({ id }: Pick<SeenCertificate, 'id'>) =>
    (
      await body.api.get<{ certificateId: string; isNoticed: boolean; isApplied: boolean }[]>(
        `${body.path}/certificates/renewals`,
      )
    ).body.find(({ certificateId }) => certificateId === id);
  async function notice(): Promise<void> {
    const worker = (await app.jobs()).get(NoticeSurveillances, { strict: false });
    const context = { ...body.context, userId: '', userName: '' };
    expect(await worker.organizationsWithWork()).toContain(body.organizationId);
    await Promise.all([worker.handle({ context }), worker.handle({ context })]);
    await worker.handle({ context });
    await deliver();
  }
  async function submit(asked: object) {
    const { id: dossierId } = await app.app.get(OrderDossier).execute(owner.context, assessmentId);
    await app.runJobs(BUILD_DOSSIER, 1);
    const text = { dossierId, bodyId: body.organizationId, text: '' };
    const made = await owner.api.post<Seen & Problem>(at, { ...text, ...asked });
    await deliver();
    return made;
  }

  it('is planned with it, and the enterprise is told once, unless it was withdrawn', async () => {
    const [made, gone] = [await certified(), await certified()];
    expect(made.renewFrom).toBe(renewalDay(today, made.validUntil, 6));
    expect(await dueOf(made)).toBeUndefined();
    await age(made);
    await age(gone);
    await app.database.superuser(`UPDATE certificates SET state = 'withdrawn' WHERE id = $1`, [
      gone.id,
    ]);
    expect(await dueOf(made)).toMatchObject({ isNoticed: false, isApplied: false });
    expect(await dueOf(gone)).toBeUndefined();
    await notice();
    const told = await notices(await caseOf(made));
    expect(told.map(({ renewal }) => renewal)).toEqual([
      {
        ...{ number: made.number, from: plusDays(today, -1) },
        validUntil: plusDays(today, 150),
      },
    ]);
    expect(await notices(await caseOf(gone))).toEqual([]);
    expect(await dueOf(made)).toMatchObject({ isNoticed: true });
    const found = await body.api.get(`${body.path}/certificates/${made.id}`);
    expect(found.body).toMatchObject({ isRenewalNoticed: true, renews: '', renewedBy: '' });
  });

  it('is applied for by the enterprise, and both certificates name each other', async () => {
    const before = await certified();
    const renews = await caseOf(before);
    await age(before);
    const made = await submit({ renews });
    expect([made.status, made.body]).toMatchObject([201, { renews: before.number }]);
    const { id } = made.body;
    const received = await body.api.get(`${body.path}/cases/${id}`);
    expect(received.body).toMatchObject({ renews: before.number });
    // Who has applied is told no more.
    expect(await dueOf(before)).toMatchObject({ isApplied: true });
    await notice();
    expect(await notices(renews)).toEqual([]);
    await evaluated(app, body, id, { result: resultOf() });
    await does(reviewer, id, 'review', PASS);
    await does(director, id, 'decision', GRANT);
    await overtake(id);
    expect(await does(registrar, id, 'certificate', {})).toEqual([200, undefined]);
    const after = await certificateOf(id);
    const shown = (code: string) => app.visitor().get(`/api/certificates/${code}`);
    expect((await shown(before.code)).body).toMatchObject({
      ...{ standing: 'valid', renewedBy: after.number, renewedByCode: after.code },
    });
    expect((await shown(after.code)).body).toMatchObject({ renews: before.number, renewedBy: '' });
    const found = await app
      .visitor()
      .get<{ code: string; renewedBy: string }[]>(
        `/api/certificates?q=${encodeURIComponent(before.number)}`,
      );
    expect(found.body).toMatchObject([{ code: before.code, renewedBy: after.number }]);
    expect(await dueOf(before)).toBeUndefined();
  });

  it('is of the body that issued it, and of no certificate that was withdrawn', async () => {
    const before = await certified();
    const renews = await caseOf(before);
    const other = await app.body('另一评价中心');
    const facts = { introduction: '', contact: '', fees: '', materials: [], isAccepting: true };
    await other.api.put(`${other.path}/body-profile`, facts, { ifMatch: 0 });
    const elsewhere = await submit({ renews, bodyId: other.organizationId });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'certificate_not_renewable']);
    expect((await submit({ renews: randomUUID() })).status).toBe(404);
    const path = `${body.path}/certificates/${before.id}`;
    const { version } = (await body.api.get<SeenCertificate>(path)).body;
    const withdrawal = { move: 'withdraw', reason: '发生重大事故' };
    await registrar.api.post(`${path}/moves`, withdrawal, { ifMatch: version });
    await deliver();
    expect((await submit({ renews })).body.code).toBe('certificate_not_renewable');
  });
});

describe('notices of surveillances', () => {
  it('do not wait for one that fails, nor for letters that come meanwhile', async () => {
    const made = [await certified(), await certified()];
    await app.database.superuser(
      `UPDATE surveillances SET due_on = current_date + 30 WHERE certificate_id = ANY ($1) AND number = 1`,
      [made.map(({ id }) => id)],
    );
    const jobs = await app.jobs();
    const worker = jobs.get(NoticeSurveillances, { strict: false });
    const context = { ...body.context, userId: '', userName: '' };
    const tell = jest.spyOn(jobs.get(MakeMove, { strict: false }), 'tell');
    tell.mockRejectedValueOnce(new Error('no letter'));
    await expect(worker.handle({ context })).rejects.toThrow('1 notices were not written');
    tell.mockRestore();
    const noticed = () =>
      app.database.superuser(
        'SELECT FROM surveillances WHERE certificate_id = ANY ($1) AND noticed_at IS NOT NULL',
        [made.map(({ id }) => id)],
      );
    expect(await noticed()).toHaveLength(1);
    await worker.handle({ context });
    expect(await noticed()).toHaveLength(2);
  });
});

describe('the register of complaints', () => {
  it('says who complained about what, and how it was answered', async () => {
    const path = `${body.path}/complaints`;
    const said = { receivedOn: today, fromName: '张三', about: '收费', text: '多收' };
    const made = await registrar.api.post<{ id: string; version: number }>(path, said);
    expect(made.status).toBe(201);
    const early = { answer: '已退', answeredOn: plusDays(today, -1) };
    const wrong = await registrar.api.post(`${path}/${made.body.id}/answer`, early, { ifMatch: 1 });
    expect(wrong.status).toBe(422);
    expect((await assessor.api.get(path)).status).toBe(403);
    const answered = await registrar.api.post<{ answeredByName: string }>(
      `${path}/${made.body.id}/answer`,
      { answer: '已退', answeredOn: today },
      { ifMatch: 1 },
    );
    expect(answered).toMatchObject({
      status: 200,
      body: { answer: '已退', answeredByName: '王芳' },
    });
    const foreign = await app.body('又一家机构');
    expect((await foreign.api.get(`${foreign.path}/complaints`)).body).toEqual([]);
    expect((await assessor.api.post(path, said)).status).toBe(403);
  });
});
