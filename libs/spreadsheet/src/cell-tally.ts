import type { SpreadsheetLimits } from './limits';
import { SpreadsheetProblem } from './spreadsheet-problem';

/** Counts what a whole workbook holds in memory: after shared texts are put in and merged ranges are filled. */
export class CellTally {
  private cells = 0;
  private characters = 0;
  private rows = 0;

  constructor(readonly limits: SpreadsheetLimits) {}

  /** @throws SpreadsheetProblem naming the sheet and row where it became too much */
  addCell(text: string, sheet: string, row: number): void {
    const { limits } = this;
    if (text.length > limits.cellCharacters)
      throw new SpreadsheetProblem('spreadsheet_cell_too_long', {
        row,
        limit: limits.cellCharacters,
      });
    this.cells += 1;
    if (this.cells > limits.cells)
      throw new SpreadsheetProblem('spreadsheet_too_many_cells', {
        limit: limits.cells,
        sheet,
        row,
      });
    this.characters += text.length;
    if (this.characters > limits.characters)
      throw new SpreadsheetProblem('spreadsheet_too_much_text', {
        limit: limits.characters,
        sheet,
        row,
      });
  }

  addRow(): void {
    this.rows += 1;
    if (this.rows > this.limits.rows)
      throw new SpreadsheetProblem('spreadsheet_too_many_rows', { limit: this.limits.rows });
  }
}
