import fc from 'fast-check';
import type { ItemChecks, ReadinessThresholds } from '@liangxing/scheme';
import type { Measured } from '../answer';
import { item } from '../testing/scheme-builder';
import type { ItemFacts, NodeFacts, Proofs } from './facts';
import { deriveState } from './readiness';
import type { CheckState } from './check-result';

const RANK: Readonly<Record<CheckState, number>> = { not_met: 0, unknown: 1, partly: 2, met: 3 };

const text = fc.constantFrom('采购管理', '检验规程').map((zh) => ({ 'zh-CN': zh, en: 'x' }));
const node: fc.Arbitrary<NodeFacts> = fc.record({
  key: fc.constantFrom('CP1', 'CP1.1', 'BZ2'),
  code: fc.constantFrom('CP1', 'CP1.1', 'BZ2'),
  name: text,
  isTrimmed: fc.boolean(),
  inForce: fc.nat({ max: 3 }),
  outdated: fc.nat({ max: 2 }),
  missing: fc.array(
    fc.record({
      title: text,
      because: fc.constantFrom('missing', 'planned', 'outdated', 'unplaced'),
    }),
    { maxLength: 2 },
  ),
});
const proofs: fc.Arbitrary<Proofs> = fc
  .tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }))
  .map(([inTime, old]) => ({
    total: inTime + old,
    inTime,
    newestOn: inTime > 0 ? '2026-05-01' : old > 0 ? '2020-05-01' : null,
  }));
const facts: fc.Arbitrary<ItemFacts> = fc.record({
  nodes: fc.option(fc.array(node, { maxLength: 3 })),
  files: proofs,
  records: proofs,
});
const measured: fc.Arbitrary<Measured> = fc.record({
  sample: fc.option(
    fc
      .tuple(fc.nat({ max: 200 }), fc.nat({ max: 200 }))
      .map(([a, b]) => ({ looked: Math.max(a, b), conforming: Math.min(a, b) })),
  ),
  effect: fc.option(
    fc.record({
      figure: fc.integer(),
      objective: fc.integer(),
      unit: fc.constant('%'),
      isAtMost: fc.boolean(),
    }),
  ),
});
const thresholds: fc.Arbitrary<ReadinessThresholds> = fc
  .tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 }))
  .map(([a, b]) => ({
    monthsBack: 12,
    partlyFromPercent: Math.min(a, b),
    metFromPercent: Math.max(a, b),
    provenance: 'house',
  }));
const checks: fc.Arbitrary<ItemChecks> = fc
  .record(
    {
      document: fc.constant(true as const),
      operation: fc.record({ sampled: fc.boolean() }),
      effect: fc.record({ objective: text }),
    },
    { requiredKeys: [] },
  )
  .filter((wanted) => Object.keys(wanted).length > 0);
const asked = checks.map((wanted) =>
  item('1.1', 0, [], { mode: 'readiness', nodes: ['CP1'], checks: wanted }),
);
const inTime = ({ total, inTime: known }: Proofs): Proofs => ({
  total: total + 1,
  inTime: known + 1,
  newestOn: '2026-06-01',
});

describe('the state that follows for a readiness item', () => {
  it('is never met without evidence', () => {
    fc.assert(
      fc.property(asked, thresholds, facts, measured, (one, limits, known, given) => {
        const { state } = deriveState(one, limits, known, given);
        const proven = known.files.total + known.records.total > 0;
        if (!proven) expect(state).not.toBe('met');
        if (one.checks?.operation && known.files.inTime + known.records.inTime === 0)
          expect(state).not.toBe('met');
      }),
    );
  });

  it('is met exactly where every check is met and something proves it', () => {
    fc.assert(
      fc.property(asked, thresholds, facts, measured, (one, limits, known, given) => {
        const { state, checks: results } = deriveState(one, limits, known, given);
        expect(results.map(({ check }) => check)).toEqual(
          (['document', 'operation', 'effect'] as const).filter((check) => one.checks?.[check]),
        );
        const isMet =
          results.every((result) => result.state === 'met') &&
          known.files.total + known.records.total > 0;
        expect(state === 'met').toBe(isMet);
        for (const result of results) expect(result.reasons.length).toBeGreaterThan(0);
      }),
    );
  });

  it('does not get worse with another proof of the last months', () => {
    fc.assert(
      fc.property(asked, thresholds, facts, measured, (one, limits, known, given) => {
        const before = deriveState(one, limits, known, given).state;
        for (const kind of ['files', 'records'] as const) {
          const more = { ...known, [kind]: inTime(known[kind]) };
          expect(RANK[deriveState(one, limits, more, given).state]).toBeGreaterThanOrEqual(
            RANK[before],
          );
        }
      }),
    );
  });

  it('does not get worse where more of the sample conforms', () => {
    fc.assert(
      fc.property(asked, thresholds, facts, measured, (one, limits, known, given) => {
        const { sample } = given;
        if (sample === null || sample.conforming === sample.looked) return;
        const more = { ...given, sample: { ...sample, conforming: sample.conforming + 1 } };
        const [before, after] = [given, more].map((each) => deriveState(one, limits, known, each));
        expect(RANK[after?.state ?? 'not_met']).toBeGreaterThanOrEqual(
          RANK[before?.state ?? 'not_met'],
        );
      }),
    );
  });

  it('does not get worse where a missing document comes into force', () => {
    fc.assert(
      fc.property(asked, thresholds, facts, measured, (one, limits, known, given) => {
        const nodes = known.nodes?.map((each) => ({
          ...each,
          missing: each.missing.slice(1),
          inForce: each.inForce + 1,
        }));
        const better = { ...known, nodes: nodes ?? null };
        expect(RANK[deriveState(one, limits, better, given).state]).toBeGreaterThanOrEqual(
          RANK[deriveState(one, limits, known, given).state],
        );
      }),
    );
  });
});
