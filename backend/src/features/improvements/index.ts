export { ExportActions } from './use-cases/export-actions';
export { ImprovementsModule } from './improvements.module';
export { CorrectiveActionsRepository } from './corrective-actions.repository';
export { WriteActions } from './use-cases/write-actions';
export type { CorrectiveAction } from './corrective-action';
