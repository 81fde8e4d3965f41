import type { ColumnMappingDto } from '../../core/api/generated/models';

export interface ImportColumn {
  readonly index: number;
  readonly header: string;
  readonly field: ColumnMappingDto['field'];
  readonly confidence: number;
  readonly samples: readonly string[];
}

export interface RowPlace {
  readonly sheet: string;
  readonly rowNumber: number;
}

/** What a row of the file does to the register when it is committed. */
export type DuplicatePolicy = 'skip' | 'update' | 'insert';
export type RowFilter = 'all' | 'problems' | 'duplicates' | 'left_out';

export interface StandardImport {
  readonly id: string;
  readonly state: 'previewed' | 'committed' | 'undone';
  readonly fileName: string;
  readonly encoding: string;
  readonly sheetNames: readonly string[];
  readonly sheet: string;
  /** Read together; `alike` could be. */
  readonly sheets: readonly string[];
  readonly alike: readonly string[];
  readonly leavesOutHidden: boolean;
  readonly leavesOutStruck: boolean;
  /** Several numbers of one cell are a row each. */
  readonly splitsNumbers: boolean;
  /** Whose proposed number is taken: every row, or these. */
  readonly acceptsAll: boolean;
  readonly accepted: readonly RowPlace[];
  readonly headerRow: number;
  readonly columns: readonly ImportColumn[];
  readonly fields: readonly {
    readonly field: string;
    readonly zh: string;
    readonly en: string;
    readonly required: boolean;
  }[];
  readonly duplicates: DuplicatePolicy;
  readonly summary: {
    readonly rows: number;
    readonly ok: number;
    readonly warnings: number;
    readonly errors: number;
    readonly duplicates: number;
    readonly blank: number;
    readonly toInsert: number;
    readonly toUpdate: number;
    readonly unchanged: number;
  };
  /** Rows passed over; `read_as_text`: by its name a workbook, read as text in the encoding that `text` names. */
  readonly notes: readonly {
    readonly rowNumber: number;
    readonly kind: string;
    readonly text: string;
  }[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly committedAt: string | null;
  readonly undoneAt: string | null;
}

export interface ImportMapping {
  readonly sheet?: string;
  readonly sheets?: readonly string[];
  readonly leavesOutHidden?: boolean;
  readonly leavesOutStruck?: boolean;
  readonly splitsNumbers?: boolean;
  readonly acceptsAll?: boolean;
  readonly accepted?: readonly RowPlace[];
  readonly headerRow?: number;
  readonly columns?: readonly Readonly<ColumnMappingDto>[];
  readonly duplicates?: DuplicatePolicy;
}

export interface ImportRow extends RowPlace {
  /** From 1: a further number of the same cell. */
  readonly part: number;
  /** What “是否为…？” proposes. */
  readonly proposedNumber: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly action: 'insert' | 'update' | 'skip' | 'unchanged' | 'error';
  readonly problems: readonly {
    readonly field: string;
    readonly code: string;
    readonly severity: 'error' | 'warning';
    readonly message: string;
  }[];
}

/** A standard that stands in the way of an undo, out of a refusal. */
export interface TouchedStandard {
  readonly standardId: string;
  readonly number: string;
  readonly title: string;
  readonly reason: 'removed' | 'changed' | 'has_evidence';
}

export interface ImportRowPage {
  readonly total: number;
  readonly rows: readonly ImportRow[];
}

/** What was done with each row, and why the others were left out: both parts add up to what is listed below. */
export function resultFigures({ summary }: Pick<StandardImport, 'summary'>) {
  const { rows, toInsert, toUpdate, unchanged, errors } = summary;
  const leftOut = Math.max(errors, rows - toInsert - toUpdate - unchanged);
  return { toInsert, toUpdate, unchanged, leftOut, errors, repeated: leftOut - errors };
}
