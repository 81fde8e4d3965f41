import type { Score } from '@liangxing/scoring';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { AnswerDto } from '../assessments/dto/answer.dto';
import type { Overview } from '../overview/overview';
import type { ReadinessDto, ReadinessItemDto } from './readiness.dto';

interface Problem {
  readonly errors: readonly { path: string; code: string }[];
}

/** 管理评审: what the node BZ6.3 lays down and the list of meetings answer it. */
const ITEM = '1.6.2';
/** 宣贯培训: a sample is taken and a figure held against its objective. */
const MEASURED = '1.4.2';

let app: TestApp;
let enterprise: TestOrganization;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
  const body = { title: '2026 年自我评价', schemeId: 'gb-t-19273-2017' };
  const made = await enterprise.api.post<{ id: string }>(`${enterprise.path}/assessments`, body);
  path = `${enterprise.path}/assessments/${made.body.id}`;
});

const readiness = async (): Promise<ReadinessDto> =>
  (await enterprise.api.get<ReadinessDto>(`${path}/readiness`)).body;
const itemOf = ({ items }: ReadinessDto, id = ITEM): ReadinessItemDto => {
  const found = items.find(({ itemId }) => itemId === id);
  if (found === undefined) throw new Error(`no item ${id}`);
  return found;
};
const put = (body: object, ifMatch = 0, item = ITEM) =>
  enterprise.api.put<AnswerDto & Problem>(`${path}/answers/${item}`, body, { ifMatch });
const meet = (heldOn: string) =>
  enterprise.api.post(`${enterprise.path}/records/meetings`, {
    fields: { title: '管理评审', heldOn },
  });

/** A system whose node of review holds what is essential there. */
async function holdReview(): Promise<void> {
  const { body: system } = await enterprise.api.post<{ id: string }>(`${enterprise.path}/systems`, {
    templateId: 'gb-t-15496-2017',
  });
  interface Coverage {
    readonly expectations: readonly { node: string; title: string; isEssential: boolean }[];
  }
  const { body } = await enterprise.api.get<Coverage>(
    `${enterprise.path}/systems/${system.id}/coverage`,
  );
  const titles = body.expectations
    .filter(({ node, isEssential }) => node === 'BZ6.3' && isEssential)
    .map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(0);
  for (const title of titles) {
    const standard = await enterprise.api.post<{ id: string }>(`${enterprise.path}/standards`, {
      title,
    });
    await app.database.superuser(
      `INSERT INTO system_places (organization_id, system_id, standard_id, rank, node_key, basis)
       VALUES ($1, $2, $3, 1, 'BZ6.3', 'hand')`,
      [enterprise.organizationId, system.id, standard.body.id],
    );
  }
}

const thisYear = (): string => new Date().toISOString().slice(0, 10);

describe('the readiness of an evaluation', () => {
  it('is not known at first, and says of every item what is missing', async () => {
    const found = await readiness();
    expect(found.items.length).toBeGreaterThan(80);
    expect(new Set(found.items.map(({ state }) => state))).toEqual(new Set(['unknown']));
    for (const { checks } of found.items)
      for (const { reasons } of checks) expect(reasons[0]?.text).toMatch(/\p{Script=Han}/u);
    expect(itemOf(found).checks.map(({ check }) => check)).toEqual(['document', 'operation']);
    const { body } = await enterprise.api.get<Score>(`${path}/score`);
    expect(body.progress.answered).toBe(0);
  });

  it('follows from the documents of the system and the records of the last months', async () => {
    await holdReview();
    expect(itemOf(await readiness()).checks.map(({ state }) => state)).toEqual(['met', 'unknown']);
    await meet('2019-03-01');
    expect(itemOf(await readiness()).checks[1]?.reasons[0]?.code).toBe('proof_old');
    await meet(thisYear());
    const found = await readiness();
    expect(itemOf(found)).toMatchObject({ state: 'met', derived: 'met', isOverridden: false });
    expect(found.facts[ITEM]?.records).toMatchObject({ total: 2, inTime: 1 });
    expect(found.unmet.map(({ itemId }) => itemId)).not.toContain(ITEM);
    // The score, the overview and the dossier count the same states.
    const score = (await enterprise.api.get<Score>(`${path}/score`)).body;
    const counted = Object.values(score.items).filter(({ state }) => state !== 'unanswered');
    const known = found.items.filter(({ state }) => state !== 'unknown');
    expect(counted.map(({ itemId }) => itemId).sort()).toEqual(
      known.map(({ itemId }) => itemId).sort(),
    );
    const overview = (await enterprise.api.get<Overview>(`${enterprise.path}/overview`)).body;
    expect(overview.assessment?.progress).toEqual(score.progress);
  });

  it('keeps what was counted and measured, and refuses what cannot be', async () => {
    const measured = {
      sample: { looked: 20, conforming: 15 },
      effect: { figure: 96.5, objective: 95, unit: '%', isAtMost: false },
    };
    const stored = await put({ state: 'unanswered', rules: {}, measured }, 0, MEASURED);
    expect(stored.body.measured).toEqual(measured);
    const wrong = await put(
      { state: 'unanswered', rules: {}, measured: { sample: { looked: 2, conforming: 3 } } },
      1,
      MEASURED,
    );
    expect([wrong.status, wrong.body.errors.map(({ code }) => code)]).toEqual([
      422,
      ['sample_conforming_out_of_range'],
    ]);
    expect((await put({ state: 'unanswered', rules: {} }, 1, MEASURED)).body.measured).toBeNull();
  });

  it('is what a person judges, with a reason; earlier judgements stay without one', async () => {
    const bare = await put({ state: 'met', rules: {} });
    expect(bare.body.errors.map(({ path: at, code }) => [at, code])).toEqual([
      ['reason', 'override_reason_required'],
    ]);
    for (const reason of [' \u3000', '\u200b\u2060']) {
      const unseen = await put({ state: 'met', rules: {}, reason });
      expect(unseen.body.errors.map(({ code }) => code)).toEqual(['override_reason_required']);
    }
    await put({ state: 'met', rules: {}, reason: '上级单位统一组织评审' });
    expect(itemOf(await readiness())).toMatchObject({
      state: 'met',
      derived: 'unknown',
      isOverridden: true,
    });
    await app.database.superuser(`UPDATE answers SET reason = '' WHERE organization_id = $1`, [
      enterprise.organizationId,
    ]);
    const later = await put({ state: 'met', rules: {}, finding: '补充说明' }, 1);
    expect([later.status, later.body.finding]).toEqual([200, '补充说明']);
    expect((await put({ state: 'partly', rules: {} }, 2)).status).toBe(422);
  });

  it('is nothing where points are given, and of another organization not found', async () => {
    const made = await enterprise.api.post<{ id: string }>(`${enterprise.path}/assessments`, {
      title: '自评',
      schemeId: 'gsp-2004',
    });
    const scored = await enterprise.api.get<ReadinessDto>(
      `${enterprise.path}/assessments/${made.body.id}/readiness`,
    );
    expect(scored.body).toMatchObject({ day: null, items: [], groups: [], unmet: [], facts: {} });
    const other = await app.organization();
    const foreign = `${other.path}/assessments/${made.body.id}/readiness`;
    expect((await other.api.get(foreign)).status).toBe(404);
  });
});
