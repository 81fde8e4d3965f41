/** Conditions of the application as a person confirmed them, frozen. */
import type { ConditionAnswer } from '@liangxing/contracts';
import type { IsoDate } from '@liangxing/scheme';

export interface ConditionRow {
  /** Empty: unknown. */
  readonly clause: string;
  readonly text: string;
  readonly answer: ConditionAnswer;
  /** What proves it, in the enterprise's words. */
  readonly proof: string;
  /** Day on which it was looked at. */
  readonly checkedOn: IsoDate | null;
  /** Files that prove it: `TJ-01`. */
  readonly evidenceNumbers: readonly string[];
}
