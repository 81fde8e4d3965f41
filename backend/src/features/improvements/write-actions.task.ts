import type { Wording } from '@liangxing/contracts';
import type { CorrectiveAction } from './corrective-action';
import { writeActionsXlsx } from './write-actions-xlsx';

export interface WrittenActions {
  /** JSON of corrective actions, by number. */
  readonly actions: string;
  readonly side: keyof Wording;
}

/** Corrective actions as the bytes of a workbook. */
export async function writeActionsWorkbook({ actions, side }: WrittenActions): Promise<Uint8Array> {
  const rows = JSON.parse(actions) as Omit<CorrectiveAction, 'createdAt'>[];
  return writeActionsXlsx(rows, side);
}
