/** What makes files. Heavy: it runs in worker threads, and a program that answers people never loads it. */
export { fontFiles, loadFonts, type DossierFonts } from './pdf/fonts';
export {
  renderDossier,
  renderDossierToBytes,
  type RenderOptions,
  type RenderProgress,
} from './render-dossier';
export { renderSystemPdf } from './system-documents/render-system-pdf';
export { renderSystemWord, type Rasterize } from './system-documents/render-system-word';
export { renderSystemExcel } from './system-documents/render-system-excel';
export { renderRecordsPdf } from './records/render-records-pdf';
export { renderClientReportPdf } from './client-report/render-client-report-pdf';
export { renderClientReportWord } from './client-report/render-client-report-word';
export { renderEvaluationReportPdf } from './evaluation-report/render-evaluation-report-pdf';
export { renderEvaluationReportWord } from './evaluation-report/render-evaluation-report-word';
export { renderCertificatePdf } from './certificate/render-certificate-pdf';
export { renderDraftWord } from './standard-drafts/render-draft-word';
export { inspectAttachment } from './attachments/inspect-attachment';
export { AttachmentError } from './attachments/attachment-error';
export type { AttachmentBytes } from './attachments/embed-attachments';
export type { AttachmentFile } from './attachments/open-attachment';
