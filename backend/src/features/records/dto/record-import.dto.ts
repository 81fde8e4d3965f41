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
import { TABLE_NOTES, TABLE_TEXTS } from '@liangxing/tables';
import { IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { Optional } from '../../../kernel';
import { RECORD_ACTIONS, type PlannedRecord, type RecordAction } from '../import/plan-records';
import { RECORD_IMPORT_STATES, type RecordImportState } from '../import/record-import';
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
  @ApiProperty({ description: 'Where several sheets are read together, else empty' })
  sheet!: string;
  @ApiProperty({ type: 'integer', description: 'As the spreadsheet program shows it' })
  rowNumber!: number;
  @ApiProperty({ enum: RECORD_ACTIONS }) action!: RecordAction;
  @ApiProperty() title!: string;
  @ApiProperty({ type: [RecordImportProblemDto] }) problems!: RecordImportProblemDto[];
  @ApiProperty({ type: [String], description: 'To be looked at; they keep no row out' })
  remarks!: string[];
}

class RecordImportNoteDto {
  @ApiProperty({ type: 'integer', description: '0: the whole sheet' }) rowNumber!: number;
  @ApiProperty({ enum: ['header', 'subtotal', 'furniture', 'section', ...TABLE_NOTES] })
  kind!: string;
  @ApiProperty() text!: string;
}

const flag = { enum: ['true', 'false'] } as const;

export class RecordFileQueryDto {
  @ApiPropertyOptional({ description: 'The one sheet to read; without it all that are alike' })
  @Optional()
  @IsString()
  @MaxLength(255)
  sheet?: string;
  @ApiPropertyOptional(flag) @Optional() @IsIn(flag.enum) leavesOutHidden?: string;
  @ApiPropertyOptional(flag) @Optional() @IsIn(flag.enum) leavesOutStruck?: string;
  @ApiPropertyOptional({ ...flag, description: 'Read it although it looks like something else' })
  @Optional()
  @IsIn(flag.enum)
  anyway?: string;
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
  @ApiProperty({ type: [String], description: 'Sheets that were read' }) sheets!: string[];
  @ApiProperty({ type: [String], description: 'Sheets with the same columns' }) alike!: string[];
  @ApiProperty({ type: [RecordImportNoteDto], description: 'What was passed over' })
  notes!: RecordImportNoteDto[];
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
  const [open, shut, colon] = language === 'en' ? [' (', ')', ': '] : ['（', '）', '：'];
  const nameOf = (field: string): string => {
    const label = known.find(({ id }) => id === field)?.label;
    return label === undefined ? field : say(label, language);
  };
  return {
    sheet: row.sheet ?? '',
    rowNumber: row.rowNumber,
    action,
    title: title === undefined ? '' : recordText(title, value ?? null, 'zh'),
    remarks: (row.remarks ?? []).map(({ field, code, parameters }) => {
      const message = say(TABLE_TEXTS[code], language, parameters);
      return field === null ? message : `${nameOf(field)}${colon}${message}`;
    }),
    problems: problems.map(({ field, code, parameters }) => {
      const name = nameOf(field);
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
    sheets: [...stored.said.sheets],
    alike: [...stored.said.alike],
    notes: stored.said.notes.map((note) => ({ ...note })),
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
