import { CertificateChangeEntity } from './certificate-change.entity';
import { CertificateEditionEntity } from './certificate-edition.entity';
import { CertificateSettingsEntity } from './certificate-settings.entity';
import { CertificateEntity } from './certificate.entity';
import { ComplaintEntity } from './complaint.entity';
import { RegisteredCertificateEntity } from './registered-certificate.entity';
import { SurveillanceEntity } from './surveillance.entity';

/** The tables of this room. */
export const CERTIFICATES_ENTITIES = [
  CertificateSettingsEntity,
  CertificateEntity,
  CertificateEditionEntity,
  CertificateChangeEntity,
  RegisteredCertificateEntity,
  SurveillanceEntity,
  ComplaintEntity,
];
