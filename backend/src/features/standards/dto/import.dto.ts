import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { Language } from '@liangxing/contracts';
import { NestedList, Nullable, Optional, PageLimit, PageOffset } from '../../../kernel';
import {
  FIELD_DESCRIPTIONS,
  IMPORT_FIELDS,
  type ImportField,
} from '../import/recognition/import-fields';
import {
  DUPLICATE_POLICIES,
  type DuplicatePolicy,
  type RowAction,
} from '../import/recognition/plan-actions';
import type { ImportRow } from '../import/import-pieces';
import type { ImportState, StoredImport } from '../import/stored-import';
import { SHEET_NOTES } from '../import/recognition/sheet-notes';
import { problemMessage } from '../register/standard-problem-texts';

const integer = { type: 'integer' } as const;
const instant = { type: String, format: 'date-time', nullable: true } as const;

export class ImportColumnDto {
  @ApiProperty(integer) index!: number;
  @ApiProperty() header!: string;
  @ApiProperty({ enum: IMPORT_FIELDS, type: String, nullable: true }) field!: ImportField | null;
  @ApiProperty() confidence!: number;
  @ApiProperty({ type: [String] }) samples!: string[];
}
class ImportFieldDto {
  @ApiProperty({ enum: IMPORT_FIELDS }) field!: ImportField;
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
  @ApiProperty() required!: boolean;
}
class ImportSummaryDto {
  @ApiProperty(integer) rows!: number;
  @ApiProperty(integer) ok!: number;
  @ApiProperty(integer) warnings!: number;
  @ApiProperty(integer) errors!: number;
  @ApiProperty(integer) duplicates!: number;
  @ApiProperty(integer) blank!: number;
  @ApiProperty(integer) toInsert!: number;
  @ApiProperty(integer) toUpdate!: number;
  @ApiProperty(integer) unchanged!: number;
}
class SkippedRowDto {
  @ApiProperty(integer) rowNumber!: number;
  @ApiProperty({
    enum: ['header', 'subtotal', 'furniture', 'section', ...SHEET_NOTES],
  })
  kind!: string;
  @ApiProperty() text!: string;
}
export class ImportDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['previewed', 'committed', 'undone'] }) state!: ImportState;
  @ApiProperty() fileName!: string;
  @ApiProperty() encoding!: string;
  @ApiProperty({ type: [String] }) sheetNames!: string[];
  @ApiProperty() sheet!: string;
  @ApiProperty({ type: [String], description: 'Sheets that are read together.' })
  sheets!: string[];
  @ApiProperty({ type: [String], description: 'Sheets of the same shape, offered together.' })
  alike!: string[];
  @ApiProperty() leavesOutHidden!: boolean;
  @ApiProperty() leavesOutStruck!: boolean;
  @ApiProperty({ description: 'Several numbers in one cell are a row each.' })
  splitsNumbers!: boolean;
  @ApiProperty({ description: 'Every proposed spelling of a number is taken.' })
  acceptsAll!: boolean;
  @ApiProperty({ type: () => [RowPlaceDto], description: 'Rows whose proposed spelling is taken.' })
  accepted!: RowPlaceDto[];
  @ApiProperty({ ...integer, description: 'Row of the head; 0: the table has none.' })
  headerRow!: number;
  @ApiProperty({ type: [ImportColumnDto] }) columns!: ImportColumnDto[];
  @ApiProperty({ type: [ImportFieldDto] }) fields!: ImportFieldDto[];
  @ApiProperty({ enum: DUPLICATE_POLICIES }) duplicates!: DuplicatePolicy;
  @ApiProperty({ type: ImportSummaryDto }) summary!: ImportSummaryDto;
  @ApiProperty({
    type: [SkippedRowDto],
    description:
      'Rows passed over: sections, sums, repeated heads. Row 0, read_as_text: a text under the name of a workbook, with its encoding.',
  })
  notes!: SkippedRowDto[];
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty() createdBy!: string;
  @ApiProperty(instant) committedAt!: string | null;
  @ApiProperty(instant) undoneAt!: string | null;
}
export class RowPlaceDto {
  @ApiProperty() @IsString() @MaxLength(255) sheet!: string;
  @ApiProperty(integer) @IsInt() @Min(1) @Max(1_048_576) rowNumber!: number;
}
class RowProblemDto {
  @ApiProperty() field!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['error', 'warning'] }) severity!: 'error' | 'warning';
  @ApiProperty() message!: string;
}
export class ImportRowDto {
  @ApiProperty() sheet!: string;
  @ApiProperty(integer) rowNumber!: number;
  @ApiProperty({ ...integer, description: 'From 1: a further number of the same cell.' })
  part!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Proposed spelling of the number.' })
  proposedNumber!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) values!: Record<
    string,
    string
  >;
  @ApiProperty({ enum: ['insert', 'update', 'skip', 'unchanged', 'error'] }) action!: RowAction;
  @ApiProperty({ type: [RowProblemDto] }) problems!: RowProblemDto[];
}
export class ImportRowsDto {
  @ApiProperty(integer) total!: number;
  @ApiProperty({ type: [ImportRowDto] }) rows!: ImportRowDto[];
}

class ColumnMappingDto {
  @ApiProperty(integer) @IsInt() @Min(0) @Max(500) index!: number;
  @ApiProperty({ enum: IMPORT_FIELDS, type: String, nullable: true })
  @Nullable()
  @IsIn(IMPORT_FIELDS)
  field!: ImportField | null;
}
export class ImportMappingDto {
  @ApiPropertyOptional() @Optional() @IsString() @MaxLength(255) sheet?: string;
  @ApiPropertyOptional({ type: [String], description: 'Several sheets of one shape.' })
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @MaxLength(255, { each: true })
  sheets?: string[];
  @ApiPropertyOptional() @Optional() @IsBoolean() leavesOutHidden?: boolean;
  @ApiPropertyOptional() @Optional() @IsBoolean() leavesOutStruck?: boolean;
  @ApiPropertyOptional() @Optional() @IsBoolean() splitsNumbers?: boolean;
  @ApiPropertyOptional() @Optional() @IsBoolean() acceptsAll?: boolean;
  @ApiPropertyOptional({ type: [RowPlaceDto] })
  @Optional()
  @ArrayMaxSize(1_000)
  @NestedList(() => RowPlaceDto)
  accepted?: RowPlaceDto[];
  @ApiPropertyOptional(integer) @Optional() @IsInt() @Min(0) @Max(1_048_576) headerRow?: number;
  @ApiPropertyOptional({ type: [ColumnMappingDto] })
  @Optional()
  @ArrayMaxSize(500)
  @NestedList(() => ColumnMappingDto)
  columns?: ColumnMappingDto[];
  @ApiPropertyOptional({ enum: DUPLICATE_POLICIES })
  @Optional()
  @IsIn(DUPLICATE_POLICIES)
  duplicates?: DuplicatePolicy;
}
export class UndoImportDto {
  @ApiPropertyOptional({ description: 'Keep standards that were changed since, undo the rest.' })
  @Optional()
  @IsBoolean()
  keepChanged?: boolean;
}
const ROW_FILTERS = ['all', 'problems', 'duplicates', 'left_out'] as const;
export class ImportRowsQueryDto {
  @ApiPropertyOptional({ enum: ROW_FILTERS })
  @Optional()
  @IsIn(ROW_FILTERS)
  filter?: (typeof ROW_FILTERS)[number];
  @PageOffset()
  offset?: number;
  @PageLimit()
  limit?: number;
}

const FIELDS: ImportFieldDto[] = IMPORT_FIELDS.map((field) => ({
  field,
  zh: FIELD_DESCRIPTIONS[field].zh,
  en: FIELD_DESCRIPTIONS[field].en,
  required: field === 'number' || field === 'title',
}));

const nameOf = ({ sheetNames }: StoredImport, index: number): string => sheetNames[index] ?? '';

const acceptedOf = (stored: StoredImport): RowPlaceDto[] => {
  const { accepted = [] } = stored.choices;
  if (accepted === 'all') return [];
  return accepted.map(({ sheet, rowNumber }) => ({ sheet: nameOf(stored, sheet), rowNumber }));
};

export function importDto(stored: StoredImport): ImportDto {
  return {
    id: stored.id,
    state: stored.state,
    fileName: stored.fileName,
    encoding: stored.encoding,
    sheetNames: [...stored.sheetNames],
    sheet: nameOf(stored, stored.sheet),
    sheets: stored.choices.sheets.map((index) => nameOf(stored, index)),
    alike: stored.choices.alike.map((index) => nameOf(stored, index)),
    leavesOutHidden: stored.choices.leftOut.hidden,
    leavesOutStruck: stored.choices.leftOut.struck,
    splitsNumbers: stored.choices.splitsNumbers === true,
    acceptsAll: stored.choices.accepted === 'all',
    accepted: acceptedOf(stored),
    headerRow: stored.headerRow,
    columns: stored.columns.map((column) => ({ ...column, samples: [...column.samples] })),
    fields: FIELDS,
    duplicates: stored.duplicates,
    summary: { ...stored.summary },
    notes: stored.notes.map((note) => ({ ...note })),
    createdAt: stored.createdAt.toISOString(),
    createdBy: stored.createdByName,
    committedAt: stored.committedAt?.toISOString() ?? null,
    undoneAt: stored.undoneAt?.toISOString() ?? null,
  };
}

export function importRowDto(
  row: ImportRow,
  stored: StoredImport,
  language: Language,
): ImportRowDto {
  const proposed = row.problems.find(({ code }) => code === 'number_repairable');
  return {
    sheet: nameOf(stored, row.sheet),
    rowNumber: row.rowNumber,
    part: row.part,
    proposedNumber: String(proposed?.params?.repair ?? '') || null,
    values: { ...row.values },
    action: row.action,
    problems: row.problems.map(({ field, code, severity, params }) => ({
      field,
      code,
      severity,
      message: problemMessage({ code, ...(params ? { params } : {}) }, language),
    })),
  };
}
