import Excel from 'exceljs';
import { evaluated, resultOf } from '../../testing/evaluated-case';
import { TestApp, type Member } from '../../testing/test-app';
import { EvaluatedCases, type Assessor } from '../sheets/testing/evaluated-case';
import type { CountedResult } from '../sheets';

interface Figures {
  readonly cases: number;
  readonly kind: string | null;
  readonly items: readonly {
    readonly itemId: string;
    readonly major: number;
    readonly minor: number;
    readonly cumulative: number;
    readonly lost: number | null;
  }[];
  readonly people: readonly {
    readonly name: string;
    readonly items: number;
    readonly kappa: number | null;
    readonly difference: number | null;
    readonly quarters: readonly object[];
  }[];
  readonly isOwnOnly: boolean;
}

let app: TestApp;
let cases: EvaluatedCases;
let lead: Assessor;
let second: Assessor;
let reviewer: Member;
let schemeId = '';

const day = new Date().toISOString().slice(0, 10);
const year = day.slice(0, 4);

beforeAll(async () => {
  app = await TestApp.start();
  cases = await EvaluatedCases.of(app);
  lead = await cases.assessor('陈组长', 'lead_assessor');
  second = await cases.assessor('李评价');
  reviewer = await app.member(cases.body.organizationId, 'reviewer', 'assessment_body');
}, 120_000);
afterAll(() => app.stop());

/** Two of the team: the one always said what was settled, the other was stricter on ten of sixty items. */
const counted = (items: CountedResult['items']): CountedResult => ({
  items,
  agreements: [
    {
      ...{ userId: lead.userId, userName: lead.name, difference: 0 },
      counts: [20, 0, 0, 0, 20, 0, 0, 0, 20],
    },
    {
      ...{ userId: second.userId, userName: second.name, difference: -6_000 },
      counts: [20, 10, 0, 0, 10, 0, 0, 0, 20],
    },
  ],
});

const item = (
  itemId: string,
  earned: number,
  severity: 'major' | 'minor' | null = null,
): CountedResult['items'][number] => ({ itemId, most: 1_000, earned, severity });

async function read(
  by: Member,
  { from = `${year}-01-01`, until = `${year}-12-31`, of = schemeId } = {},
): Promise<Figures> {
  const asked = new URLSearchParams({ schemeId: of, from, until });
  const path = `${cases.body.path}/case-figures/results?${asked.toString()}`;
  const { status, body } = await by.api.get<Figures>(path);
  expect(status).toBe(200);
  return body;
}

describe('figures of results', () => {
  beforeAll(async () => {
    const first = await cases.received();
    await evaluated(app, cases.body, first, {
      result: resultOf(),
      counted: counted([item('1.1', 800, 'major'), item('1.2', 1_000), item('1.3', 500, 'minor')]),
    });
    // Returned by the review and handed over again: the newest counts.
    await evaluated(app, cases.body, first, {
      result: resultOf(),
      counted: counted([item('1.1', 900, 'minor'), item('1.2', 1_000), item('1.3', 500, 'minor')]),
    });
    await cases.end(first);
    const other = await cases.received();
    await evaluated(app, cases.body, other, {
      result: resultOf(),
      counted: counted([item('1.1', 1_000), item('1.2', 1_000), item('1.3', 1_000, 'major')]),
    });
    const path = `${cases.body.path}/case-figures`;
    const { body } = await cases.body.api.get<{
      schemes: { schemeId: string; results: number }[];
    }>(path);
    expect(body.schemes).toMatchObject([{ results: 2 }]);
    schemeId = String(body.schemes[0]?.schemeId);
  }, 120_000);

  it('count the newest result of each case, item by item', async () => {
    const { cases: count, kind, items } = await read(cases.body);
    expect([count, kind]).toEqual([2, 'scored']);
    expect(items).toMatchObject([
      { itemId: '1.3', major: 1, minor: 1, cumulative: 6_667, lost: 250 },
      { itemId: '1.1', major: 0, minor: 1, cumulative: 10_000, lost: 50 },
      { itemId: '1.2', major: 0, minor: 0, cumulative: 10_000, lost: 0 },
    ]);
  });

  it('tell how far everybody agrees to whoever plans or decides, and to others their own', async () => {
    for (const by of [cases.body, lead]) {
      const { people, isOwnOnly } = await read(by);
      expect(people.map(({ name }) => name).sort()).toEqual(['李评价', '陈组长']);
      expect(isOwnOnly).toBe(false);
    }
    const own = await read(second);
    expect(own).toMatchObject({
      ...{ isOwnOnly: true, people: [{ name: '李评价', items: 120, difference: -100 }] },
    });
    expect(own.people[0]?.kappa).toBeLessThan(100);
    expect(own.people[0]?.quarters).toHaveLength(1);
    expect(await read(reviewer)).toMatchObject({ isOwnOnly: true, people: [], cases: 2 });
  });

  it('are of the days and the scheme that were asked for', async () => {
    const before = await read(cases.body, { from: '2020-01-01', until: '2020-12-31' });
    expect(before).toMatchObject({ cases: 0, kind: null, items: [], people: [] });
    expect(await read(cases.body, { of: 'gsp-none' })).toMatchObject({ cases: 0 });
  });

  it('are taken out as a workbook, which holds what the person may see', async () => {
    const asked = new URLSearchParams({ schemeId, from: `${year}-01-01`, until: `${year}-12-31` });
    const path = `${cases.body.path}/case-figures/results/export?${asked.toString()}`;
    const namesIn = async (by: Member): Promise<string> => {
      const answer = await by.api.fetch('GET', path);
      expect(answer.status).toBe(200);
      const workbook = new Excel.Workbook();
      await workbook.xlsx.load(await answer.arrayBuffer());
      expect(workbook.worksheets.map(({ name }) => name)).toEqual(['条目不符合项', '评分一致性']);
      return JSON.stringify(workbook.worksheets[1]?.getSheetValues());
    };
    expect(await namesIn(cases.body)).toContain('陈组长');
    expect(await namesIn(second)).not.toContain('陈组长');
    expect(await namesIn(second)).toContain('李评价');
  });
});
