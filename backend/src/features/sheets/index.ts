export type { EvaluationResult, ResultFinding, ResultItem } from './evaluation-result';
export { ResultsRepository, type KeptResult } from './results.repository';
export { SheetsModule } from './sheets.module';
