export * from './answer';
export { cheapestRoute, type ItemCorrections, type RouteToGrade } from './cheapest-route';
export {
  checkAnswer,
  checkAnswerOf,
  checkAnswers,
  checkMeasured,
  largestCount,
  type AnswerProblem,
  type AnswerProblemCode,
} from './check-answer';
export { type CorrectionKind } from './correction-plan';
export {
  applySteps,
  largestEffort,
  longestMonths,
  partByTime,
  possibleCorrections,
  withEfforts,
  withMonths,
  type Correction,
  type CorrectionStep,
} from './corrections';
export {
  bonusNeeded,
  explainGrade,
  gradeDemand,
  type BonusJump,
  type BonusSegment,
  type GradeDemand,
  type GradeFact,
} from './explain-grade';
export * from './readiness';
export { paretoOfLosses, radar, shareOf, type Level, type Loss, type RadarAxis } from './losses';
export { doubleDeductions, type DoubleDeduction, type PlacedRule } from './same-fact';
export { decimalText } from './exact';
export * from './score';
export { createScorer, score, type Scorer } from './scorer';
export { type LongBecause } from './usual-works';
