import { isWritten } from '@liangxing/contracts';

/** Profile of an enterprise. Accounts in its rows are told and never stored here. Unknown texts are empty, unknown figures and days null: a half-filled form saves itself. */
export interface ProfileContent {
  readonly name: string;
  readonly shortName: string;
  /** Empty, or valid by GB 32100-2015. */
  readonly creditCode: string;
  /** GB/T 2260 */
  readonly regionCode: string;
  readonly regionName: string;
  readonly address: string;
  readonly postalCode: string;
  /** 企业性质: 国有, 民营, 外商投资 …, as the enterprise calls it. */
  readonly enterpriseNature: string;
  /** 年产值, in 10,000 yuan. */
  readonly annualOutput: number | null;
  /** 年营业收入, in 10,000 yuan. */
  readonly annualRevenue: number | null;
  /** 首次评价 or 复评. */
  readonly applicationKind: 'first' | 'renewal' | null;
  /** Grade, number, issuer and validity of the last certificate; empty: there is none. */
  readonly lastCertificate: string;
  /** GB/T 4754 */
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

/** Fields that application forms ask for besides. They are younger than the rest, and not every client knows them. */
export type AskedByForms = Pick<
  ProfileContent,
  | 'postalCode'
  | 'enterpriseNature'
  | 'annualOutput'
  | 'annualRevenue'
  | 'applicationKind'
  | 'lastCertificate'
>;

/** A profile as it is saved; what a client does not know of, it does not change. */
export type SavedProfile = Omit<ProfileContent, keyof AskedByForms> & {
  readonly [Field in keyof (AskedByForms & ProfileAccounts)]?:
    (AskedByForms & ProfileAccounts)[Field] | undefined;
};

/** Members whom names mean that stand alone; those in lists stand in their rows. Null: a name alone. */
export interface ProfileAccounts {
  readonly legalRepresentativeUserId: string | null;
  readonly contactUserId: string | null;
  readonly standardizationHeadUserId: string | null;
}

interface StandardizationPerson {
  readonly name: string;
  readonly userId?: string | null;
  readonly post: string;
  readonly qualification: string;
}

export interface Department {
  readonly code: string;
  readonly name: string;
  readonly duty: string;
}

interface Objective {
  readonly text: string;
  readonly owner: string;
  readonly ownerUserId?: string | null;
  readonly measure: string;
  readonly period: string;
}

interface AppointmentDocument {
  readonly number: string;
  readonly title: string;
  readonly date: string | null;
  readonly signedBy: string;
  readonly signedByUserId?: string | null;
}

export interface Completeness {
  readonly done: number;
  readonly total: number;
  /** Names of the fields that are still empty. */
  readonly missing: string[];
}

export interface Profile extends ProfileContent {
  readonly version: number;
  readonly completeness: Completeness;
}

/** A profile as a person edits it. */
export type ShownProfile = Profile & ProfileAccounts;

export const EMPTY_PROFILE: ProfileContent = {
  name: '',
  shortName: '',
  creditCode: '',
  regionCode: '',
  regionName: '',
  address: '',
  postalCode: '',
  enterpriseNature: '',
  annualOutput: null,
  annualRevenue: null,
  applicationKind: null,
  lastCertificate: '',
  industryCode: '',
  industryName: '',
  size: null,
  industryKind: null,
  employees: null,
  technicalStaff: null,
  foundedOn: null,
  products: [],
  managementSystems: [],
  legalRepresentative: '',
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  standardizationBody: '',
  standardizationHead: '',
  standardizationStaff: [],
  departments: [],
  policy: '',
  objectives: [],
  targetGrade: '',
  targetLevel: null,
  schemeId: '',
  systemReleasedOn: null,
  systemEffectiveOn: null,
  introduction: '',
  standardizationIntroduction: '',
  appointmentDocuments: [],
};

/**
 * Optional in an application: an enterprise may have no short name, no other management system and no certificate yet;
 * not every form asks for output, postal code and the like, and only historical schemes for a level.
 */
const optional: readonly (keyof ProfileContent)[] = [
  'shortName',
  'managementSystems',
  'technicalStaff',
  'contactEmail',
  'postalCode',
  'enterpriseNature',
  'annualOutput',
  'annualRevenue',
  'applicationKind',
  'lastCertificate',
  'targetLevel',
];

const expected = (Object.keys(EMPTY_PROFILE) as (keyof ProfileContent)[]).filter(
  (field) => !optional.includes(field),
);

/** A row that was added and not filled in yet is as empty as no row. */
const isBlankRow = (row: object | string): boolean =>
  (typeof row === 'string' ? [row] : Object.values(row)).every(
    (value: unknown) => !value || (typeof value === 'string' && !isWritten(value)),
  );

function isEmpty(value: ProfileContent[keyof ProfileContent]): boolean {
  if (value === null) return true;
  if (typeof value === 'number') return false;
  return typeof value === 'string' ? !isWritten(value) : value.every(isBlankRow);
}

/** How far the profile is filled, counted over what an application asks for. */
export function completenessOf(content: ProfileContent): Completeness {
  const missing = expected.filter((field) => isEmpty(content[field]));
  return { done: expected.length - missing.length, total: expected.length, missing };
}
