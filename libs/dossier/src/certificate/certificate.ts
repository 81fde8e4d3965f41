import type { IsoDate } from '@liangxing/scheme';

/**
 * A certificate (证书) as it was issued, or made anew with a narrower scope: frozen, plain JSON, all that its PDF is made
 * of.
 */
export interface CertificateDocument {
  readonly format: 'liangxing-certificate';
  readonly version: 1;
  /** 1, 2, …: the same certificate with a reduced scope is its next edition. */
  readonly edition: number;
  readonly number: string;
  /** By which anybody can verify it. */
  readonly code: string;
  readonly verifyUrl: string;
  readonly bodyName: string;
  readonly enterprise: {
    readonly name: string;
    readonly creditCode: string;
    /** May be empty. */
    readonly address: string;
  };
  readonly grade: string;
  /** The scheme gives no points: the grade is what the body states, not what was computed. */
  readonly isStatement: boolean;
  readonly scope: string;
  /** Title of the scheme by which it was evaluated. */
  readonly standard: string;
  readonly caseNumber: string;
  readonly issuedOn: IsoDate;
  /** The last day. */
  readonly validUntil: IsoDate;
  /** When its surveillances are due. */
  readonly surveillances: readonly IsoDate[];
  /** Of this edition. */
  readonly madeOn: IsoDate;
  /** Name of the program. */
  readonly producer: string;
}

export const CERTIFICATE_TITLE = '标准化良好行为证书';
