import type {
  ImportColumnDto,
  ImportDto,
  ImportMappingDto,
  ImportRowDto,
  RowPlaceDto,
} from '../../core/api/generated/openapi';

export type StandardImport = ImportDto;
export type ImportColumn = ImportColumnDto;
export type ImportMapping = ImportMappingDto;
export type ImportRow = ImportRowDto;
export type RowPlace = RowPlaceDto;
/** What a row that is there already does to the register when the file is committed. */
export type DuplicatePolicy = StandardImport['duplicates'];
export type RowFilter = 'all' | 'problems' | 'duplicates' | 'left_out';

/** A standard that stands in the way of an undo, out of a refusal. */
export interface TouchedStandard {
  readonly standardId: string;
  readonly number: string;
  readonly title: string;
  readonly reason: 'removed' | 'changed' | 'has_evidence';
}

/** What was done with each row, and why the others were left out: both parts add up to what is listed below. */
export function resultFigures({ summary }: Pick<StandardImport, 'summary'>) {
  const { rows, toInsert, toUpdate, unchanged, errors } = summary;
  const leftOut = Math.max(errors, rows - toInsert - toUpdate - unchanged);
  return { toInsert, toUpdate, unchanged, leftOut, errors, repeated: leftOut - errors };
}
