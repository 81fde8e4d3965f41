export { EvidenceModule } from './evidence.module';
export type { Evidence } from './evidence';
export { EvidenceHoldsRepository } from './evidence-holds.repository';
export { EvidenceRepository } from './evidence.repository';
export { EvidenceUsesRepository } from './evidence-uses.repository';
export { SWEEP_FILES } from './use-cases/sweep-files';
export { UploadEvidence } from './use-cases/upload-evidence';
