/** Days of a trail, those of China; what is left out does not narrow. */
export interface AuditDays {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What every trail knows of one thing that was done. */
export interface AuditLine {
  readonly id: string;
  readonly at: string;
  readonly personId: string | null;
  readonly personName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly details: Readonly<Record<string, unknown>>;
}
