import type { SchemeEntryState } from '@liangxing/contracts';
import type {
  EntryContent,
  EntryProblem,
  ReadingForm,
  Scheme,
  SecondReading,
} from '@liangxing/scheme';

export interface EntryPerson {
  readonly id: string;
  readonly name: string;
}

/** A scoring table on its way from paper to a scheme of the organization. */
export interface SchemeEntry {
  readonly id: string;
  readonly version: number;
  readonly state: SchemeEntryState;
  readonly content: EntryContent;
  /** The scheme of the workbook that it was taken from. */
  readonly imported: Scheme | null;
  readonly fileName: string;
  /** Everyone who typed or saw it while it was typed: none of them may check it. */
  readonly editors: readonly EntryPerson[];
  /** The scheme that it became, last. */
  readonly schemeId: string | null;
  readonly schemeVersion: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly updatedBy: EntryPerson;
}

/** One attempt of a second person: what was typed, and the fields in which it differed from the first reading. */
export interface EntryCheck {
  readonly number: number;
  readonly reading: SecondReading;
  /** Empty: both agreed. */
  readonly differing: readonly string[];
  readonly checkedAt: Date;
  readonly checkedBy: EntryPerson;
}

/** An entry as one person may see it. */
export interface EntryView {
  readonly entry: SchemeEntry;
  readonly isEditor: boolean;
  /** Null while others type it or have it checked: who checks must not have seen a figure. */
  readonly content: EntryContent | null;
  /** The rows of the second reading, while it is asked for. */
  readonly form: ReadingForm | null;
  /** Newest first; the readings of others are not among what is shown. */
  readonly checks: readonly EntryCheck[];
  /** What this person typed last, since it was last entered. */
  readonly ownReading: SecondReading | null;
}

export type EntryProblems = readonly EntryProblem[];
