import type { CertificateChange, CertificateState, SurveillanceResult } from '@liangxing/contracts';

/** A certificate (证书) as it stands; days are `YYYY-MM-DD`. */
export interface Certificate {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  /** By the body's own rule; never given twice. */
  readonly number: string;
  readonly code: string;
  readonly state: CertificateState;
  /** Since when it stands so. */
  readonly stateOn: string;
  /** The newest one. */
  readonly edition: number;
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly bodyName: string;
  readonly grade: string;
  readonly scope: string;
  /** Title of the scheme. */
  readonly standard: string;
  readonly issuedOn: string;
  readonly validUntil: string;
  /** From this day on its renewal (复评) should be applied for. */
  readonly renewFrom: string;
  /** When the enterprise was told; null: not yet. */
  readonly renewalNoticedAt: Date | null;
  /** Number of the certificate that it renews; empty: of none. */
  readonly renews: string;
  /** Number of the certificate that renews it; empty: none does. */
  readonly renewedBy: string;
}

/** A renewal that comes near, and whose it is. */
export interface DueRenewal extends Pick<
  Certificate,
  'enterpriseName' | 'renewFrom' | 'validUntil' | 'renewalNoticedAt'
> {
  readonly certificateId: string;
  readonly certificateNumber: string;
  /** A case that renews it is on its way. */
  readonly isApplied: boolean;
}

/** What everybody may know of it. */
export type RegisteredCertificate = Omit<
  Certificate,
  'id' | 'version' | 'caseId' | 'edition' | 'renewFrom' | 'renewalNoticedAt'
>;

/** As the public register shows it. */
export interface PublicCertificate extends RegisteredCertificate {
  /** When its body left the product: it stands as it stood then. Null: it has not. */
  readonly bodyLeftOn: string | null;
  /** By which the one that renews it can be verified; empty: none does. */
  readonly renewedByCode: string;
}

/** Something that was done with a certificate, and why. */
export interface ChangeOfCertificate {
  readonly number: number;
  readonly change: CertificateChange;
  readonly reason: string;
  readonly madeAt: Date;
  readonly madeByName: string;
}

/** A surveillance (监督评价) that is planned, or was held. */
export interface Surveillance {
  readonly certificateId: string;
  readonly number: number;
  readonly dueOn: string;
  /** When the enterprise was told; null: not yet. */
  readonly noticedAt: Date | null;
  /** Null: its result was not recorded yet. */
  readonly result: SurveillanceResult | null;
  readonly note: string;
  readonly doneOn: string | null;
  readonly recordedByName: string;
}

/** A surveillance without a result, and whose it is. */
export interface DueSurveillance extends Pick<
  Surveillance,
  'certificateId' | 'number' | 'dueOn' | 'noticedAt'
> {
  readonly certificateNumber: string;
  readonly enterpriseName: string;
}

/** How a body numbers and issues. */
export interface CertificateSettings {
  /** 0: nobody has written any yet. */
  readonly version: number;
  readonly shortCode: string;
  readonly numberPattern: string;
  /** Whole years for which a certificate is valid. */
  readonly years: number;
  /** For how many days a decision is made public, as usual. */
  readonly publicityDays: number;
  /** How many months before its last day the renewal of a certificate should be applied for. */
  readonly renewalMonths: number;
}

/** A complaint (投诉) that reached the body. */
export interface Complaint {
  readonly id: string;
  readonly version: number;
  readonly receivedOn: string;
  readonly fromName: string;
  readonly about: string;
  readonly text: string;
  readonly recordedByName: string;
  /** Null: it waits for an answer. */
  readonly answeredOn: string | null;
  readonly answer: string;
  readonly answeredByName: string;
}
