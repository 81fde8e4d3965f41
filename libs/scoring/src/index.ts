export * from './answer';
export { cheapestRoute, type ItemCorrections, type RouteToGrade } from './cheapest-route';
export {
  checkAnswer,
  checkAnswerOf,
  checkAnswers,
  largestCount,
  type AnswerProblem,
  type AnswerProblemCode,
} from './check-answer';
export { type CorrectionKind } from './correction-plan';
export {
  applySteps,
  largestEffort,
  possibleCorrections,
  withEfforts,
  type Correction,
  type CorrectionStep,
} from './corrections';
export * from './score';
export { createScorer, score, type Scorer } from './scorer';
