export { CertificatesModule } from './certificates.module';
export { NOTICE_SURVEILLANCES } from './use-cases/notice-surveillances';
export { PrintCertificate } from './use-cases/print-certificate';
