export * from './facts';
export {
  judgeReadiness,
  withDerived,
  type ItemReadiness,
  type ReadinessAnswer,
  type ReadinessState,
} from './judge-readiness';
export { deriveState, missingReasons, type DerivedState } from './readiness';
export type { CheckName, CheckResult, CheckState } from './check-result';
export { reasonText, type Reason, type ReasonCode, type ReasonParameters } from './reason';
export {
  NEEDS,
  summariseReadiness,
  unmetItems,
  withOwnFigures,
  type GroupReadiness,
  type OwnFigures,
  type ReadinessSummary,
  type StateCounts,
  type UnmetItem,
} from './summarise';
