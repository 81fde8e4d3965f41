import Excel from 'exceljs';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { CorrectiveActionsRepository } from './corrective-actions.repository';
import type { CorrectiveActionDto } from './dto/corrective-action.dto';

type Answer = CorrectiveActionDto & {
  code: string;
  current: CorrectiveActionDto;
  errors?: readonly { path: string }[];
};

let app: TestApp;
let enterprise: TestOrganization;
let assessmentId: string;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
});
afterAll(() => app.stop());

beforeEach(async () => {
  enterprise = await app.organization();
  path = `${enterprise.path}/corrective-actions`;
  const { body } = await enterprise.api.post<{ id: string }>(`${enterprise.path}/assessments`, {
    title: '自评',
    schemeId: 'gsp-2004',
  });
  assessmentId = body.id;
});

const add = (fields: object) => enterprise.api.post<Answer>(path, fields);

describe('a corrective action', () => {
  it('is numbered in its organization, also when several are added at once', async () => {
    const added = await Promise.all([1, 2, 3, 4].map(() => add({ finding: '缺记录' })));
    expect(added.map(({ body }) => body.number).sort()).toEqual([1, 2, 3, 4]);
  });

  it('is changed over the version that was read, and shows the other value otherwise', async () => {
    const { body } = await add({ measure: '补做' });
    const at = `${path}/${body.id}`;
    const changed = await enterprise.api.patch<Answer>(
      at,
      { state: 'in_progress' },
      { ifMatch: 1 },
    );
    expect(changed.body).toMatchObject({ version: 2, state: 'in_progress', measure: '补做' });
    const late = await enterprise.api.patch<Answer>(at, { measure: '重做' }, { ifMatch: 1 });
    expect([late.status, late.body.current.measure]).toEqual([409, '补做']);
    expect((await enterprise.api.delete(at, undefined, { ifMatch: 1 })).status).toBe(409);
    expect((await enterprise.api.delete(at, undefined, { ifMatch: 2 })).status).toBe(204);
    expect((await enterprise.api.get<unknown[]>(path)).body).toEqual([]);
  });

  it('is not added to an archived evaluation; those that it has go on', async () => {
    const { body } = await add({ assessmentId, finding: '缺记录' });
    const at = `${enterprise.path}/assessments/${assessmentId}`;
    for (const [ifMatch, move] of [undefined, 'close', 'archive'].entries())
      if (move) await enterprise.api.post(`${at}/moves`, { move }, { ifMatch });
    expect(await add({ assessmentId, finding: '再缺记录' })).toMatchObject({
      status: 409,
      body: { code: 'assessment_archived' },
    });
    const changed = { state: 'in_progress' };
    const answer = await enterprise.api.patch<Answer>(`${path}/${body.id}`, changed, {
      ifMatch: 1,
    });
    expect(answer.body).toMatchObject({ state: 'in_progress' });
  });

  it('is verified by another person than its owner', async () => {
    const told = { cause: '未复核', measure: '补做', result: '已补做' };
    const { body } = await add({ owner: '周示例', ...told });
    const verify = (verifiedBy: string) =>
      enterprise.api.patch<Answer>(
        `${path}/${body.id}`,
        { state: 'verified', verifiedBy },
        { ifMatch: 1 },
      );
    const own = await verify(' 周示例 ');
    expect([own.status, own.body.code]).toEqual([422, 'verifier_is_owner']);
    expect((await verify('')).status).toBe(422);
    expect((await verify('陆示例')).body).toMatchObject({ state: 'verified', version: 2 });
  });

  it('is not verified before its cause, measure and result are told', async () => {
    const { body } = await add({ owner: '周示例', measure: '补做', cause: ' ' });
    const verified = await enterprise.api.patch<Answer>(
      `${path}/${body.id}`,
      { state: 'verified', verifiedBy: '陆示例' },
      { ifMatch: 1 },
    );
    const paths = verified.body.errors?.map(({ path: field }) => field);
    expect([verified.status, paths]).toEqual([422, ['cause', 'result']]);
  });

  it('belongs to an item of the scheme', async () => {
    expect((await add({ assessmentId, itemId: '1.1' })).status).toBe(201);
    const outside = await add({ assessmentId, itemId: '9.9' });
    expect([outside.status, outside.body.code]).toEqual([422, 'item_outside_scheme']);
    expect((await add({ itemId: '1.1' })).status).toBe(422);
  });

  it('is taken out as a row of a workbook: of one evaluation and of none, in the language asked for', async () => {
    await add({ assessmentId, itemId: '1.1', finding: '=1+1', cause: '未复核', measure: '补做' });
    await add({ finding: '通用', owner: '周示例', dueOn: '2026-12-01', state: 'in_progress' });
    const { body: other } = await enterprise.api.post<{ id: string }>(
      `${enterprise.path}/assessments`,
      { title: '另一次', schemeId: 'gsp-2004' },
    );
    await add({ assessmentId: other.id, itemId: '1.2', finding: '别的' });
    const rows = async (query: string): Promise<string[][]> => {
      const answer = await enterprise.api.fetch('GET', `${path}/export${query}`);
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
        200,
        expect.stringContaining('.xlsx'),
      ]);
      const workbook = new Excel.Workbook();
      await workbook.xlsx.load(await answer.arrayBuffer());
      const table: string[][] = [];
      workbook.worksheets[0]?.eachRow((row) => {
        const cells: string[] = [];
        row.eachCell({ includeEmpty: true }, ({ text }) => cells.push(text));
        table.push(cells);
      });
      return table;
    };
    const [heads, first, second, ...more] = await rows(`?assessmentId=${assessmentId}`);
    expect(heads?.slice(0, 5)).toEqual([
      '序号',
      '条目',
      '问题（评价发现）',
      '原因分析',
      '整改措施',
    ]);
    expect(first?.slice(0, 5)).toEqual(['1', '1.1', '=1+1', '未复核', '补做']);
    expect(second?.slice(5, 8)).toEqual(['周示例', '2026-12-01', '进行中']);
    expect(more).toEqual([]);
    expect(await rows('')).toHaveLength(4);
    expect((await enterprise.api.get(`${path}/export?assessmentId=x`)).status).toBe(422);
  });

  it('comes from a route once, however often it is asked for', async () => {
    const corrections = [{ itemId: '1.1', ruleId: '1.1-c', text: '目标不能量化', effort: 2 }];
    const ask = () =>
      enterprise.api.post<Answer[]>(`${path}/from-route`, { assessmentId, corrections });
    expect((await ask()).body).toMatchObject([{ number: 1, finding: '目标不能量化', effort: 2 }]);
    expect((await ask()).body).toEqual([]);
  });

  it('comes from a route once, however many ask for it at the same time', async () => {
    const corrections = ['1.1-a', '1.1-c'].map((ruleId) => ({
      itemId: '1.1',
      ruleId,
      text: '目标不能量化',
      effort: 2,
    }));
    const body = { assessmentId, corrections };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => enterprise.api.post<Answer[]>(`${path}/from-route`, body)),
    );
    expect(answers.map(({ body: added }) => added.length).sort()).toEqual([0, 0, 0, 2]);
  });

  it('takes an effort of at most 9,999 person-days', async () => {
    expect((await add({ effort: 9_999 })).status).toBe(201);
    const typed = await add({ effort: 10_000 });
    expect([typed.status, typed.body.errors?.[0]?.path]).toEqual([422, 'effort']);
    const corrections = [{ itemId: '1.1', ruleId: '1.1-c', text: '目标不能量化', effort: 10_000 }];
    const fromRoute = await enterprise.api.post<Answer>(`${path}/from-route`, {
      assessmentId,
      corrections,
    });
    expect([fromRoute.status, fromRoute.body.errors?.[0]?.path]).toEqual([
      422,
      'corrections.0.effort',
    ]);
  });

  it('is hidden from others, and viewers only read', async () => {
    const { body } = await add({ finding: '秘密' });
    const other = await app.organization('另一家');
    const foreign = `${other.path}/corrective-actions/${body.id}`;
    expect((await other.api.patch(foreign, { finding: 'x' }, { ifMatch: 1 })).status).toBe(404);
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    expect((await viewer.api.get<unknown[]>(path)).body).toHaveLength(1);
    expect((await viewer.api.post(path, {})).status).toBe(403);
  });

  it('is not removed over a change that came between reading and removing', async () => {
    const { body } = await add({ finding: '并发' });
    const actions = app.app.get(CorrectiveActionsRepository);
    const find = actions.find.bind(actions);
    jest.spyOn(actions, 'find').mockImplementationOnce(async (...of) => {
      const current = await find(...of);
      await app.database.superuser(
        'UPDATE corrective_actions SET version = version + 1 WHERE id = $1',
        [body.id],
      );
      return current;
    });
    const removed = await enterprise.api.delete(`${path}/${body.id}`, undefined, { ifMatch: 1 });
    expect(removed).toMatchObject({ status: 409, body: { current: { version: 2 } } });
    const again = await enterprise.api.delete(`${path}/${body.id}`, undefined, { ifMatch: 2 });
    expect(again.status).toBe(204);
  });
});
