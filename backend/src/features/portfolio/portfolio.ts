import type { DueKind, MonthAssessment } from '@liangxing/contracts';

/** Something that is due at a client; `dueOn` is `YYYY-MM-DD`. */
export interface DueOfClient {
  readonly clientId: string;
  readonly clientName: string;
  readonly kind: DueKind;
  readonly subjectId: string;
  readonly dueOn: string;
  readonly title: string;
  /** Of an action: department or person. */
  readonly owner: string;
  /** Of an action. */
  readonly number: number | null;
}

/** How far a client was in a month; null where its part is closed, or nothing was there yet. */
export interface ClientMonth {
  /** Its first day. */
  readonly month: string;
  readonly assessment: MonthAssessment | null;
  readonly overdue: number | null;
  readonly expired: number | null;
}
