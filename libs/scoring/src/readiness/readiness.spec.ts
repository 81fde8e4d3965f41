import type { Measured } from '../answer';
import { item, scheme, section } from '../testing/scheme-builder';
import { noFacts, type ItemFacts, type NodeFacts, type Proofs } from './facts';
import { judgeReadiness, withDerived } from './judge-readiness';
import { deriveState } from './readiness';
import { reasonText } from './reason';
import { summariseReadiness, unmetItems, withOwnFigures } from './summarise';
import type { ReadinessThresholds, SchemeItem } from '@liangxing/scheme';

const limits: ReadinessThresholds = {
  monthsBack: 12,
  partlyFromPercent: 70,
  metFromPercent: 95,
  provenance: 'house',
};
const ask = (id: string, more: Partial<SchemeItem> = {}) =>
  item(id, 0, [], { mode: 'readiness', ...more });
const sampled = ask('1.1', {
  nodes: ['CP3.2'],
  checks: { document: true, operation: { sampled: true } },
});
const held: NodeFacts = {
  key: 'CP3.2',
  code: 'CP3.2',
  name: { 'zh-CN': '采购', en: 'Purchasing' },
  isTrimmed: false,
  inForce: 2,
  outdated: 0,
  missing: [],
};
const proof: Proofs = { total: 1, inTime: 1, newestOn: '2026-05-01' };
const known: ItemFacts = { ...noFacts, nodes: [held], files: proof };
const counted = (looked: number, conforming: number): Measured => ({
  sample: { looked, conforming },
  effect: null,
});
const stateOf = (facts: ItemFacts, measured?: Measured) =>
  deriveState(sampled, limits, facts, measured).state;
const reasonsOf = (facts: ItemFacts, measured?: Measured) => {
  const { checks, reasons } = deriveState(sampled, limits, facts, measured);
  return [...checks.flatMap((check) => check.reasons), ...reasons];
};

describe('a sampled item with its document', () => {
  it.each([
    [20, 20, 'met'],
    [20, 19, 'met'],
    [100, 94, 'partly'],
    [10, 7, 'partly'],
    [100, 69, 'not_met'],
  ] as const)('of %i looked at, of which %i conform, is %s-like', (looked, conforming, state) => {
    expect(stateOf(known, counted(looked, conforming))).toBe(state);
  });

  it('is not known until the sample is entered, nor where only old files prove it', () => {
    expect(stateOf(known)).toBe('unknown');
    const old = { ...known, files: { total: 3, inTime: 0, newestOn: '2024-01-31' } };
    expect(stateOf(old, counted(10, 10))).toBe('unknown');
    expect(reasonsOf(old, counted(10, 10)).map(({ code }) => code)).toContain('proof_old');
  });

  it('is not met without a document, and says which one', () => {
    const empty: NodeFacts = {
      ...held,
      inForce: 0,
      missing: [
        { title: { 'zh-CN': '采购控制', en: 'Control of purchasing' }, because: 'missing' },
      ],
    };
    const facts = { ...known, nodes: [empty] };
    expect(stateOf(facts, counted(10, 10))).toBe('not_met');
    const [first] = reasonsOf(facts, counted(10, 10));
    expect(first && reasonText(first, 'zh-CN')).toBe('“CP3.2 采购”缺少必备的“采购控制”。');
    expect(first && reasonText(first, 'en')).toBe(
      '"CP3.2 Purchasing" lacks the essential "Control of purchasing".',
    );
  });

  it('is partly met where something out of force stands in its node', () => {
    expect(stateOf({ ...known, nodes: [{ ...held, outdated: 1 }] }, counted(10, 10))).toBe(
      'partly',
    );
  });

  it('looks at the lower one where a node and one below it are named', () => {
    const above: NodeFacts = { ...held, key: 'CP3', code: 'CP3', inForce: 0 };
    expect(stateOf({ ...known, nodes: [above, held] }, counted(10, 10))).toBe('met');
    const other: NodeFacts = { ...above, key: 'CP', code: 'CP' };
    expect(stateOf({ ...known, nodes: [other, held] }, counted(10, 10))).toBe('met');
    const beside: NodeFacts = { ...above, key: 'CP31', code: 'CP31' };
    expect(stateOf({ ...known, nodes: [beside, held] }, counted(10, 10))).toBe('partly');
  });

  it('cannot be known where its nodes are trimmed, absent, or there is no system', () => {
    for (const nodes of [null, [], [{ ...held, isTrimmed: true }]])
      expect(stateOf({ ...known, nodes }, counted(10, 10))).toBe('unknown');
  });

  it('leaves no place of its sentences unfilled', () => {
    const facts = { ...known, nodes: [held, { ...held, inForce: 0 }] };
    for (const reason of reasonsOf(facts, counted(3, 2)))
      for (const language of ['zh-CN', 'en'] as const)
        expect(reasonText(reason, language)).not.toMatch(/[{}]|undefined/);
  });
});

describe('an item with an objective', () => {
  const objective = { 'zh-CN': '顾客投诉率', en: 'Rate of complaints' };
  const one = ask('1.2', { checks: { operation: { sampled: false }, effect: { objective } } });
  const effect = (figure: number, isAtMost: boolean): Measured => ({
    sample: null,
    effect: { figure, objective: 2, unit: '%', isAtMost },
  });

  it('is met where the figure reaches it, in the direction that is meant', () => {
    expect(deriveState(one, limits, known, effect(1.5, true)).state).toBe('met');
    expect(deriveState(one, limits, known, effect(2.5, true)).state).toBe('partly');
    expect(deriveState(one, limits, known, effect(2.5, false)).state).toBe('met');
    expect(deriveState(one, limits, known).state).toBe('unknown');
  });
});

describe('the readiness of a scheme', () => {
  const table = scheme({
    kind: 'readiness',
    sections: [
      section('1', [
        ask('1.1', { need: 'innovative' }),
        ask('1.2', { need: 'essential', nodes: ['CP3.2'] }),
        ask('1.3', { need: 'essential' }),
        ask('1.4'),
      ]),
    ],
    policies: { notApplicable: 'exclude' },
  });
  const facts = {
    day: '2026-06-01',
    items: {
      '1.2': { ...known, nodes: [{ ...held, inForce: 0 }] },
      '1.3': noFacts,
      '1.4': known,
    },
  };
  const judged = judgeReadiness(table, facts, {
    '1.1': { state: 'partly' },
    '1.2': { state: 'unanswered' },
  });

  it('keeps what a person judged, and derives the rest', () => {
    expect(judged.map(({ state, isOverridden }) => [state, isOverridden])).toEqual([
      ['partly', true],
      ['not_met', false],
      ['unknown', false],
      ['met', false],
    ]);
    const given = { '1.1': { state: 'partly', rules: {} } } as const;
    expect(withDerived(given, judged)).toEqual({
      ...given,
      '1.2': { state: 'not_met', rules: {} },
      '1.4': { state: 'met', rules: {} },
    });
  });

  it('counts by need and topic, and names the essential items that are not met', () => {
    const summary = summariseReadiness(table, judged);
    expect(summary.essentialGaps).toEqual(['1.2', '1.3']);
    expect(summary.byNeed.essential).toMatchObject({ not_met: 1, unknown: 1, met: 0 });
    expect(summary.byNeed.usual.met).toBe(1);
    expect(summary.groups).toEqual([
      {
        sectionId: '1',
        groupId: '1',
        items: 4,
        counts: { met: 1, partly: 1, not_met: 1, unknown: 1, not_applicable: 0 },
      },
    ]);
  });

  it('lists what is not met, the essential first and of those the quickest', () => {
    expect(unmetItems(table, judged).map(({ item: one }) => one.itemId)).toEqual([
      '1.3',
      '1.2',
      '1.1',
    ]);
    for (const { effort, months } of unmetItems(table, judged)) {
      expect(Number.isInteger(effort) && effort >= 5).toBe(true);
      expect(months).toBeGreaterThan(0);
    }
  });

  it('takes the figures of the enterprise for its estimates, and keeps the order', () => {
    const estimated = unmetItems(table, judged);
    const own = withOwnFigures(estimated, { efforts: { '1.3': 400 }, months: { '1.1': 0 } });
    expect(own.map(({ item: one }) => one.itemId)).toEqual(['1.3', '1.2', '1.1']);
    expect(own.map(({ effort }) => effort)).toEqual([
      400,
      estimated[1]?.effort,
      estimated[2]?.effort,
    ]);
    expect(own.map(({ months }) => months)).toEqual([
      estimated[0]?.months,
      estimated[1]?.months,
      0,
    ]);
  });
});
