import fc from 'fast-check';
import type { Rule, Scheme } from '@liangxing/scheme';
import type { Answers, RuleAnswer } from './answer';
import { createScorer, score } from './scorer';
import { anyAssessment, anyFacts, itemsOf } from './testing/arbitrary-assessment';
import { approvedNotApplicable } from './testing/scheme-builder';

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const runs = { numRuns: 600 };

/** The place of a grade from the top; no grade is below all. */
const rank = (of: Scheme, gradeId: string | null): number => {
  const index = of.grades.findIndex(({ id }) => id === gradeId);
  return index < 0 ? of.grades.length : index;
};

/** One deduction more, or one award fewer, on some rule; null where it cannot be worse. */
function worse(rule: Rule, now: RuleAnswer | undefined): RuleAnswer | null {
  switch (rule.kind) {
    case 'fixed':
      return true;
    case 'per_missing':
    case 'per_finding':
      return (typeof now === 'number' ? now : 0) + 1;
    case 'choice':
      return rule.choices.at(-1)?.id ?? null;
    case 'rate':
      return typeof now === 'object'
        ? { ...(now as { whole: number }), part: 0 }
        : { part: 0, whole: 1 };
    case 'award':
      return typeof now === 'number' && now > 0 ? now - 1 : null;
    case 'band':
      return {};
  }
}

describe('a score', () => {
  it('never exceeds the points of item, section and scheme and is never negative', () => {
    fc.assert(
      fc.property(anyAssessment, anyFacts, ({ scheme, answers }, facts) => {
        const result = score(scheme, answers, facts);
        for (const { id, points } of itemsOf(scheme)) {
          const { earned, deducted } = result.items[id]!;
          expect(earned).toBeGreaterThanOrEqual(0);
          expect(earned).toBeLessThanOrEqual(points);
          expect(deducted).toBeGreaterThanOrEqual(0);
          expect(deducted).toBeLessThanOrEqual(points);
        }
        for (const { earned, points } of result.sections) {
          expect(earned).toBeGreaterThanOrEqual(0);
          expect(earned).toBeLessThanOrEqual(points);
        }
        expect(result.basic).toBeLessThanOrEqual(scheme.basicPoints);
        expect(result.bonus).toBeLessThanOrEqual(scheme.bonusPoints);
      }),
      runs,
    );
  });

  it('is made of whole hundredths only', () => {
    fc.assert(
      fc.property(anyAssessment, anyFacts, ({ scheme, answers }, facts) => {
        JSON.stringify(score(scheme, answers, facts), (_, value: unknown) => {
          if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
          return value;
        });
      }),
      runs,
    );
  });

  it('is the sum of its sections, and each section that of its items unless it is weighed up', () => {
    fc.assert(
      fc.property(anyAssessment, anyFacts, ({ scheme, answers }, facts) => {
        const result = score(scheme, answers, facts);
        const of = (bonus: boolean) =>
          sum(result.sections.filter((each) => each.bonus === bonus).map(({ earned }) => earned));
        expect([of(false), of(true)]).toEqual([result.basic, result.bonus]);
        expect(result.total).toBe(result.basic + result.bonus);
        scheme.sections.forEach(({ groups }, index) => {
          const { earned, points, itemEarned, itemPoints } = result.sections[index]!;
          const items = groups.flatMap((group) => group.items.map(({ id }) => result.items[id]!));
          expect(itemEarned).toBe(sum(items.map((each) => each.earned)));
          expect(itemPoints).toBe(sum(items.map((each) => each.points)));
          if (points === itemPoints) expect(earned).toBe(itemEarned);
        });
      }),
      runs,
    );
  });

  it('does not depend on the order in which items and rules were answered', () => {
    const reversed = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
      Object.fromEntries(Object.entries(record).reverse());
    fc.assert(
      fc.property(anyAssessment, anyFacts, ({ scheme, answers }, facts) => {
        const turned = reversed(
          Object.fromEntries(
            Object.entries(answers).map(([id, answer]) => [
              id,
              { ...answer, rules: reversed(answer.rules) },
            ]),
          ),
        );
        expect(JSON.stringify(score(scheme, turned, facts))).toBe(
          JSON.stringify(score(scheme, answers, facts)),
        );
      }),
      runs,
    );
  });

  it('is the same from a prepared scorer, call after call, and leaves the answers alone', () => {
    fc.assert(
      fc.property(anyAssessment, anyFacts, ({ scheme, answers }, facts) => {
        const before = JSON.stringify(answers);
        const scorer = createScorer(scheme);
        const first = scorer(answers, facts);
        scorer({}, facts);
        expect(scorer(answers, facts)).toEqual(first);
        expect(score(scheme, answers, facts)).toEqual(first);
        expect(JSON.stringify(answers)).toBe(before);
      }),
      runs,
    );
  });

  it('never rises, nor does the grade, by one deduction more or one award fewer', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        anyAssessment,
        anyFacts,
        fc.nat(),
        fc.nat(),
        ({ scheme, answers }, facts, at, which) => {
          const items = itemsOf(scheme).filter(({ id }) => answers[id]?.state === 'assessed');
          const item = items[at % Math.max(1, items.length)];
          const rule = item?.rules[which % item.rules.length];
          if (item === undefined || rule === undefined) return;
          const answer = answers[item.id]!;
          const finding = worse(rule, answer.rules[rule.id]);
          if (finding === null) return;
          compared += 1;
          const more: Answers = {
            ...answers,
            [item.id]: { ...answer, rules: { ...answer.rules, [rule.id]: finding } },
          };
          const [before, after] = [score(scheme, answers, facts), score(scheme, more, facts)];
          expect(after.basic).toBeLessThanOrEqual(before.basic);
          expect(after.bonus).toBeLessThanOrEqual(before.bonus);
          expect(rank(scheme, after.grade)).toBeGreaterThanOrEqual(rank(scheme, before.grade));
          before.sections.forEach(({ earned }, index) => {
            expect(after.sections[index]!.earned).toBeLessThanOrEqual(earned);
          });
        },
      ),
      { numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  it('has gaps of zero exactly where a route is reached, and reaches a grade only so', () => {
    fc.assert(
      fc.property(anyAssessment, anyFacts, ({ scheme, answers }, facts) => {
        const result = score(scheme, answers, facts);
        for (const { routes, reached, gates } of result.gaps) {
          for (const route of routes)
            expect(route.reached).toBe(route.basic + route.bonus + route.total === 0);
          expect(reached).toBe(gates.length === 0 && routes.some((route) => route.reached));
        }
        const best = result.gaps.find(({ reached }) => reached);
        expect(result.grade).toBe(best?.gradeId ?? null);
        expect(result.routeId === null).toBe(result.grade === null);
      }),
      runs,
    );
  });

  it('shows beside it what approving every proposed N/A would make of it', () => {
    fc.assert(
      fc.property(anyAssessment, anyFacts, ({ scheme, answers }, facts) => {
        const approved = Object.fromEntries(
          Object.entries(answers).map(([id, answer]) => [
            id,
            answer.state === 'not_applicable' ? approvedNotApplicable : answer,
          ]),
        );
        const { ifApproved } = score(scheme, answers, facts);
        const { basic, total, grade, readiness } = score(scheme, approved, facts);
        const isProposed = Object.values(answers).some(
          ({ state, approval }) => state === 'not_applicable' && approval === undefined,
        );
        expect(ifApproved).toEqual(isProposed ? { basic, total, grade, readiness } : null);
      }),
      runs,
    );
  });

  it('counts progress as items with an answer, bonus items apart', () => {
    fc.assert(
      fc.property(anyAssessment, ({ scheme, answers }) => {
        const count = (bonus: boolean) =>
          Object.keys(answers).filter((id) => id.startsWith('B') === bonus).length;
        const items = itemsOf(scheme).length;
        expect(score(scheme, answers).progress).toEqual({
          answered: count(false),
          items: items - 1,
          bonusAnswered: count(true),
          bonusItems: 1,
        });
      }),
      runs,
    );
  });
});
