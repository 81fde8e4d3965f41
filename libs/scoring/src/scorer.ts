import type { Scheme } from '@liangxing/scheme';
import type { Answers, EnterpriseFacts } from './answer';
import { compileScheme, type CompiledScheme } from './compiled-scheme';
import { excluding, failedShares, gradeGap, leavesStarsOut, type Totals } from './grade-gaps';
import { scoreItem } from './item-score';
import type { FailedVeto, GradeGap, ItemScore, Score } from './score';
import { failedVetoes } from './vetoes';
import {
  addToTally,
  newTally,
  readinessOf,
  sectionPoints,
  sectionScore,
  totalsOf,
  type SectionTally,
} from './section-tally';

const noFacts: EnterpriseFacts = {};

/** Scores answers against one scheme. Pure: the same answers and facts give an equal score. */
export type Scorer = (answers: Answers, facts?: EnterpriseFacts) => Score;

/**
 * Prepares a scheme and returns the function that scores answers against it.
 *
 * Points are integer hundredths. Never throws on answers that pass `checkAnswers`; what does not belong to the
 * scheme (unknown items or rules, answers of the wrong kind) has no effect here and is named there.
 * An unanswered item earns nothing. Source of the arithmetic: GB/T 19273-2003 with its scoring table, and
 * the power-sector table (reweighting, gates).
 */
export function createScorer(scheme: Scheme): Scorer {
  const compiled = compileScheme(scheme);
  return (answers, facts = noFacts) => scoreCompiled(compiled, answers, facts);
}

/** One score; see `createScorer`. The prepared scheme is kept, so calling this often costs nothing extra. */
export function score(scheme: Scheme, answers: Answers, facts: EnterpriseFacts = noFacts): Score {
  return scoreCompiled(compileScheme(scheme), answers, facts);
}

/** The items' scores and the sections' sums that everything else is derived from. */
interface Tallied {
  readonly items: Readonly<Record<string, ItemScore>>;
  readonly tallies: readonly SectionTally[];
  /** Number of 拟不适用 items. */
  readonly proposed: number;
}

export function tallyAnswers(
  compiled: CompiledScheme,
  answers: Answers,
  facts: EnterpriseFacts,
): Tallied {
  const { policies } = compiled.scheme;
  const items = { ...compiled.blank } as Record<string, ItemScore>;
  const tallies = compiled.sections.map(newTally);
  let proposed = 0;
  for (const item of compiled.items) {
    const itemScore = scoreItem(item, answers[item.id], facts, policies);
    items[item.id] = itemScore;
    if (itemScore.state === 'proposed_not_applicable') proposed += 1;
    const tally = tallies[item.section];
    if (tally !== undefined) addToTally(tally, item, itemScore, policies);
  }
  return { items, tallies, proposed };
}

function scoreCompiled(compiled: CompiledScheme, answers: Answers, facts: EnterpriseFacts): Score {
  const { scheme } = compiled;
  const { items, tallies, proposed } = tallyAnswers(compiled, answers, facts);
  const vetoes = failedVetoes(compiled, items, answers, facts);
  const result = grading(compiled, tallies, vetoes, false, facts);
  return {
    items,
    sections: tallies.map((tally, index) =>
      sectionScore(tally, result.totals.sections[index] ?? 0, scheme),
    ),
    basic: result.totals.basic,
    bonus: result.totals.bonus,
    total: result.totals.basic + result.totals.bonus,
    beyond: result.totals.beyond,
    exact: result.totals.exact,
    grade: result.grade,
    routeId: result.routeId,
    failedGates: result.failed,
    gaps: result.gaps,
    progress: progressOf(tallies),
    readiness: readinessOf(tallies, scheme, false),
    ifApproved: proposed === 0 ? null : approvedFigures(compiled, tallies, vetoes, items, facts),
    isProvisional: compiled.isProvisional,
  };
}

interface Grading {
  readonly totals: Totals;
  readonly failed: Score['failedGates'];
  readonly gaps: readonly GradeGap[];
  readonly grade: string | null;
  readonly routeId: string | null;
}

/** Grades tested from the top on the headline figures or, `approved`, on those with every proposal approved. */
function grading(
  compiled: CompiledScheme,
  tallies: readonly SectionTally[],
  vetoes: readonly FailedVeto[],
  approved: boolean,
  facts: EnterpriseFacts,
): Grading {
  const { scheme } = compiled;
  const points = tallies.map((tally) => sectionPoints(tally, scheme.policies, approved));
  const totals = totalsOf(compiled, tallies, { approved, starsFull: false });
  const failed = [...failedShares(compiled, totals, points), ...vetoes];
  let withoutStars = totals;
  let failedWithoutStars: Score['failedGates'] = failed;
  if (scheme.policies.star === 'not_required') {
    withoutStars = totalsOf(compiled, tallies, { approved, starsFull: true });
    failedWithoutStars = [
      ...failedShares(compiled, withoutStars, points),
      ...vetoes.filter(({ itemId }) => compiled.byId.get(itemId)?.star !== true),
    ];
  }
  const gaps = scheme.grades.map((grade) =>
    leavesStarsOut(scheme, grade.id)
      ? gradeGap(grade, withoutStars, excluding(scheme, grade, failedWithoutStars), facts)
      : gradeGap(grade, totals, excluding(scheme, grade, failed), facts),
  );
  const best = gaps.find((gap) => gap.reached);
  return {
    totals,
    failed,
    gaps,
    grade: best?.gradeId ?? null,
    routeId: best?.routes.find((route) => route.reached)?.routeId ?? null,
  };
}

function approvedFigures(
  compiled: CompiledScheme,
  tallies: readonly SectionTally[],
  vetoes: readonly FailedVeto[],
  items: Score['items'],
  facts: EnterpriseFacts,
): NonNullable<Score['ifApproved']> {
  // An item that does not apply vetoes nothing.
  const left = vetoes.filter(({ itemId }) => items[itemId]?.state !== 'proposed_not_applicable');
  const { totals, grade } = grading(compiled, tallies, left, true, facts);
  return {
    basic: totals.basic,
    total: totals.basic + totals.bonus,
    grade,
    readiness: readinessOf(tallies, compiled.scheme, true),
  };
}

function progressOf(tallies: readonly SectionTally[]): Score['progress'] {
  const progress = { answered: 0, items: 0, bonusAnswered: 0, bonusItems: 0 };
  for (const tally of tallies) {
    const { items } = tally.compiled;
    const answered = items - tally.states.unanswered;
    if (tally.compiled.section.bonus) {
      progress.bonusAnswered += answered;
      progress.bonusItems += items;
    } else {
      progress.answered += answered;
      progress.items += items;
    }
  }
  return progress;
}
