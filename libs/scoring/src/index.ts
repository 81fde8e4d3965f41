export * from './answer';
export {
  checkAnswer,
  checkAnswerOf,
  checkAnswers,
  largestCount,
  type AnswerProblem,
  type AnswerProblemCode,
} from './check-answer';
export * from './score';
export { createScorer, score, type Scorer } from './scorer';
