import type { Reason } from './reason';

export type CheckName = 'document' | 'operation' | 'effect';
/** `unknown`: not yet known, because something was not entered or proven. */
export type CheckState = 'met' | 'partly' | 'not_met' | 'unknown';

export interface CheckResult {
  readonly check: CheckName;
  readonly state: CheckState;
  /** What was found, and what is missing. */
  readonly reasons: readonly Reason[];
}
