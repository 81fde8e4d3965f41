/** What a dossier and the other documents say: plain data. What makes files of it is `@liangxing/dossier/render`. */
export * from './snapshot';
export { scoringPart, type ItemNote } from './assessment/scoring-part';
export { DOSSIER_KIND_WORD, dossierScheme, scoreSummary } from './assessment/score-summary';
export { paretoBars, type ParetoBar } from './charts/pareto-bars';
export {
  improvementSentence,
  noMeasuresSentence,
  nonconformitySentence,
} from './parts/open-matters';
export { systemSentence } from './parts/system-sentence';
export * from './system-documents/system-document';
export { LIST_COLUMNS, shownColumns, type ColumnUse } from './system-documents/plain-tables';
export type { RecordsDocument, RecordsRow } from './records/records-document';
export * from './client-report/client-report';
export * from './certificate/certificate';
export * from './evaluation-report/evaluation-report';
export * from './standard-drafts/standard-draft';
export { DRAFT_OUTLINES, type DraftOutline } from './standard-drafts/outlines/index';
export { draftFromOutline, type DraftFacts } from './standard-drafts/draft-from-outline';
