import { serveTasks } from './kernel/threads/serve-tasks';

/** What the worker threads can do; each loads its code when it is first asked for. */
const importTasks = () => import('./features/standards/import/import.task');
const schemeTasks = () => import('./features/schemes/import/read-scheme.task');
const catalogueTasks = () => import('./features/catalogue/import/catalogue.task');
const clientTasks = () => import('./features/engagements/import/clients.task');
const wordTasks = () => import('./features/drafts/word/word-file.task');

export default serveTasks({
  previewImport: async () => (await importTasks()).previewImport,
  remapImport: async () => (await importTasks()).remapImport,
  readRecordFile: async () =>
    (await import('./features/records/import/read-records.task')).readRecordFile,
  readClientFile: async () => (await clientTasks()).readClientFile,
  writeClientTemplate: async () => (await clientTasks()).writeClientTemplate,
  readSchemeFile: async () => (await schemeTasks()).readSchemeFile,
  draftScheme: async () => (await schemeTasks()).draftScheme,
  listCatalogueKeys: async () => (await catalogueTasks()).listCatalogueKeys,
  foreseeCatalogue: async () => (await catalogueTasks()).foreseeCatalogue,
  readCatalogueUpload: async () => (await catalogueTasks()).readCatalogueUpload,
  drawSystemDocument: async () =>
    (await import('./features/systems/documents/draw-document.task')).drawSystemDocument,
  showSystemDocuments: async () =>
    (await import('./features/systems/documents/show-documents.task')).showSystemDocuments,
  measureSystem: async () =>
    (await import('./features/systems/coverage/measure-system.task')).measureSystem,
  suggestPlaces: async () =>
    (await import('./features/systems/coverage/suggest-places.task')).suggestPlaces,
  writeRegister: async () =>
    (await import('./features/standards/export/write-register.task')).writeRegister,
  writeSchemeWorkbook: async () =>
    (await import('./features/schemes/scheme-workbook.task')).writeSchemeWorkbook,
  writeRecords: async () =>
    (await import('./features/records/export/write-records.task')).writeRecords,
  printRecords: async () =>
    (await import('./features/records/export/print-records.task')).printRecords,
  writeTrail: async () =>
    (await import('./features/organizations/trail/write-trail.task')).writeTrail,
  writeActionsWorkbook: async () =>
    (await import('./features/improvements/write-actions.task')).writeActionsWorkbook,
  writeSheets: async () =>
    (await import('./features/exports/archive/write-sheets.task')).writeSheets,
  writePortfolio: async () =>
    (await import('./features/portfolio/write-portfolio.task')).writePortfolio,
  writeClientReports: async () =>
    (await import('./features/client-reports/write-client-reports.task')).writeClientReports,
  writeEvaluationReport: async () =>
    (await import('./features/decisions/write-evaluation-report.task')).writeEvaluationReport,
  writeResultFigures: async () =>
    (await import('./features/case-figures/write-result-figures.task')).writeResultFigures,
  writeCertificate: async () =>
    (await import('./features/certificates/write-certificate.task')).writeCertificate,
  writeDraftWord: async () =>
    (await import('./features/drafts/write-draft-word.task')).writeDraftWord,
  writeDraftWords: async () =>
    (await import('./features/drafts/write-draft-word.task')).writeDraftWords,
  inspectWordFile: async () => (await wordTasks()).inspectWordFile,
  fillWordFile: async () => (await wordTasks()).fillWordFile,
  judgeDossier: async () => (await import('./features/dossiers/freeze-dossier.task')).judgeDossier,
  freezeDossier: async () =>
    (await import('./features/dossiers/freeze-dossier.task')).freezeDossier,
  deriveAllocation: async () =>
    (await import('./features/dossiers/duty-allocation/derive-allocation.task')).deriveAllocation,
  inspectAttachmentFile: async () =>
    (await import('./features/dossiers/attachments/inspect-attachment.task')).inspectAttachmentFile,
  renderDossierFile: async () =>
    (await import('./features/dossiers/render-dossier.task')).renderDossierFile,
});
