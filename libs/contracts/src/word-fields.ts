import type { Wording } from './error-text';

/**
 * What a Word file may name in double braces, `{{企业名称}}`, to have it filled in: facts of the profile and of the
 * standard itself. The Chinese word is what stands in the file; the English one explains it.
 */
export const WORD_FIELDS = {
  enterpriseName: { zh: '企业名称', en: 'Name of the enterprise' },
  shortName: { zh: '企业简称', en: 'Short name of the enterprise' },
  creditCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  legalRepresentative: { zh: '法定代表人', en: 'Legal representative' },
  address: { zh: '企业地址', en: 'Address' },
  postalCode: { zh: '邮政编码', en: 'Postal code' },
  contactName: { zh: '联系人', en: 'Contact person' },
  contactPhone: { zh: '联系电话', en: 'Telephone' },
  contactEmail: { zh: '电子邮箱', en: 'E-mail' },
  standardizationBody: { zh: '标准化机构', en: 'Standardization department' },
  standardizationHead: { zh: '标准化负责人', en: 'Head of standardization' },
  number: { zh: '标准编号', en: 'Number of the standard' },
  title: { zh: '标准名称', en: 'Title of the standard' },
  englishTitle: { zh: '英文名称', en: 'English title' },
  replacesNumber: { zh: '代替标准编号', en: 'Number that it replaces' },
  ics: { zh: 'ICS分类号', en: 'ICS code' },
  ccs: { zh: 'CCS分类号', en: 'CCS code' },
  department: { zh: '责任部门', en: 'Department in charge' },
  drafters: { zh: '起草人', en: 'Drafters' },
  issuedOn: { zh: '发布日期', en: 'Date of issue' },
  inForceOn: { zh: '实施日期', en: 'Date of implementation' },
} as const satisfies Readonly<Record<string, Wording>>;

export type WordField = keyof typeof WORD_FIELDS;
/** Texts that fields stand for; empty: nobody has said it yet. */
export type WordFieldValues = Readonly<Record<WordField, string>>;

const fields = new Map<string, WordField>(
  (Object.keys(WORD_FIELDS) as WordField[]).map((field) => [WORD_FIELDS[field].zh, field]),
);

/** @param name as it stands between the braces, blanks around it or not */
export const wordFieldNamed = (name: string): WordField | undefined => fields.get(name.trim());

/** What a Word file shows in the place of a field of which nothing is known yet. */
export const unfilledField = (field: WordField): string => `（待填：${WORD_FIELDS[field].zh}）`;

/** Where in a Word file something stands. */
export const WORD_PARTS = ['body', 'header', 'footer', 'notes'] as const;
export type WordPart = (typeof WORD_PARTS)[number];

/** A name in double braces that is no field; it is left in the file as it is. */
export interface UnknownWordField {
  readonly name: string;
  readonly part: WordPart;
  /** The beginning of its paragraph. */
  readonly paragraph: string;
}

/** Bytes of one Word file, unless the setting for uploads is lower. */
export const MOST_WORD_BYTES = 20_000_000;
/** So many versions of the Word file of a draft are kept; the oldest goes where one more comes. */
export const MOST_DRAFT_FILES = 20;
/** So many unknown fields of one file are told. */
export const MOST_UNKNOWN_FIELDS = 20;
