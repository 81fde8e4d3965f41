export interface StandardizationPerson {
  readonly name: string;
  readonly post: string;
  readonly qualification: string;
}

export interface Department {
  readonly code: string;
  readonly name: string;
  readonly duty: string;
}

export interface Objective {
  readonly text: string;
  readonly owner: string;
  readonly measure: string;
  readonly period: string;
}

export interface AppointmentDocument {
  readonly number: string;
  readonly title: string;
  readonly date: string | null;
  readonly signedBy: string;
}

/** What a person fills in; texts may be empty, dates are `YYYY-MM-DD` or null. */
export interface ProfileContent {
  readonly name: string;
  readonly shortName: string;
  readonly creditCode: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly address: string;
  readonly postalCode: string;
  readonly enterpriseNature: string;
  /** In 10,000 yuan. */
  readonly annualOutput: number | null;
  readonly annualRevenue: number | null;
  readonly applicationKind: 'first' | 'renewal' | null;
  readonly lastCertificate: string;
  readonly industryCode: string;
  readonly industryName: string;
  readonly size: 'large' | 'medium' | 'small' | null;
  readonly industryKind: 'industry' | 'agriculture' | 'services' | null;
  readonly employees: number | null;
  readonly technicalStaff: number | null;
  readonly foundedOn: string | null;
  readonly products: readonly string[];
  readonly managementSystems: readonly string[];
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  readonly standardizationBody: string;
  readonly standardizationHead: string;
  readonly standardizationStaff: readonly StandardizationPerson[];
  readonly departments: readonly Department[];
  readonly policy: string;
  readonly objectives: readonly Objective[];
  readonly targetGrade: string;
  readonly targetLevel: 'national' | 'provincial' | null;
  readonly schemeId: string;
  readonly systemReleasedOn: string | null;
  readonly systemEffectiveOn: string | null;
  readonly introduction: string;
  readonly standardizationIntroduction: string;
  readonly appointmentDocuments: readonly AppointmentDocument[];
}

export type ProfileField = keyof ProfileContent;

export interface Completeness {
  readonly done: number;
  readonly total: number;
  readonly missing: readonly string[];
}

export interface Profile extends ProfileContent {
  readonly version: number;
  readonly completeness: Completeness;
}

/** The part of a profile that is sent back. */
export function contentOf(profile: Profile): ProfileContent {
  const { version: _version, completeness: _completeness, ...content } = profile;
  return content;
}
