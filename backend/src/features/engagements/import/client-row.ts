import type { Area } from '@liangxing/contracts';

export const CLIENT_IMPORT_STATES = ['previewed', 'committed', 'stopped'] as const;
export type ClientImportState = (typeof CLIENT_IMPORT_STATES)[number];

/** Why a row is not mailed. The first ones stand in the row itself, the others in what is there already. */
export const CLIENT_ROW_PROBLEMS = [
  'name_missing',
  'name_too_long',
  'credit_code_length',
  'credit_code_character',
  'credit_code_check_digit',
  'email_missing',
  'email_invalid',
  'email_twice',
  'area_unknown',
  'from_unread',
  'until_unread',
  'before_today',
  'before_start',
  'engagement_too_long',
  'note_too_long',
  'person_unknown',
  'person_ambiguous',
  'assigning_forbidden',
  'already_offered',
  'already_client',
  'over_quota',
  'sender_gone',
] as const;
export type ClientRowProblem = (typeof CLIENT_ROW_PROBLEMS)[number];

/** A row as it was read. Days `YYYY-MM-DD`. */
export interface ClientRow {
  readonly rowNumber: number;
  readonly name: string;
  /** Upper case without blanks; '' where none was given. */
  readonly creditCode: string;
  /** As `normalEmail` writes it; as it stands where it is no address. */
  readonly email: string;
  readonly readable: readonly Area[];
  readonly writable: readonly Area[];
  readonly from: string;
  readonly until: string;
  readonly note: string;
  /** Who of the consultancy works for it: names or addresses as they stand. */
  readonly people: readonly string[];
  readonly problems: readonly ClientRowProblem[];
}

/** `ready` before the import was confirmed, `waiting` for its mail after that. */
export const CLIENT_ROW_STATES = ['problem', 'ready', 'waiting', 'offered', 'stopped'] as const;
export type ClientRowState = (typeof CLIENT_ROW_STATES)[number];

export interface ImportedRow extends ClientRow {
  readonly state: ClientRowState;
  /** Members whom `people` means. */
  readonly assigneeIds: readonly string[];
}

/** What the rows of a file tell; heads that mean nothing here. */
export interface ClientFile {
  readonly hasAddresses: boolean;
  readonly count: number;
  readonly rows: readonly ClientRow[];
  readonly ignored: readonly string[];
}
