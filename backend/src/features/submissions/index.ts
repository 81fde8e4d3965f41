export { SubmissionsModule } from './submissions.module';
export { SubmissionsRepository } from './submissions.repository';
export { ReadBodyLetters } from './use-cases/read-body-letters';
export { SubmitDossier } from './use-cases/submit-dossier';
export { WriteToBody } from './use-cases/write-to-body';
