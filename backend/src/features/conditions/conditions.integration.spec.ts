import { randomUUID } from 'node:crypto';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { AssessmentDto } from '../assessments/dto/assessment.dto';
import type { DossierCheckDto } from '../dossiers/dto/dossier.dto';
import type { Overview } from '../overview/overview';
import type { ConditionDto } from './dto/condition.dto';
import { organizationDay } from '../../kernel';

interface Problem {
  readonly code: string;
  readonly errors?: readonly { path: string; code: string }[];
  readonly current?: ConditionDto;
}

const ids = ['registered', 'operation', 'accidents', 'sampling', 'dishonesty', 'mandatory'];
const yes = { answer: 'yes', proof: '查询结果', checkedOn: '2026-01-05' };

let app: TestApp;
let enterprise: TestOrganization;
let path: string;
let assessmentId: string;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  enterprise = await app.organization();
});
afterAll(() => app.stop());
beforeEach(async () => {
  const { body } = await enterprise.api.post<AssessmentDto>(`${enterprise.path}/assessments`, {
    title: '2026 年自我评价',
    schemeId: 'gb-t-19273-2017',
  });
  assessmentId = body.id;
  path = `${enterprise.path}/assessments/${assessmentId}`;
});

const put = (id: string, body: object, ifMatch: number) =>
  enterprise.api.put<ConditionDto & Problem>(`${path}/conditions/${id}`, body, { ifMatch });
const list = async () => (await enterprise.api.get<ConditionDto[]>(`${path}/conditions`)).body;
const overview = async () =>
  (await enterprise.api.get<Overview>(`${enterprise.path}/overview?assessment=${assessmentId}`))
    .body;

describe('the conditions of an application', () => {
  it('are those of the scheme in its order, unanswered at first, whatever the product knows', async () => {
    const listed = await list();
    expect(listed.map(({ id, answer, version }) => [id, answer, version])).toEqual(
      ids.map((id) => [id, 'unanswered', 0]),
    );
    expect((await overview()).assessment?.conditions).toEqual({
      total: 6,
      met: 0,
      unmet: 0,
      unanswered: 6,
    });
  });

  it('offer what the profile tells, and answer nothing by themselves', async () => {
    const { body: profile } = await enterprise.api.get<object>(`${enterprise.path}/profile`);
    const told = {
      ...profile,
      creditCode: '913205050000LJDT79',
      address: '江苏省苏州市示例路 88 号',
      systemEffectiveOn: organizationDay(new Date()),
    };
    await app.database.superuser(
      'UPDATE enterprise_profiles SET profile = $2 WHERE organization_id = $1',
      [enterprise.organizationId, JSON.stringify(told)],
    );
    const [registered, operation, accidents] = await list();
    expect([registered?.offer?.answer, operation?.offer?.answer]).toEqual(['yes', 'no']);
    expect([registered?.answer, operation?.answer, accidents?.offer]).toEqual([
      'unanswered',
      'unanswered',
      null,
    ]);
  });

  it('keep what a person says over the version that was seen, with author and audit', async () => {
    const first = await put('sampling', yes, 0);
    expect([first.status, first.body.version]).toEqual([200, 1]);
    const again = await put('sampling', yes, 0);
    expect([again.status, again.body.version]).toEqual([200, 1]);
    const late = await put('sampling', { ...yes, answer: 'no' }, 0);
    expect([late.status, late.body.code, late.body.current?.answer]).toEqual([
      409,
      'version_conflict',
      'yes',
    ]);
    expect((await put('sampling', { ...yes, answer: 'no' }, 1)).body.version).toBe(2);
    const events = await app.database.superuser<{ details: object }>(
      `SELECT details FROM audit_events WHERE action = 'condition.answered' AND subject_id = $1
       ORDER BY id`,
      [assessmentId],
    );
    expect(events.map(({ details }) => details)).toMatchObject([
      { conditionId: 'sampling', version: 1, answer: 'yes' },
      { conditionId: 'sampling', version: 2, answer: 'no', fields: ['answer'] },
    ]);
  });

  it('are kept once where the same is sent several times at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => put('sampling', yes, 0)));
    expect(answers.map(({ status, body }) => [status, body.version])).toEqual(
      answers.map(() => [200, 1]),
    );
  });

  it('refuse an unknown condition, an unknown answer, a day to come, and a write without a version', async () => {
    expect((await put('none', yes, 0)).status).toBe(404);
    const wrong = await put('sampling', { ...yes, answer: 'maybe' }, 0);
    expect(wrong.body.errors).toMatchObject([{ path: 'answer', code: 'not_one_of' }]);
    const future = await put('sampling', { ...yes, checkedOn: '2199-01-01' }, 0);
    expect([future.status, future.body.errors?.[0]?.code]).toEqual([422, 'in_future']);
    const blind = await enterprise.api.put(`${path}/conditions/sampling`, yes);
    expect(blind.status).toBe(428);
  });

  it('close the door in overview and check as soon as one is not met', async () => {
    for (const id of ids) await put(id, yes, 0);
    await put('accidents', { ...yes, answer: 'no' }, 1);
    const { assessment, nextSteps } = await overview();
    expect(assessment?.conditions).toEqual({ total: 6, met: 5, unmet: 1, unanswered: 0 });
    expect(nextSteps[0]).toEqual({ code: 'meet_conditions', params: { count: 1 } });
    const { body } = await enterprise.api.get<DossierCheckDto>(`${path}/dossier-check`);
    expect(body.blocks).toBe(true);
    expect(body.findings[0]?.code).toBe('condition_unmet');
  });

  it('are proven by files as items are', async () => {
    const form = new FormData();
    form.append('assessmentId', assessmentId);
    form.append('conditionId', 'registered');
    form.append('file', new Blob([`营业执照 ${randomUUID()}`]), '营业执照.txt');
    const uploaded = await enterprise.api.post<{ id: string; links: object[] }>(
      `${enterprise.path}/evidence`,
      form,
    );
    expect(uploaded.body.links).toEqual([{ assessmentId, conditionId: 'registered' }]);
    expect((await list())[0]?.evidenceCount).toBe(1);
    const query = `assessmentId=${assessmentId}&conditionId=registered`;
    const served = await enterprise.api.get<object[]>(`${enterprise.path}/evidence?${query}`);
    expect(served.body).toHaveLength(1);
    const unknown = await enterprise.api.put(
      `${enterprise.path}/evidence/${uploaded.body.id}/links`,
      { assessmentId, conditionId: 'none' },
    );
    expect(unknown.status).toBe(404);
    const library = await enterprise.api.get<{ files: { uses: object[] }[] }>(
      `${enterprise.path}/evidence-library`,
    );
    expect(library.body.files[0]?.uses).toMatchObject([{ kind: 'condition', id: 'registered' }]);
    expect((await overview()).evidence).toMatchObject({ files: 1, uses: 1 });
  });

  it('are nobody else’s: another organization finds nothing, a viewer writes nothing', async () => {
    await put('sampling', yes, 0);
    const other = await app.organization('另一家');
    const at = `${other.path}/assessments/${assessmentId}/conditions`;
    expect((await other.api.get(at)).status).toBe(404);
    expect((await other.api.put(`${at}/sampling`, yes, { ifMatch: 1 })).status).toBe(404);
    expect((await other.api.get(`${path}/conditions`)).status).toBe(404);
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    const refused = await viewer.api.put(`${path}/conditions/sampling`, yes, { ifMatch: 1 });
    expect(refused.status).toBe(403);
    expect((await list()).find(({ id }) => id === 'sampling')).toMatchObject({
      answer: 'yes',
      version: 1,
    });
  });

  it('stay as they are once the self-evaluation is closed, and go with it', async () => {
    await put('sampling', yes, 0);
    const move = (verb: string, ifMatch: number) =>
      enterprise.api.post<AssessmentDto>(`${path}/moves`, { move: verb }, { ifMatch });
    expect((await move('close', 1)).status).toBe(200);
    const refused = await put('sampling', { ...yes, answer: 'no' }, 1);
    expect([refused.status, refused.body.code]).toEqual([409, 'assessment_closed']);
    const removed = await enterprise.api.delete(path, undefined, { ifMatch: 2 });
    expect(removed.status).toBe(204);
    const rows = await app.database.superuser(
      'SELECT FROM condition_answers WHERE assessment_id = $1',
      [assessmentId],
    );
    expect(rows).toEqual([]);
  });
});
