export { CertificatesModule } from './certificates.module';
export type { CertificateSettings } from './certificate';
export { IssueCertificate } from './use-cases/issue-certificate';
export { KeepSettings } from './use-cases/keep-settings';
export { NOTICE_SURVEILLANCES } from './use-cases/notice-surveillances';
export { PrintCertificate } from './use-cases/print-certificate';
