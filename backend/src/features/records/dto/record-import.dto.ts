import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  FIELD_MESSAGES,
  RECORD_KIND_IDS,
  recordKind,
  recordText,
  say,
  type Language,
  type RecordKindId,
} from '@liangxing/contracts';
import { IsBoolean } from 'class-validator';
import { Optional } from '../../../kernel';
import { RECORD_ACTIONS, type PlannedRecord, type RecordAction } from '../import/plan-records';
import { RECORD_IMPORT_STATES, type RecordImportState } from '../import/record-imports.repository';
import { ID_COLUMN } from '../import/recognise-heads';
import type { ImportView } from '../use-cases/import-records';

class RecordImportColumnDto {
  @ApiProperty() head!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null: not taken over' })
  field!: string | null;
}

class RecordImportProblemDto {
  @ApiProperty() field!: string;
  @ApiProperty() code!: string;
  @ApiProperty() message!: string;
}

class RecordImportRowDto {
  @ApiProperty({ type: 'integer', description: 'As the spreadsheet program shows it' })
  rowNumber!: number;
  @ApiProperty({ enum: RECORD_ACTIONS }) action!: RecordAction;
  @ApiProperty() title!: string;
  @ApiProperty({ type: [RecordImportProblemDto] }) problems!: RecordImportProblemDto[];
}

class RecordImportSummaryDto {
  @ApiProperty({ type: 'integer' }) rows!: number;
  @ApiProperty({ type: 'integer' }) toInsert!: number;
  @ApiProperty({ type: 'integer' }) toUpdate!: number;
  @ApiProperty({ type: 'integer' }) unchanged!: number;
  @ApiProperty({ type: 'integer' }) errors!: number;
}

export class RecordImportDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: RECORD_KIND_IDS }) kind!: RecordKindId;
  @ApiProperty({ enum: RECORD_IMPORT_STATES }) state!: RecordImportState;
  @ApiProperty() fileName!: string;
  @ApiProperty({ type: [RecordImportColumnDto] }) columns!: RecordImportColumnDto[];
  @ApiProperty({ type: [RecordImportRowDto] }) rows!: RecordImportRowDto[];
  @ApiProperty({ type: RecordImportSummaryDto }) summary!: RecordImportSummaryDto;
  @ApiProperty({ type: 'integer', description: 'Records that it added or changed' })
  written!: number;
  @ApiProperty({ format: 'date-time' }) createdAt!: Date;
  @ApiProperty() createdByName!: string;
}

export class UndoRecordImportDto {
  @ApiPropertyOptional({ description: 'Keep records that were touched since, undo the rest' })
  @Optional()
  @IsBoolean()
  keepChanged?: boolean;
}

function rowDto(
  kind: RecordKindId,
  planned: PlannedRecord,
  language: Language,
): RecordImportRowDto {
  const { row, action, fields, problems } = planned;
  const { titleField, fields: known } = recordKind(kind);
  const title = known.find(({ id }) => id === titleField);
  const value =
    fields?.[titleField] ?? row.values[titleField] ?? planned.target?.fields[titleField];
  return {
    rowNumber: row.rowNumber,
    action,
    title: title === undefined ? '' : recordText(title, value ?? null, 'zh'),
    problems: problems.map(({ field, code, parameters }) => {
      const label = known.find(({ id }) => id === field)?.label;
      const name = label === undefined ? field : say(label, language);
      const [open, shut, colon] = language === 'en' ? [' (', ')', ': '] : ['（', '）', '：'];
      const unread = row.unread[field] === undefined ? '' : `${open}${row.unread[field]}${shut}`;
      const message = say(FIELD_MESSAGES[code], language, parameters);
      return { field, code, message: `${name}${unread}${colon}${message}` };
    }),
  };
}

export function recordImportDto(
  { stored, planned }: ImportView,
  language: Language,
): RecordImportDto {
  const { id, kind, state, fileName, createdAt, createdByName } = stored;
  const count = (action: RecordAction): number =>
    planned.filter((row) => row.action === action).length;
  return {
    id,
    kind,
    state,
    fileName,
    columns: stored.columns
      .filter(({ head, field }) => head !== '' && field !== ID_COLUMN)
      .map(({ head, field }) => ({ head, field })),
    rows: planned.map((row) => rowDto(kind, row, language)),
    summary: {
      rows: planned.length,
      toInsert: count('insert'),
      toUpdate: count('update'),
      unchanged: count('unchanged'),
      errors: count('error'),
    },
    written: stored.written.length,
    createdAt,
    createdByName,
  };
}
