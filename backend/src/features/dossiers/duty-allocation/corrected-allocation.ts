import type { DutyAllocation } from '@liangxing/dossier';

/** ▲ 主办, △ 协办, blank. */
export const DUTY_MARKS = ['▲', '△', ''] as const;
export type DutyMark = (typeof DUTY_MARKS)[number];

/** A mark that a person set otherwise than the register tells it. */
export interface CorrectedCell {
  /** Of the sub-system. */
  readonly code: string;
  /** Name of the department. */
  readonly department: string;
  readonly mark: DutyMark;
}

/**
 * The allocation as it is printed: what was corrected over what is derived. A correction of a department or sub-system
 * that is no more rests until it comes back.
 */
export function correctedAllocation(
  { departments, rows }: DutyAllocation,
  cells: readonly CorrectedCell[],
): DutyAllocation {
  const marks = new Map(cells.map(({ code, department, mark }) => [key(code, department), mark]));
  const codes = new Set(rows.map(({ code }) => code));
  const isCorrected = cells.some(
    ({ code, department }) => codes.has(code) && departments.includes(department),
  );
  if (!isCorrected) return { departments, rows };
  return {
    isCorrected,
    departments,
    rows: rows.map((row) => ({
      ...row,
      marks: row.marks.map(
        (mark, index) => marks.get(key(row.code, departments[index] ?? '')) ?? mark,
      ),
    })),
  };
}

const key = (code: string, department: string): string => JSON.stringify([code, department]);
