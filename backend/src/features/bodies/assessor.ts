/** What somebody is qualified by (资格). */
export interface Qualification {
  readonly title: string;
  readonly number: string;
  readonly issuedBy: string;
  /** `YYYY-MM-DD`, the last day; null: without end. */
  readonly validUntil: string | null;
}

/** What a member of a body may evaluate. */
export interface Competence {
  /** GB/T 4754: letters, and letters with a division, like `C` and `C34`. */
  readonly industries: readonly string[];
  /** Ids of schemes, or as the body calls them. */
  readonly schemes: readonly string[];
  readonly qualifications: readonly Qualification[];
  readonly languages: readonly string[];
  readonly note: string;
}

/** A member of a body with what is known of the competence; version 0: nothing yet. */
export interface Assessor extends Competence {
  readonly userId: string;
  readonly name: string;
  readonly role: string;
  readonly version: number;
}
