import { type Answers, PlayedServer, atRest, failure, storeWith } from '../../testing/store-with';
import { score } from '@liangxing/scoring';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { noEfforts } from './efforts';
import { EffortsSaver } from './efforts-saver';
import { GapsStore } from './gaps-store';
import { smallScheme } from './testing/small-scheme';

const assessment = {
  ...{ id: 'a1', schemeId: 'small', schemeVersion: '1.0.0', targetGrade: 'A' },
};
const answers = [
  { itemId: '1.1', state: 'assessed', rules: { '1.1-a': true, '1.1-b': 3 }, approval: null },
  { itemId: '1.2', state: 'assessed', rules: { '1.2-a': 'some' }, approval: null },
  { itemId: '1.3', state: 'unanswered', rules: {}, approval: null },
];

async function opened(
  chosen: unknown = assessment,
  played: Answers = {},
  stored: Partial<typeof noEfforts> = {},
) {
  const efforts = { ...noEfforts, version: 1, ...stored };
  const server = new PlayedServer({
    'GET /schemes/{id}/versions/{version}': () => smallScheme,
    'GET /assessments/{assessmentId}/answers': () => answers,
    'GET /assessments/{assessmentId}/readiness': () => ({ day: null, facts: {} }),
    'GET /assessments/{assessmentId}/efforts': () => efforts,
    'PUT /assessments/{assessmentId}/efforts': ({ body }) => ({ ...body, version: 2 }),
    'GET /profile': () => ({ size: 'large', industryKind: null }),
    ...played,
  });
  const { store } = storeWith(GapsStore, server, [
    EffortsSaver,
    { provide: CurrentOrganization, useValue: { id: () => 'o1' } },
    { provide: SessionService, useValue: { user: () => ({ id: 'u1' }) } },
    { provide: CurrentAssessment, useValue: { load: async () => chosen } },
  ]);
  await store.load();
  await atRest();
  return { store, server };
}

const shownIn = (groups: readonly { readonly rows: readonly { readonly id: string }[] }[] = []) =>
  groups.flatMap(({ rows }) => rows.map(({ id }) => id));

describe('gaps and the way to a grade', () => {
  it('are computed from the scheme and the answers that are stored', async () => {
    const { store } = await opened();
    const said = {
      '1.1': { state: 'assessed', rules: { '1.1-a': true, '1.1-b': 3 } },
      '1.2': { state: 'assessed', rules: { '1.2-a': 'some' } },
    } as const;
    expect(store.isLoaded()).toBe(true);
    expect(store.score()).toEqual(score(smallScheme, said, { size: 'large' }));
    expect(store.lines().length).toBeGreaterThan(0);
    expect(store.route()).not.toBeNull();
  });

  it('lead to the grade that the evaluation aims at, until another is chosen', async () => {
    const { store } = await opened();
    expect(store.target()).toBe('A');
    const effortOf = () => store.route()?.effort ?? 0;
    const near = effortOf();
    store.chooseTarget('AA');
    store.withUnjudged.set(true);
    expect(store.target()).toBe('AA');
    expect(effortOf()).toBeGreaterThan(near);
    store.chooseTarget('unknown');
    expect(store.target()).toBe('A');
  });

  it('lead to the highest grade where none that the scheme knows is aimed at', async () => {
    const { store } = await opened({ ...assessment, targetGrade: '5A' });
    expect(store.target()).toBe('AA');
  });

  it('leave out what is excluded, and items that nobody has judged unless they are wanted', async () => {
    const { store } = await opened({ ...assessment, targetGrade: 'AA' });
    const isUnjudgedShown = () => shownIn(store.plan()?.chosen).some((id) => id.startsWith('1.3'));
    expect(store.unjudged()).toBe(1);
    expect(isUnjudgedShown()).toBe(false);
    store.withUnjudged.set(true);
    expect(isUnjudgedShown()).toBe(true);
    const [first = ''] = shownIn(store.plan()?.chosen);
    const excluded = await opened({ ...assessment, targetGrade: 'AA' }, {}, { excluded: [first] });
    excluded.store.withUnjudged.set(true);
    expect(shownIn(excluded.store.plan()?.excluded)).toEqual([first]);
    expect(shownIn(excluded.store.plan()?.chosen)).not.toContain(first);
  });

  it('follow the efforts that are stored', async () => {
    const { store } = await opened({ ...assessment, targetGrade: 'AA' });
    store.withUnjudged.set(true);
    const [first = ''] = shownIn(store.plan()?.chosen);
    const before = store.route()?.effort ?? 0;
    const dear = await opened(
      { ...assessment, targetGrade: 'AA' },
      {},
      { efforts: { [first]: 900 } },
    );
    dear.store.withUnjudged.set(true);
    expect(dear.store.route()?.effort).not.toBe(before);
  });

  it('say nothing before an evaluation is begun', async () => {
    const { store, server } = await opened(null);
    expect(store.isLoaded()).toBe(true);
    expect([store.score(), store.route(), store.plan()]).toEqual([null, null, null]);
    expect(store.sentences()).toEqual([]);
    expect(server.asked).toEqual([]);
  });

  it('say what went wrong, and are there after another try', async () => {
    let isDown = true;
    const { store } = await opened(assessment, {
      'GET /profile': () => {
        if (isDown) throw failure(500);
        return { size: null, industryKind: null };
      },
    });
    expect([store.isLoaded(), store.problem()?.status]).toEqual([false, 500]);
    isDown = false;
    await store.load();
    expect([store.isLoaded(), store.problem()]).toEqual([true, null]);
    expect(store.score()).not.toBeNull();
  });
});
