import type { ProblemCode, ProblemText } from '../pack/problem';

export type TableProblemCode =
  | ProblemCode
  | 'sheet_missing'
  | 'column_missing'
  | 'cell_required'
  | 'cell_number'
  | 'cell_negative'
  | 'cell_too_large'
  | 'cell_word'
  | 'cell_pattern'
  | 'cell_date'
  | 'cell_too_long'
  | 'cell_unused'
  | 'field_unknown'
  | 'field_repeated'
  | 'row_order'
  | 'section_empty';

/** One thing wrong with a workbook: where it stands, what is wrong and how to mend it. */
export interface TableProblem {
  readonly code: TableProblemCode;
  readonly sheet: string;
  /** As the program shows it, from 1; null: the whole sheet. */
  readonly row: number | null;
  /** Letter and head of the column; null: the whole row. */
  readonly column: string | null;
  readonly head: string | null;
  readonly message: ProblemText;
  readonly mend: ProblemText;
}

/** Where a value was read. */
export type CellPlace = Pick<TableProblem, 'sheet' | 'row' | 'column' | 'head'>;

/** A workbook that cannot be published; lists every problem that was found. */
export class SchemeTableError extends Error {
  override readonly name = 'SchemeTableError';

  constructor(readonly problems: readonly TableProblem[]) {
    super(
      problems
        .map(
          ({ sheet, row, column, message }) =>
            `${sheet}!${column ?? ''}${row === null ? '' : String(row)}: ${message.en}`,
        )
        .join('\n'),
    );
  }
}
