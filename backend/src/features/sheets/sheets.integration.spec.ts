import { TestApp } from '../../testing/test-app';
import { readMaterial, scoreMaterial, type FrozenMaterial } from '../dossiers/pure';
import type { EvaluationResult } from './evaluation-result';
import { EvaluatedCases, type Assessor } from './testing/evaluated-case';

interface Problem {
  readonly code: string;
}

interface Faults {
  readonly errors: readonly { readonly path: string; readonly code: string }[];
}

interface Sheet {
  readonly isScorer: boolean;
  readonly isLead: boolean;
  readonly state: string | null;
  readonly items: number;
  readonly team: readonly {
    readonly userId: string;
    readonly state: string;
    readonly answered: number;
  }[];
  readonly answers: readonly {
    readonly itemId: string;
    readonly version: number;
    readonly finding: string;
  }[];
  readonly self: readonly { readonly itemId: string; readonly state: string }[];
}

interface Comparison {
  readonly waitsFor: readonly string[];
  readonly sheets: readonly {
    readonly userId: string;
    readonly total: number | null;
    readonly grade: string | null;
    readonly isCounted: boolean;
  }[];
  readonly items: readonly {
    readonly itemId: string;
    readonly differs: boolean;
    readonly isOpen: boolean;
    readonly answers: readonly { readonly userId: string }[];
    readonly settled: { readonly version: number; readonly reason: string } | null;
  }[];
  readonly agreement: readonly {
    readonly sectionId: string | null;
    readonly one: string;
    readonly other: string;
    readonly kappa: number | null;
  }[];
  readonly settled: { readonly total: number | null; readonly grade: string | null };
}

let app: TestApp;
let cases: EvaluatedCases;
let lead: Assessor;
let second: Assessor;

beforeAll(async () => {
  app = await TestApp.start();
  cases = await EvaluatedCases.of(app);
  lead = await cases.assessor('陈组长', 'lead_assessor');
  second = await cases.assessor('李评价');
}, 120_000);
afterAll(() => app.stop());

let id = '';
afterEach(() => cases.end(id));

async function material(): Promise<FrozenMaterial> {
  const [row] = await app.database.superuser<{ material: string }>(
    'SELECT material FROM case_materials WHERE case_id = $1 ORDER BY number DESC',
    [id],
  );
  return readMaterial(String(row?.material));
}

const PLAIN = { rules: {}, finding: '', reason: '', approval: null, measured: null };

async function put(
  by: Assessor,
  itemId: string,
  content: object,
  { ifMatch = 0, key }: { readonly ifMatch?: number; readonly key?: string } = {},
) {
  const path = `${cases.at(id)}/sheet/answers/${itemId}`;
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  return by.api.put<{ version: number; self: object | null } & Problem>(
    path,
    { ...PLAIN, ...content },
    { ifMatch, headers },
  );
}

/** Everything is judged and handed in by the lead, behind the API: for speed. */
async function judgedAll(): Promise<void> {
  await app.database.superuser(
    `INSERT INTO case_sheets (organization_id, case_id, user_id, user_name, state, handed_in_at)
     VALUES ($1, $2, $3, $4, 'handed_in', now())`,
    [cases.body.organizationId, id, lead.userId, lead.name],
  );
}

/** As the enterprise answered; what it left out is judged to have nothing. */
async function copySelf(by: Assessor, changes: Readonly<Record<string, object>> = {}) {
  const { scheme, answers } = await material();
  const given = new Map(answers.map(({ itemId, answer }) => [itemId, answer]));
  for (const section of scheme.document.sections)
    for (const { items } of section.groups)
      for (const { id: itemId } of items) {
        const own = given.get(itemId);
        const left = section.bonus ? 'unanswered' : 'not_established';
        const content = own
          ? { ...own, approval: own.approval ?? null, reason: '按申请材料' }
          : { state: left };
        const { status, body } = await put(by, itemId, { ...content, ...changes[itemId] });
        if (status !== 200) throw new Error(`${itemId}: ${JSON.stringify(body)}`);
      }
}

const sheetOf = async (by: Assessor): Promise<Sheet> =>
  (await by.api.get<Sheet>(`${cases.at(id)}/sheet`)).body;

const compared = (by: Pick<Assessor, 'api'>) =>
  by.api.get<Comparison & Problem>(`${cases.at(id)}/sheets`);

const handIn = (by: Assessor) => by.api.post<Sheet & Problem>(`${cases.at(id)}/sheet/hand-in`, {});

async function move(by: Assessor, route: 'closing-meeting' | 'hand-over') {
  if (route === 'closing-meeting') await cases.recordClosing(id);
  const { body } = await by.api.get<{ version: number }>(cases.at(id));
  const path = `${cases.at(id)}/${route}`;
  const made = await by.api.post<Problem & { state: string }>(
    path,
    { text: '' },
    { ifMatch: body.version },
  );
  await cases.deliver();
  return made;
}

const settle = (by: Assessor, itemId: string, content: object, ifMatch = 0) =>
  by.api.put<Comparison & Problem>(
    `${cases.at(id)}/settled/${itemId}`,
    { rules: {}, approval: null, note: '', ...content },
    { ifMatch },
  );

async function conclude(by: Assessor, content: object) {
  const path = `${cases.at(id)}/conclusion`;
  const { body } = await by.api.get<{ version: number }>(path);
  const empty = { summary: '体系运行有效', strengths: '', improvements: '', grade: '' };
  return by.api.put<Problem>(path, { ...empty, ...content }, { ifMatch: body.version });
}

describe('the closing meeting', () => {
  it('counts as held with a whole record of it, and says what lacks', async () => {
    id = await cases.evaluating(lead);
    await judgedAll();
    const close = async () => {
      const { body } = await lead.api.get<{ version: number }>(cases.at(id));
      const path = `${cases.at(id)}/closing-meeting`;
      return lead.api.post<Problem & Faults>(path, { text: '' }, { ifMatch: body.version });
    };
    const record = (by: Pick<Assessor, 'api'>, facts: object, ifMatch: number) =>
      by.api.put<Problem & Faults>(`${cases.at(id)}/meetings/closing`, facts, { ifMatch });
    const missing = await close();
    expect([missing.status, missing.body]).toMatchObject([
      409,
      {
        code: 'closing_meeting_incomplete',
        errors: [
          ...[{ code: 'meeting_day' }, { code: 'meeting_place' }],
          ...[{ code: 'meeting_nobody_of_enterprise' }, { code: 'meeting_nobody_of_body' }],
        ],
      },
    ]);
    const alone = [{ side: 'body', name: '陈组长', department: '', post: '' }];
    const half = { heldOn: '2026-11-30', place: '会议室', minutes: '', attendance: alone };
    expect((await record(lead, half, 0)).status).toBe(200);
    expect((await close()).body.errors).toMatchObject([{ path: 'attendance' }]);
    const whole = { ...half, attendance: [...alone, { ...alone[0], side: 'enterprise' }] };
    expect((await record(lead, whole, 1)).status).toBe(200);
    expect((await close()).status).toBe(200);
    expect((await record(lead, half, 2)).body.code).toBe('closing_meeting_incomplete');
    expect((await record(lead, { ...whole, minutes: '补记' }, 2)).status).toBe(200);
  });

  it('is written down by its team and whoever plans, and by no other assessor', async () => {
    id = await cases.evaluating(lead);
    const record = (by: Pick<Assessor, 'api'>, ifMatch: number) =>
      by.api.put<Problem>(
        `${cases.at(id)}/meetings/closing`,
        { heldOn: null, place: '会议室', minutes: '', attendance: [] },
        { ifMatch },
      );
    const outside = await record(second, 0);
    expect([outside.status, outside.body.code]).toEqual([403, 'not_of_evaluation']);
    await cases.join(id, second, 'assessor');
    expect((await record(second, 0)).status).toBe(200);
    expect((await record(cases.body, 1)).status).toBe(200);
    const said = { relation: 'relative', text: '配偶在该企业任职' };
    await second.api.post(`${cases.at(id)}/declarations`, said);
    expect((await record(second, 2)).body.code).toBe('independence_undeclared');
    await cases.leave(id, second);
    expect((await record(second, 2)).body.code).toBe('not_of_evaluation');
  });
});

describe('the sheet of one assessor', () => {
  it('gives the score of the enterprise where it says the same, and goes to the review', async () => {
    id = await cases.evaluating(lead);
    await copySelf(lead);
    const own = await sheetOf(lead);
    expect(own).toMatchObject({ isScorer: true, isLead: true, state: 'open' });
    expect(own.team).toMatchObject([{ userId: lead.userId, answered: own.items }]);
    expect((await move(lead, 'closing-meeting')).body.code).toBe('sheets_open');
    expect((await handIn(lead)).body.state).toBe('handed_in');
    expect((await handIn(lead)).status).toBe(200);
    const self = scoreMaterial(await material());
    const { body } = await compared(lead);
    expect(body.settled).toMatchObject({ total: self.total, grade: self.grade });
    expect(body.items.every(({ differs, isOpen }) => !differs && !isOpen)).toBe(true);
    expect(body.agreement[0]).toMatchObject({ one: lead.userId, other: 'self', kappa: 100 });
    expect((await move(lead, 'closing-meeting')).body).toMatchObject({ state: 'rectifying' });
    expect((await move(lead, 'hand-over')).body.code).toBe('conclusion_incomplete');
    await conclude(lead, { recommendation: 'refuse' });
    expect((await move(lead, 'hand-over')).body).toMatchObject({ state: 'reviewing' });
    const [row] = await app.database.superuser<{ result: string }>(
      'SELECT result FROM case_results WHERE case_id = $1',
      [id],
    );
    const result = JSON.parse(String(row?.result)) as EvaluationResult;
    expect(result).toMatchObject({
      ...{ format: 'liangxing-evaluation', plan: null, bodyName: '江南评价中心' },
      team: [{ name: '陈组长', role: 'lead' }],
      conclusion: { recommendation: 'refuse', grade: '' },
    });
    expect(result.score).toEqual(result.self);
    expect(result.score.total).toBe(self.total);
  });

  it('shows how the enterprise judged an item once the own answer is given, and not before', async () => {
    id = await cases.evaluating(lead);
    const [first] = (await material()).answers;
    const itemId = String(first?.itemId);
    expect((await sheetOf(lead)).self).toEqual([]);
    const { body } = await put(lead, itemId, { state: 'not_established' });
    expect(body.self).toMatchObject({ itemId });
    expect((await sheetOf(lead)).self.map((one) => one.itemId)).toEqual([itemId]);
    await put(lead, itemId, { state: 'unanswered' }, { ifMatch: 1 });
    expect((await sheetOf(lead)).self).toEqual([]);
  });

  it('keeps an answer once, however often its request comes, and none that came too late', async () => {
    id = await cases.evaluating(lead);
    const [first] = (await material()).answers;
    const itemId = String(first?.itemId);
    const answer = { state: 'not_established', finding: '未见文件' };
    const key = '11111111-1111-4111-8111-111111111111';
    const made = await put(lead, itemId, answer, { key });
    const again = await put(lead, itemId, answer, { key });
    expect([made.status, again.status]).toEqual([200, 200]);
    expect(again.body.version).toBe(1);
    const other = await put(lead, itemId, { ...answer, finding: '已见' }, { key });
    expect(other.body.code).toBe('idempotency_key_reused');
    const late = await put(lead, itemId, { ...answer, finding: '已见' });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      code: 'version_conflict',
      current: { version: 1, finding: '未见文件' },
    });
    expect((await put(lead, 'x.9', answer)).status).toBe(422);
    expect((await put(lead, itemId, { state: 'met' }, { ifMatch: 1 })).status).toBe(422);
  });

  it('is not handed in before every basic item is judged', async () => {
    id = await cases.evaluating(lead);
    const { status, body } = await handIn(lead);
    expect([status, body.code]).toEqual([409, 'sheet_incomplete']);
  });
});

describe('two assessors', () => {
  it('score alone, are read once they have handed in, and the lead settles where they differ', async () => {
    id = await cases.evaluating(lead, second);
    const [first, another] = (await material()).answers.filter(({ answer }) => answer !== null);
    const [differs, same] = [String(first?.itemId), String(another?.itemId)];
    await copySelf(lead);
    const changed = { state: 'not_established', rules: {}, approval: null };
    await copySelf(second, { [differs]: changed });
    const open = await compared(lead);
    expect([open.status, open.body.code]).toEqual([403, 'sheet_not_readable']);
    expect((await sheetOf(second)).team.map(({ state }) => state)).toEqual(['open', 'open']);
    await handIn(second);
    expect((await compared(lead)).status).toBe(403);
    const before = (await compared(second)).body;
    expect(before.waitsFor).toEqual(['陈组长']);
    expect(before.sheets.map(({ userId }) => userId)).toEqual([second.userId, 'self']);
    expect(
      (await settle(lead, differs, { state: 'not_established', reason: '抽查' })).body.code,
    ).toBe('sheets_open');
    await handIn(lead);
    const late = await put(lead, same, { state: 'not_established' }, { ifMatch: 1 });
    expect([late.status, late.body.code]).toEqual([409, 'sheet_handed_in']);
    const { body } = await compared(lead);
    expect(body.items.filter(({ isOpen }) => isOpen).map(({ itemId }) => itemId)).toEqual([
      differs,
    ]);
    expect((await move(lead, 'closing-meeting')).body.code).toBe('items_unsettled');
    const judged = { state: 'not_established', reason: '现场抽查三份均无记录' };
    expect((await settle(second, differs, judged)).body.code).toBe('not_team_lead');
    expect((await settle(lead, differs, { ...judged, reason: ' ' })).status).toBe(422);
    expect((await settle(lead, differs, judged)).status).toBe(200);
    expect((await settle(lead, differs, judged)).status).toBe(409);
    expect((await move(second, 'closing-meeting')).body.code).toBe('not_team_lead');
    expect((await move(lead, 'closing-meeting')).status).toBe(200);
    const [row] = await app.database.superuser<{ differed: boolean; reason: string }>(
      'SELECT differed, reason FROM case_settled WHERE case_id = $1 AND item_id = $2',
      [id, differs],
    );
    expect(row).toEqual({ differed: true, reason: judged.reason });
  });

  it('lose nothing where one of them leaves, who can write no more and counts no more', async () => {
    id = await cases.evaluating(lead, second);
    await copySelf(lead);
    const [first] = (await material()).answers;
    const itemId = String(first?.itemId);
    await put(second, itemId, { state: 'not_established', finding: '见现场' });
    await cases.leave(id, second);
    const refused = await put(second, itemId, { state: 'unanswered' }, { ifMatch: 1 });
    expect([refused.status, refused.body.code]).toEqual([403, 'not_in_team']);
    expect((await handIn(second)).body.code).toBe('not_in_team');
    const own = await sheetOf(second);
    expect(own.isScorer).toBe(false);
    expect(own.answers).toMatchObject([{ itemId, finding: '见现场' }]);
    await handIn(lead);
    expect((await compared(lead)).body.waitsFor).toEqual([]);
    expect((await move(lead, 'closing-meeting')).status).toBe(200);
  });

  it('are read by nobody else of the body before the closing meeting', async () => {
    id = await cases.evaluating(lead);
    await copySelf(lead);
    await handIn(lead);
    expect((await compared(cases.body)).body.code).toBe('sheet_not_readable');
    const refused = await put({ ...cases.body, name: '' }, '1.1', { state: 'not_established' });
    expect(refused.body.code).toBe('not_in_team');
  });
});

describe('the grade that a team recommends', () => {
  it('is one of the scheme, and not above what the settled score reaches', async () => {
    id = await cases.evaluating(lead);
    const { scheme } = await material();
    const all = scheme.document.sections.flatMap(({ groups }) =>
      groups.flatMap(({ items }) => items.map((item) => item.id)),
    );
    const nothing = { state: 'not_established', rules: {}, approval: null };
    const bonus = new Set(
      scheme.document.sections
        .filter((section) => section.bonus)
        .flatMap(({ groups }) => groups.flatMap(({ items }) => items.map((item) => item.id))),
    );
    const basic = all.filter((item) => !bonus.has(item));
    await copySelf(lead, Object.fromEntries(basic.map((item) => [item, nothing])));
    await handIn(lead);
    await move(lead, 'closing-meeting');
    const [highest] = scheme.document.grades;
    const unknown = await conclude(lead, { recommendation: 'grant', grade: 'AAAAAA' });
    expect(unknown.body.code).toBe('grade_outside_scheme');
    await conclude(lead, { recommendation: 'grant', grade: String(highest?.id) });
    expect((await move(lead, 'hand-over')).body.code).toBe('grade_not_reached');
  });
});
