import type { Score } from '@liangxing/scoring';
import { randomUUID } from 'node:crypto';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { AnswersRepository } from './answers.repository';
import type { AnswerDto } from './dto/answer.dto';
import type { AssessmentDto, StartedAssessmentDto } from './dto/assessment.dto';

interface Problem {
  readonly code: string;
  readonly errors?: readonly { path: string; code: string; message: string }[];
  readonly current?: AnswerDto;
}

let app: TestApp;
let enterprise: TestOrganization;
let assessment: AssessmentDto;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  enterprise = await app.organization();
});
afterAll(() => app.stop());

beforeEach(async () => {
  const { body, status } = await enterprise.api.post<AssessmentDto>(
    `${enterprise.path}/assessments`,
    { title: '2026 年自我评价', schemeId: 'gsp-2004', targetGrade: 'AAAA' },
  );
  expect(status).toBe(201);
  assessment = body;
  path = `${enterprise.path}/assessments/${assessment.id}`;
});

const assessed = (rules: Record<string, unknown> = {}) => ({ state: 'assessed', rules });

function put(itemId: string, body: object, ifMatch: number, key?: string) {
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  return enterprise.api.put<AnswerDto & Problem>(`${path}/answers/${itemId}`, body, {
    ifMatch,
    headers,
  });
}

describe('published schemes', () => {
  it('are listed and read, and publishing again changes nothing', async () => {
    const again = await publishShippedSchemes(app.database);
    expect(again.map(({ outcome }) => outcome)).toEqual(again.map(() => 'unchanged'));
    const { body } =
      await enterprise.api.get<{ id: string; version: string; items: number }[]>('/api/schemes');
    expect(body.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['gsp-2004', 'gsp-2006-power', 'gb-t-19273-2017']),
    );
    const listed = body.find(({ id }) => id === 'gsp-2004');
    const { body: scheme, headers } = await enterprise.api.get<{ basicPoints: number }>(
      `/api/schemes/gsp-2004/versions/${String(listed?.version)}`,
    );
    expect(scheme.basicPoints).toBe(40_000);
    expect(headers.get('cache-control')).toContain('immutable');
  });

  it('cannot be changed or deleted, not even by their owner', async () => {
    await expect(
      app.database.superuser(`UPDATE scheme_versions SET document = '{}'`),
    ).rejects.toThrow('append-only');
    await expect(app.database.superuser(`DELETE FROM scheme_versions`)).rejects.toThrow(
      'append-only',
    );
  });
});

describe('an assessment', () => {
  it('is pinned to the newest version of its scheme', () => {
    expect(assessment).toMatchObject({ schemeId: 'gsp-2004', state: 'open', version: 1 });
    expect(assessment.schemeVersion).not.toBe('');
  });

  it('refuses an unknown scheme and an unknown grade', async () => {
    const at = `${enterprise.path}/assessments`;
    const unknown = await enterprise.api.post<Problem>(at, { title: 'x', schemeId: 'none' });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown_scheme']);
    const grade = await enterprise.api.post<Problem>(at, {
      title: 'x',
      schemeId: 'gsp-2004',
      targetGrade: 'AAAAA',
    });
    expect([grade.status, grade.body.code]).toEqual([422, 'validation_failed']);
  });

  it('is applied for at a grade also where the scheme gives none, and then without a level', async () => {
    const at = `${enterprise.path}/assessments`;
    const wish = { title: 'x', schemeId: 'gb-t-19273-2017', targetGrade: 'AAAAA' };
    const started = await enterprise.api.post<AssessmentDto>(at, wish);
    expect(started.body).toMatchObject({ targetGrade: 'AAAAA', targetLevel: null });
    const own = `${at}/${started.body.id}`;
    const unknown = await enterprise.api.patch<Problem>(own, { targetGrade: 'B' }, { ifMatch: 1 });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'validation_failed']);
    const level = await enterprise.api.patch<Problem>(
      own,
      { targetLevel: 'national' },
      { ifMatch: 1 },
    );
    expect([level.status, level.body.code]).toEqual([422, 'validation_failed']);
    expect(JSON.stringify(level.body)).toContain('国家级、省级只用于历史方案');
    const old = await enterprise.api.patch<AssessmentDto>(
      path,
      { targetLevel: 'national' },
      { ifMatch: 1 },
    );
    expect(old.body).toMatchObject({ targetLevel: 'national' });
  });

  it('changes over the version that was read, and shows the other value otherwise', async () => {
    const changed = await enterprise.api.patch<AssessmentDto>(
      path,
      { conclusion: '达到 AAA 级' },
      { ifMatch: 1 },
    );
    expect(changed.body).toMatchObject({
      version: 2,
      conclusion: '达到 AAA 级',
      title: assessment.title,
    });
    const late = await enterprise.api.patch<Problem>(path, { title: '另一个' }, { ifMatch: 1 });
    expect(late.status).toBe(409);
    expect(late.body.current).toMatchObject({ version: 2, conclusion: '达到 AAA 级' });
    const blind = await enterprise.api.patch<Problem>(path, { title: '另一个' });
    expect(blind.status).toBe(428);
  });

  it('has each answer in the audit trail, once however often it is sent', async () => {
    const key = randomUUID();
    for (let time = 0; time < 2; time += 1) await put('1.1', assessed({ '1.1-c': true }), 0, key);
    await put('1.1', assessed({}), 1);
    await put('1.1', assessed({}), 1);
    const events = await app.database.superuser(
      `SELECT actor_id, details FROM audit_events
       WHERE action = 'answer.recorded' AND subject_id = $1 ORDER BY id`,
      [assessment.id],
    );
    const actor_id = enterprise.userId;
    expect(events).toEqual([
      { actor_id, details: { itemId: '1.1', version: 1, state: 'assessed' } },
      { actor_id, details: { itemId: '1.1', version: 2, state: 'assessed' } },
    ]);
  });

  it('begins with the answers of an earlier one where it is told to', async () => {
    await put('1.1', { ...assessed({ '1.1-c': true }), finding: '目标没有量化' }, 0);
    const copy = await enterprise.api.post<AssessmentDto>(`${enterprise.path}/assessments`, {
      title: '复评',
      schemeId: 'gsp-2004',
      copyFrom: assessment.id,
    });
    const { body: answers } = await enterprise.api.get<AnswerDto[]>(
      `${enterprise.path}/assessments/${copy.body.id}/answers`,
    );
    expect(answers).toMatchObject([{ itemId: '1.1', version: 1, finding: '目标没有量化' }]);
    expect(copy.body).toMatchObject({ leftBehind: [] });
  });

  it('names what an earlier one answered by a rule that the version has no more', async () => {
    await put('1.1', { ...assessed({ '1.1-c': true }), finding: '目标没有量化' }, 0);
    // As stored under a version before.
    await app.database.superuser(
      `UPDATE answers SET rules = '{"1.1-c": true, "1.1-z": true}' WHERE assessment_id = $1`,
      [assessment.id],
    );
    const copy = await enterprise.api.post<StartedAssessmentDto>(`${enterprise.path}/assessments`, {
      title: '复评',
      schemeId: 'gsp-2004',
      copyFrom: assessment.id,
    });
    expect(copy.body.leftBehind).toEqual([{ itemId: '1.1', ruleId: '1.1-z', text: '1.1-z' }]);
    const { body: answers } = await enterprise.api.get<AnswerDto[]>(
      `${enterprise.path}/assessments/${copy.body.id}/answers`,
    );
    expect(answers).toMatchObject([
      { itemId: '1.1', state: 'unanswered', rules: { '1.1-c': true } },
    ]);
    expect(answers[0]?.finding).toContain('1.1-z');
    expect(answers[0]?.finding).toContain('目标没有量化');
  });

  it('is not found by another organization', async () => {
    const other = await app.organization('另一家');
    const { status } = await other.api.get(`${other.path}/assessments/${assessment.id}`);
    expect(status).toBe(404);
    expect((await other.api.get(path)).status).toBe(404);
  });
});

describe('an answer', () => {
  it('is saved with its history and scored', async () => {
    const first = await put('1.1', assessed({ '1.1-c': true }), 0);
    expect([first.status, first.body.version]).toEqual([200, 1]);
    expect(first.headers.get('etag')).toBe('"1"');
    await put('1.1', assessed(), 1);
    const { body: history } = await enterprise.api.get<{ version: number }[]>(
      `${path}/answers/1.1/history`,
    );
    expect(history.map(({ version }) => version)).toEqual([2, 1]);
    const { body: score } = await enterprise.api.get<Score>(`${path}/score`);
    expect(score).toMatchObject({ basic: 500, bonus: 0, grade: null });
    expect(score.progress.answered).toBe(1);
  });

  it('is saved once however often its request is repeated', async () => {
    const key = randomUUID();
    const body = assessed({ '1.1-c': true });
    const answers = [await put('1.1', body, 0, key), await put('1.1', body, 0, key)];
    expect(answers.map(({ status, body: { version } }) => [status, version])).toEqual([
      [200, 1],
      [200, 1],
    ]);
    await put('1.1', assessed(), 1);
    const late = await put('1.1', body, 0, key);
    expect(late.body).toMatchObject({ version: 1, rules: { '1.1-c': true } });
    const { body: history } = await enterprise.api.get<unknown[]>(`${path}/answers/1.1/history`);
    expect(history).toHaveLength(2);
  });

  it('is saved once by two requests of one key at the same time', async () => {
    const key = randomUUID();
    const both = await Promise.all([1, 2].map(() => put('1.2', assessed(), 0, key)));
    expect(both.map(({ status, body }) => [status, body.version])).toEqual([
      [200, 1],
      [200, 1],
    ]);
  });

  it('refuses a key that was used for something else', async () => {
    const key = randomUUID();
    await put('1.1', assessed(), 0, key);
    const other = await put('1.3', assessed(), 0, key);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency_key_reused']);
  });

  it('answers a wrong version with the stored value and loses neither', async () => {
    await put('1.1', { ...assessed(), finding: '先到' }, 0);
    const late = await put('1.1', { ...assessed(), finding: '后到' }, 0);
    expect([late.status, late.body.code]).toEqual([409, 'version_conflict']);
    expect(late.body.current).toMatchObject({ version: 1, finding: '先到' });
    const never = await put('1.4', assessed(), 3);
    expect([never.status, never.body.current]).toEqual([409, null]);
  });

  it('is refused for an item outside the scheme', async () => {
    const { status, body } = await put('9.9.9', assessed(), 0);
    expect([status, body.code]).toEqual([422, 'item_outside_scheme']);
  });

  it('is refused with path and reason where it does not fit its item', async () => {
    const { status, body } = await put('1.1', assessed({ '1.1-c': 3, '1.1-zz': true }), 0);
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { path: 'rules.1.1-c', code: 'fixed_not_boolean', message: '应为是或否' },
      { path: 'rules.1.1-zz', code: 'unknown_rule', message: '该项没有这条评分规则' },
    ]);
    const unknownField = await put('1.1', { ...assessed(), points: 5 }, 0);
    expect(unknownField.body.errors).toMatchObject([{ path: 'points', code: 'unknown_field' }]);
  });

  it('needs a reason for 不适用, and without approval stays out of the headline', async () => {
    const bare = await put('1.4', { state: 'not_applicable', rules: {} }, 0);
    expect(bare.body.errors).toMatchObject([{ path: 'reason', code: 'reason_required' }]);
    const proposed = { state: 'not_applicable', rules: {}, reason: '没有该过程' };
    expect((await put('1.4', proposed, 0)).status).toBe(200);
    const before = (await enterprise.api.get<Score>(`${path}/score`)).body;
    expect(before.items['1.4']?.state).toBe('proposed_not_applicable');
    expect([before.basic, before.ifApproved?.basic]).toEqual([0, 1000]);
    const approval = { by: '评价机构', on: '2026-03-01', document: '示例〔2026〕1 号' };
    await put('1.4', { ...proposed, approval }, 1);
    const after = (await enterprise.api.get<Score>(`${path}/score`)).body;
    expect([after.basic, after.items['1.4']?.state]).toEqual([1000, 'not_applicable']);
  });

  it('is taken back as unanswered, and its versions go on', async () => {
    await put('1.1', assessed(), 0);
    const cleared = await put('1.1', { state: 'unanswered', rules: {} }, 1);
    expect(cleared.body).toMatchObject({ state: 'unanswered', version: 2 });
    const { body: score } = await enterprise.api.get<Score>(`${path}/score`);
    expect(score.progress.answered).toBe(0);
  });

  it('keeps a finding written before the item is judged', async () => {
    const noted = await put('1.1', { state: 'unanswered', rules: {}, finding: '待核实' }, 0);
    expect(noted.body).toMatchObject({ state: 'unanswered', finding: '待核实' });
  });

  it('is refused once the assessment is closed, and to viewers', async () => {
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    const refused = await viewer.api.put(`${path}/answers/1.1`, assessed(), { ifMatch: 0 });
    expect(refused.status).toBe(403);
    await enterprise.api.post(`${path}/moves`, { move: 'close' }, { ifMatch: 1 });
    const late = await put('1.1', assessed(), 0);
    expect([late.status, late.body.code]).toEqual([409, 'assessment_closed']);
  });
});

describe('efforts', () => {
  it('are saved over the version that was read', async () => {
    const empty = await enterprise.api.get(`${path}/efforts`);
    expect(empty.body).toEqual({
      version: 0,
      efforts: {},
      months: {},
      excluded: [],
      horizon: 12,
    });
    const body = {
      efforts: { '1.1/1.1-c': 2.5 },
      months: { 'B1.1/a': 30 },
      excluded: ['1.2/1.2-b'],
      horizon: 9,
    };
    const saved = await enterprise.api.put(`${path}/efforts`, body, { ifMatch: 0 });
    expect(saved.body).toEqual({ version: 1, ...body });
    const late = await enterprise.api.put<Problem>(`${path}/efforts`, body, { ifMatch: 0 });
    expect([late.status, late.body.current]).toEqual([409, { version: 1, ...body }]);
    const none = { efforts: {}, excluded: [] };
    for (const wrong of [
      { ...none, efforts: { a: -1 } },
      { ...none, months: { a: 0.5 } },
      { ...none, months: { a: 121 } },
      { ...none, horizon: 0 },
    ])
      expect((await enterprise.api.put(`${path}/efforts`, wrong, { ifMatch: 1 })).status).toBe(422);
  });
});

describe('two requests at the same moment', () => {
  it('with one key for two items: the second is told, and nothing of it is written', async () => {
    const key = randomUUID();
    expect((await put('1.1', assessed(), 0, key)).status).toBe(200);
    // The second had looked for the key before the first one was committed.
    jest
      .spyOn(app.app.get(AnswersRepository), 'changeOf')
      .mockImplementationOnce(() => Promise.resolve(null));
    const second = await put('1.2', assessed(), 0, key);
    expect([second.status, second.body.code]).toEqual([409, 'idempotency_key_reused']);
    const { body } = await enterprise.api.get<AnswerDto[]>(`${path}/answers`);
    expect(body.map(({ itemId }) => itemId)).toEqual(['1.1']);
  });
});
