export * from './snapshot';
export * from './canonical-json';
export { fontFiles, loadFonts, type DossierFonts } from './pdf/fonts';
export {
  renderDossier,
  renderDossierToBytes,
  snapshotSha256,
  type RenderOptions,
  type RenderProgress,
} from './render-dossier';
export { scoringPart, type ItemNote } from './assessment/scoring-part';
export { dossierKindWord, dossierScheme, scoreSummary } from './assessment/score-summary';
export * from './system-documents/system-document';
export { LIST_COLUMNS, shownColumns, type ColumnUse } from './system-documents/plain-tables';
export { renderSystemPdf } from './system-documents/render-system-pdf';
export { renderSystemWord, type Rasterize } from './system-documents/render-system-word';
export { renderSystemExcel } from './system-documents/render-system-excel';
export {
  renderRecordsPdf,
  type RecordsDocument,
  type RecordsRow,
} from './records/render-records-pdf';
export * from './standard-drafts/standard-draft';
export { renderDraftWord } from './standard-drafts/render-draft-word';
export { DRAFT_OUTLINES, type DraftOutline } from './standard-drafts/outlines/index';
export { draftFromOutline, type DraftFacts } from './standard-drafts/draft-from-outline';
