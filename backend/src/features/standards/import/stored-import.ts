import type { SkippedRow, TableNote } from '@liangxing/tables';
import type { ImportChoices } from './import-choices';
import type { DuplicatePolicy } from './recognition/plan-actions';
import type { RecognisedColumn } from './recognition/recognise-columns';
import type { SheetNote } from './recognition/sheet-notes';

export type ImportState = 'previewed' | 'committed' | 'undone';

export interface ImportSummary {
  readonly rows: number;
  readonly ok: number;
  readonly warnings: number;
  readonly errors: number;
  readonly duplicates: number;
  readonly blank: number;
  readonly toInsert: number;
  readonly toUpdate: number;
  readonly unchanged: number;
}

export interface StoredImport {
  readonly id: string;
  readonly state: ImportState;
  readonly fileName: string;
  readonly encoding: string;
  readonly sheetNames: readonly string[];
  readonly sheet: number;
  readonly headerRow: number;
  readonly headerRows: number;
  readonly columns: readonly RecognisedColumn[];
  readonly duplicates: DuplicatePolicy;
  readonly choices: ImportChoices;
  readonly summary: ImportSummary;
  readonly notes: readonly (SkippedRow | TableNote | SheetNote)[];
  /** Of the register and the code that its rows were planned with. */
  readonly stamp: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly committedAt: Date | null;
  readonly undoneAt: Date | null;
}

export type NewImport = Omit<
  StoredImport,
  'state' | 'createdAt' | 'committedAt' | 'undoneAt' | 'createdBy' | 'createdByName'
>;
