import type {
  CorrectedCellDto,
  DutyAllocationDto,
  DutyCorrectionsDto,
} from '../../../core/api/generated/openapi';

export type DutyCell = CorrectedCellDto;
/** ▲ leads (主办), △ takes part (协办), blank. */
type DutyMark = DutyCell['mark'];
/** What was set otherwise than derived. */
export type DutyCorrections = DutyCorrectionsDto;
/** Marks as the register tells them, under those that were set. */
export type DutyAllocation = DutyAllocationDto;

const next: Readonly<Record<DutyMark, DutyMark>> = { '': '▲', '▲': '△', '△': '' };

/** The mark after this one: blank, ▲, △, blank. */
export const nextMark = (mark: DutyMark): DutyMark => next[mark];

const isOf =
  (code: string, department: string) =>
  (cell: DutyCell): boolean =>
    cell.code === code && cell.department === department;

/** The corrections with one cell set; what is as derived again is none. */
export function withCell(
  cells: readonly DutyCell[],
  cell: DutyCell,
  derived: DutyMark,
): readonly DutyCell[] {
  const others = cells.filter((one) => !isOf(cell.code, cell.department)(one));
  return cell.mark === derived ? others : [...others, cell];
}

export interface ShownRow {
  readonly code: string;
  readonly name: string;
  readonly cells: readonly {
    readonly department: string;
    readonly derived: DutyMark;
    readonly mark: DutyMark;
    readonly isCorrected: boolean;
  }[];
  /** How many departments lead; one is meant. */
  readonly leaders: number;
}

/** The table as it is printed. */
export function shownRows(
  { departments, rows }: Pick<DutyAllocation, 'departments' | 'rows'>,
  corrections: readonly DutyCell[],
): readonly ShownRow[] {
  return rows.map(({ code, name, marks }) => {
    const cells = departments.map((department, index) => {
      const derived = marks[index] ?? '';
      const corrected = corrections.find(isOf(code, department));
      const mark = corrected?.mark ?? derived;
      return { department, derived, mark, isCorrected: mark !== derived };
    });
    return { code, name, cells, leaders: cells.filter(({ mark }) => mark === '▲').length };
  });
}
