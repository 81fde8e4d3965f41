export * from './expectation';
export {
  OUTLINE_IDS,
  OUTLINES,
  type OutlineId,
  type OutlineKind,
  type OutlineRow,
} from './outlines';
export { EXPECTATIONS, expectationsOf } from './library/index';
export { mayTrimNode, NODE_FACTS, type NodeFacts } from './node-facts';
export { coverage, type Coverage } from './coverage';
export type { ExpectationResult, ExpectationState } from './expectation-result';
export { nodeHoldings, rewordedHoldings, type NodeHolding } from './node-holdings';
export { completeness, isUnplaced, type CoverageCounts } from './coverage-counts';
export {
  indexExpectations,
  matchesOf,
  type ExpectationIndex,
  type Match,
  type MatchBasis,
} from './match-titles';
export { nextBestSteps, type NextStep, type NextStepKind, type StepFacts } from './next-best-steps';
