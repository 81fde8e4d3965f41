export { SubmissionsModule } from './submissions.module';
export { SubmissionsRepository } from './submissions.repository';
export { SubmitDossier } from './use-cases/submit-dossier';
