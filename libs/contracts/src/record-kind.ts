import type { Wording } from './error-text';
import type { FieldCode } from './field-messages';

/**
 * `standard`: the number of a standard as text, chosen from the register or typed. `person`: the name of one person as
 * text, beside which a member may stand.
 */
type RecordFieldType = 'text' | 'long_text' | 'date' | 'number' | 'choice' | 'standard' | 'person';

export interface RecordChoice {
  readonly id: string;
  readonly label: Wording;
}

export interface RecordField {
  readonly id: string;
  readonly label: Wording;
  readonly type: RecordFieldType;
  readonly isRequired?: boolean;
  /** Place in the form: the whole line, half of it or a quarter. */
  readonly width: 'wide' | 'half' | 'quarter';
  /** Share of the list's width; a field without it stands in the form only. */
  readonly column?: number;
  /** What a `choice` chooses from; nothing chosen is the empty text. */
  readonly choices?: readonly RecordChoice[];
  /** Further heads of a spreadsheet column that mean this field. */
  readonly synonyms?: readonly string[];
  /** A day that must not be later than this one. */
  readonly notBefore?: { readonly field: string; readonly code: FieldCode };
}

/** One list of an enterprise as data: what a record holds, how it is called, what it proves. */
export interface RecordKind {
  readonly id: string;
  readonly label: Wording;
  /** What belongs here, in one sentence. */
  readonly hint: Wording;
  readonly titleField: string;
  /** The day that gives a record its year. */
  readonly dateField: string;
  readonly fields: readonly RecordField[];
  /** A record counts for as long as it is listed (a law, an appointment), not for the months after its day. */
  readonly isStanding?: boolean;
}
