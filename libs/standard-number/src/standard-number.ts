/**
 * What a text in a "standard number" column turns out to be.
 * Forms: GB/T 1.1-2020 (numbers of Chinese standards), GB/T 20000.2 (adoption), and the numbering
 * habits of the field that neither describes.
 */

/** Level of a standard in Chinese practice; the rows of the 统计表. */
export type StandardLevel =
  'national' | 'sector' | 'local' | 'group' | 'enterprise' | 'international' | 'foreign';

/** Who numbers the standard. Finer than the level: GJB, JJG and GB are all of national level. */
export type StandardFamily =
  | 'national'
  | 'military'
  | 'metrology'
  | 'sector'
  | 'local'
  | 'group'
  | 'association'
  | 'enterprise'
  | 'iso'
  | 'iec'
  | 'international'
  | 'european'
  | 'astm'
  | 'foreign';

export type Obligation = 'mandatory' | 'recommended' | 'guiding';

/** Degree of correspondence with an adopted standard; EQV is the older word for MOD. */
export type AdoptionDegree = 'IDT' | 'MOD' | 'NEQ' | 'EQV';

export interface Adoption {
  readonly number: StandardNumber;
  /** `slash`: a double number (…/ISO 9001:2015); `note`: told in brackets or with a degree. */
  readonly form: 'slash' | 'note';
  readonly degree?: AdoptionDegree;
}

/** `DAmd`, `FDAmd` and the like are drafts of an amendment. */
export type AmendmentType =
  'XG' | 'Amd' | 'Cor' | 'Add' | 'DAmd' | 'FDAmd' | 'PDAmd' | 'DCor' | 'FDCor' | 'A' | 'AC';

/** An amendment that the designation itself names. One that only words tell is a remark. */
export interface Amendment {
  readonly type: AmendmentType;
  readonly number: number;
  readonly year?: number;
  /** EN …/A11:2020 is the amendment alone; EN …+A11:2020 the text that takes it in. */
  readonly isAlone?: boolean;
}

/** The last of several numbers in a row; its year only where it differs from that of the first. */
export interface NumberRange {
  readonly number: string;
  readonly part?: string;
  readonly year?: number;
  readonly yearText?: string;
}

/** One number of a standard, taken apart. Two of them are compared by `normalized`. */
export interface StandardNumber {
  readonly kind: 'standard';
  readonly family: StandardFamily;
  readonly level: StandardLevel;
  /** `GB/T`, `DL/T`, `DB32/T`, `DB44`, `T/CAS`, `Q/SLJD`, `ISO`, `ISO/IEC TS`, `BS EN`, `ASTM`. */
  readonly code: string;
  /** Absent where the family has no such distinction (group, enterprise, international). */
  readonly obligation?: Obligation;
  /** Class of an enterprise number between company and serial: `J` in `Q/ABC J 001-2024`. */
  readonly classCode?: string;
  /** What stands between class and serial as written; `''` and `' '` mean the same. */
  readonly joint?: '' | ' ' | '.' | '-';
  /** Serial number without its part: `19001`, `9001C`, `D638`, `A106/A106M`. */
  readonly number: string;
  /** What follows the first dot (Chinese) or hyphen (ISO, IEC): `1`, `2.2`, `2-1`. */
  readonly part?: string;
  /** Food-safety enterprise standard: an `S` after the serial. */
  readonly isFoodSafety?: boolean;
  /** Full year; two-digit years are expanded. Absent: undated reference, meaning the latest edition. */
  readonly year?: number;
  /** The year as written: `94` or `1994`. Present exactly where `year` is. */
  readonly yearText?: string;
  /** Month of an edition (`EN …:2019-05`), two digits. */
  readonly month?: string;
  /** Year of a partly revised print: `(2018年版)`. */
  readonly editionYear?: number;
  /** ASTM: letter of a further edition in one year, year of reapproval, editorial change. */
  readonly editionLetter?: string;
  readonly reapprovedYear?: number;
  readonly epsilon?: number;
  /** Version after an enterprise number: `V02`. */
  readonly version?: string;
  /** End of a range `n1~n2`: one reference, several standards. */
  readonly range?: NumberRange;
  readonly amendments?: readonly Amendment[];
  readonly adoption?: Adoption;
  /**
   * Identity of the standard: canonical signs, full year, without adoption. Two texts name the same
   * standard exactly where these strings are equal.
   */
  readonly normalized: string;
  /** The text as given. */
  readonly original: string;
}

/** A plan for a standard (`20242277-T-604`), not yet a standard. */
export interface PlanNumber {
  readonly kind: 'plan';
  readonly level: 'national' | 'sector';
  readonly planYear: number;
  readonly obligation?: Obligation;
  /** Code of the department in charge, three digits, or the sector letters. */
  readonly department?: string;
  readonly normalized: string;
  readonly original: string;
}

/** A law, decree, notice or scheme document: 住建部令第 37 号, 建质〔2009〕87 号. */
export interface OfficialDocument {
  readonly kind: 'document';
  readonly form: 'decree' | 'letter' | 'announcement' | 'law' | 'scheme';
  readonly normalized: string;
  readonly original: string;
}

/** The number of a company's own document (LJD-QP-14). Not an error: 内部文件号. */
interface InternalDocument {
  readonly kind: 'internal';
  readonly normalized: string;
  readonly original: string;
}

export type InvalidReason =
  | 'empty'
  | 'too_long'
  | 'missing_code'
  | 'unknown_code'
  | 'incomplete_code'
  | 'missing_body'
  | 'missing_number'
  | 'bad_year'
  | 'wrong_year_separator'
  | 'year_not_joined'
  | 'file_name_form'
  | 'hyphen_part'
  | 'bad_range'
  | 'placeholder'
  | 'several_numbers'
  | 'leading_text'
  | 'trailing_text'
  | 'not_a_number';

export interface InvalidNumber {
  readonly kind: 'invalid';
  readonly reason: InvalidReason;
  readonly message: { readonly 'zh-CN': string; readonly en: string };
  /** A number that was probably meant. To be offered, never taken in silence. */
  readonly repair?: string;
  /** The text with canonical signs and blanks; not an identity. */
  readonly normalized: string;
  readonly original: string;
}

export type ParseResult =
  StandardNumber | PlanNumber | OfficialDocument | InternalDocument | InvalidNumber;

/** Order of the levels in lists and statistics. */
export const STANDARD_LEVELS = [
  'national',
  'sector',
  'local',
  'group',
  'enterprise',
  'international',
  'foreign',
] as const satisfies readonly StandardLevel[];

export const STANDARD_LEVEL_NAMES: Readonly<
  Record<StandardLevel, { readonly 'zh-CN': string; readonly en: string }>
> = {
  national: { 'zh-CN': '国家标准', en: 'National' },
  sector: { 'zh-CN': '行业标准', en: 'Sector' },
  local: { 'zh-CN': '地方标准', en: 'Local' },
  group: { 'zh-CN': '团体标准', en: 'Group' },
  enterprise: { 'zh-CN': '企业标准', en: 'Enterprise' },
  international: { 'zh-CN': '国际标准', en: 'International' },
  foreign: { 'zh-CN': '国外标准', en: 'Foreign' },
};
