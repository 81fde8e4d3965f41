import {
  ADOPTION_DEGREES,
  STANDARD_KINDS,
  STANDARD_LEVELS,
  STANDARD_STATUSES,
  type StandardFields,
} from './standard';

/** A field of a standard as it is shown whole; words are `standards.columns.<key>`. */
export interface DetailField {
  readonly key: Exclude<keyof StandardFields, 'isPlanned'>;
  readonly type: 'text' | 'long' | 'date' | 'choice';
  readonly width: 'wide' | 'half';
  /** Of a choice: values, and the place of their words, if they need any. */
  readonly choices?: readonly string[];
  readonly words?: string;
  /** Nothing chosen in words; where it is left out, something always is. */
  readonly none?: string;
}

/** Everything that an import can fill. */
export const DETAIL_FIELDS: readonly DetailField[] = [
  { key: 'number', type: 'text', width: 'half' },
  { key: 'systemCode', type: 'text', width: 'half' },
  { key: 'title', type: 'long', width: 'wide' },
  { key: 'englishTitle', type: 'text', width: 'wide' },
  { key: 'level', type: 'choice', width: 'half', choices: STANDARD_LEVELS, words: 'levels' },
  {
    key: 'kind',
    type: 'choice',
    width: 'half',
    choices: STANDARD_KINDS,
    words: 'kinds',
    none: 'none',
  },
  { key: 'issuedOn', type: 'date', width: 'half' },
  { key: 'inForceOn', type: 'date', width: 'half' },
  { key: 'withdrawnOn', type: 'date', width: 'half' },
  { key: 'department', type: 'text', width: 'half' },
  {
    key: 'statusClaimed',
    type: 'choice',
    width: 'half',
    choices: STANDARD_STATUSES.filter((status) => status !== 'unknown'),
    words: 'statuses',
    none: 'statuses.unknown',
  },
  { key: 'statusCheckedOn', type: 'date', width: 'half' },
  { key: 'statusSource', type: 'text', width: 'wide' },
  { key: 'adoptedNumber', type: 'text', width: 'half' },
  {
    key: 'adoptionDegree',
    type: 'choice',
    width: 'half',
    choices: ADOPTION_DEGREES,
    none: 'none',
  },
  { key: 'replacesNumber', type: 'text', width: 'half' },
  { key: 'citedNumbers', type: 'text', width: 'half' },
  { key: 'ccs', type: 'text', width: 'half' },
  { key: 'ics', type: 'text', width: 'half' },
  { key: 'note', type: 'long', width: 'wide' },
];
