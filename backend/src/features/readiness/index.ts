export { ReadinessModule } from './readiness.module';
export {
  ScoredAssessments,
  type MeasuredSystem,
  type ScoredAssessment,
} from './scored-assessments';
