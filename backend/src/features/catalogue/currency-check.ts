import type { StandardStatus } from '@liangxing/standard-number';
import type { StandardRecord } from '../standards';

export interface StatusChange {
  readonly standardId: string;
  readonly number: string;
  readonly title: string;
  readonly from: StandardStatus | null;
  readonly to: StandardStatus;
}

export interface CurrencyCheck {
  readonly id: string;
  readonly day: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly StatusChange[];
  readonly checkedAt: Date;
  readonly checkedByName: string;
}

export interface LoggedReplacement {
  readonly id: string;
  readonly standardId: string;
  readonly oldNumber: string;
  readonly newNumber: string;
  readonly before: StandardRecord;
  readonly versionAfter: number;
  readonly replacedAt: Date;
  readonly replacedByName: string;
  readonly undoneAt: Date | null;
  readonly undoneByName: string | null;
}
