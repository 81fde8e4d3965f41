export { EvidenceModule } from './evidence.module';
export type { Evidence } from './evidence';
export { downloadHeaders } from './evidence-download';
export { EvidenceRepository } from './evidence.repository';
export { SWEEP_FILES } from './sweep-files';
export { UploadEvidence } from './upload-evidence';
