export { DossiersModule } from './dossiers.module';
export { BUILD_DOSSIER, BuildDossier } from './use-cases/build-dossier';
export { DossiersRepository, type HandedDossier } from './dossiers.repository';
export type { Dossier } from './dossier';
export { OrderDossier } from './use-cases/order-dossier';
export { newVerificationCode, readVerificationCode } from './verification-code';
