import {
  improvementSentence,
  noMeasuresSentence,
  nonconformitySentence,
  paretoBars,
  systemSentence,
  type DossierSnapshot,
  type ScoringItem,
} from '@liangxing/dossier';
import { loadScheme } from '@liangxing/scheme/loader';
import { listItems, type Scheme } from '@liangxing/scheme';
import { createScorer, type ItemAnswer } from '@liangxing/scoring';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packsFolder } from '../../../testing/published-schemes';
import type { RegisterEntry } from '../../systems/pure';
import { answer, material, ownSystem, standard } from '../check/testing/complete-material';
import type { ActionMaterial, DossierMaterial } from '../dossier-material';
import { buildSnapshot } from './build-snapshot';

const load = (file: string): Scheme =>
  loadScheme([{ name: file, text: readFileSync(join(packsFolder, file), 'utf8') }]);
const schemes = ['gsp-2004.yaml', 'gb-t-19273-2017.yaml'].map((file) => {
  const scheme = load(file);
  const template = file.startsWith('gb') ? 'gb-t-15496-2017' : 'gb-t-15496-2003';
  return { scheme, score: createScorer(scheme), template } as const;
});

const stateOf = (at: number): fc.Arbitrary<ItemAnswer['state'] | null> =>
  schemes[at]?.scheme.kind === 'readiness'
    ? fc.constantFrom(null, 'met', 'met', 'partly', 'not_met', 'not_applicable')
    : fc.constantFrom(null, 'assessed', 'assessed', 'not_established');

const entry = (codes: readonly string[]): fc.Arbitrary<RegisterEntry> =>
  fc
    .record({
      level: fc.constantFrom(
        'national',
        'sector',
        'local',
        'group',
        'enterprise',
        'international',
        'foreign',
        'other',
      ),
      kind: fc.constantFrom(null, 'basic', 'method', 'product'),
      status: fc.constantFrom('current', 'current', 'replaced', 'withdrawn', 'unknown'),
      isPlanned: fc.boolean(),
      nodes: fc.array(fc.constantFrom(...codes), { maxLength: 2 }),
      title: fc.constantFrom('采购管理标准', '标准化管理办法', '文件', '培训管理标准'),
      id: fc.uuid(),
    })
    .map((drawn) => ({ ...standard, ...drawn, number: `Q/A ${drawn.id.slice(0, 4)}` }));

const action = (itemId: string | null, number: number): ActionMaterial => ({
  id: `a${number}`,
  number,
  itemId,
  finding: '',
  cause: '',
  measure: '措施',
  owner: '',
  dueOn: null,
  state: 'open',
  result: '',
  verifiedBy: '',
  verifiedOn: null,
});

/** What a company is drawn from; small, so that a counterexample can be read. */
interface Recipe {
  readonly at: number;
  readonly given: readonly (ItemAnswer['state'] | null)[];
  readonly standards: readonly RegisterEntry[];
  /** Indexes of the items with a corrective action; -1: an action of no item. */
  readonly acted: readonly number[];
  readonly isOwn: boolean;
}

/** Any company: a scheme, some answers, some actions, any register, with or without a system of its own. */
const anyRecipe: fc.Arbitrary<Recipe> = fc.constantFrom(0, 1).chain((at) => {
  const items = itemsOf(at);
  const codes = ownSystem(schemes[at]?.template).tree.nodes.map(({ code }) => code);
  return fc.record({
    at: fc.constant(at),
    given: fc.array(stateOf(at), { minLength: items.length, maxLength: items.length }),
    standards: fc.array(entry(codes), { maxLength: 30 }),
    acted: fc.array(fc.integer({ min: -1, max: items.length - 1 }), { maxLength: 6 }),
    isOwn: fc.boolean(),
  });
});

function itemsOf(at: number): string[] {
  const scheme = schemes[at]?.scheme;
  return scheme === undefined ? [] : listItems(scheme).map(({ item }) => item.id);
}

function companyOf({ at, given, standards, acted, isOwn }: Recipe): DossierMaterial {
  const chosen = schemes[at];
  if (chosen === undefined) throw new Error('no scheme');
  const items = itemsOf(at);
  const answers = given.flatMap((state, index) =>
    state === null ? [] : [answer(items[index] ?? '', { state, rules: {} })],
  );
  return material({
    scheme: chosen.scheme,
    answers,
    score: chosen.score(Object.fromEntries(answers.map((each) => [each.itemId, each.answer]))),
    standards: isOwn ? standards : standards.map((each) => ({ ...each, nodes: null })),
    system: isOwn ? ownSystem(chosen.template) : null,
    actions: acted.map((index, number) => action(items[index] ?? null, number + 1)),
  });
}

const issue = {
  number: 1,
  createdAt: new Date('2026-11-23T02:00:00Z'),
  code: 'AAAA-BBBB-CCCC-DDDD',
  verifyUrl: 'https://example.cn',
  producer: 'test',
};

const basicItems = ({ scoring }: DossierSnapshot): ScoringItem[] =>
  scoring
    .filter(({ bonus }) => !bonus)
    .flatMap(({ groups }) => groups.flatMap(({ items }) => items));

/** The last figure before a word: `现有 12 项` → 12. */
const figure = (text: string, before: string): number | null => {
  const found = new RegExp(`${before} ?(\\d+)`).exec(text);
  return found ? Number(found[1]) : null;
};

describe('the parts of a dossier', () => {
  it('never disagree: counts, sums, sentences about what is missing, whatever the company', () => {
    fc.assert(
      fc.property(anyRecipe, (recipe) => {
        const snapshot = buildSnapshot(companyOf(recipe), issue);
        systemAgrees(snapshot);
        findingsAgree(snapshot);
      }),
      { numRuns: 60 },
    );
  });
});

function systemAgrees({ system }: DossierSnapshot): void {
  const { figures, list, statistics, compilationNotes } = system;
  if (figures === undefined) throw new Error('no figures');
  const rows = list.groups.flatMap((group) => group.rows);
  expect(rows).toHaveLength(figures.entries);
  const inState = (...states: readonly string[]) =>
    rows.filter(({ status }) => states.includes(status)).length;
  expect(inState('被代替', '废止')).toBe(figures.outOfForce);
  expect(inState('拟制定')).toBe(figures.planned);
  const sentence = systemSentence(system);
  if (rows.length === 0) return;
  expect(figure(sentence, '现有标准')).toBe(figures.existing);
  const levels = figures.byLevel.reduce((sum, { existing }) => sum + existing, 0);
  expect(levels).toBe(figures.existing);
  for (const table of statistics.slice(0, 2)) {
    const total = table.rows.find(({ isTotal }) => isTotal)?.values ?? [];
    expect(total.slice(0, 2)).toEqual([figures.expected, figures.existing]);
    for (const column of [0, 1]) {
      const sum = table.rows
        .filter(({ isTotal }) => !isTotal)
        .reduce((all, { values }) => all + (values[column] ?? 0), 0);
      expect(sum).toBe(total[column]);
    }
  }
  const matrix = statistics[2]?.rows.at(-1)?.values.at(-1);
  expect(matrix).toBe(figures.existing);
  const notes = compilationNotes.map(({ text }) => text).join('\n');
  if (figures.expected > 0) {
    expect(figure(notes, '体系应有标准')).toBe(figures.expected);
    expect(figure(notes, '其中现有')).toBe(figures.existing);
    expect(figure(notes, '尚缺的必备标准')).toBe(figures.missing);
  }
  expect(figure(sentence, '尚缺必备标准') ?? 0).toBe(figures.missing);
  if (figures.missing > 0) expect(notes).not.toMatch(/没有(列入计划的)?拟制定/u);
}

function findingsAgree(snapshot: DossierSnapshot): void {
  const short = basicItems(snapshot).filter(
    ({ state, deducted }) => state === 'partly' || state === 'not_met' || deducted > 0,
  );
  const open = basicItems(snapshot).filter(({ state }) => state === 'unanswered');
  const acted = new Set(snapshot.corrections.map(({ itemId }) => itemId));
  const left = short.filter(({ id }) => !acted.has(id));
  const said = [
    nonconformitySentence(snapshot),
    improvementSentence(snapshot),
    ...(snapshot.corrections.length === 0 ? [noMeasuresSentence(snapshot)] : []),
  ];
  for (const sentence of said) {
    if (short.length + open.length > 0)
      expect(sentence).not.toMatch(/没有(发现不符合|开具|需要整改)/u);
    if (left.length > 0 && sentence !== '') expect(sentence).toContain(`${left.length} 项`);
  }
  const lost = short.reduce((sum, { deducted }) => sum + deducted, 0);
  const bars = paretoBars(basicItems(snapshot));
  expect(bars.reduce((sum, { value }) => sum + value, 0)).toBe(lost);
  const { result, scoring } = snapshot;
  if (snapshot.scheme.kind === 'scored')
    expect(scoring.filter(({ bonus }) => !bonus).reduce((sum, { earned }) => sum + earned, 0)).toBe(
      result.basic,
    );
}
