import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { TABLE_NOTES } from '@liangxing/tables';
import { IsDay, Optional } from '../../../kernel';
import { FEEDBACK_STATES, type Feedback, type FeedbackState } from '../maintenance/feedback';
import { UPLOAD_STATES, type CatalogueUpload, type UploadState } from '../maintenance/upload';

const instant = { type: String, format: 'date-time', nullable: true } as const;
const count = { type: 'integer', minimum: 0 } as const;
const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim() : value;

export class CatalogueImportQueryDto {
  @ApiProperty({ description: 'Who says so.', minLength: 1, maxLength: 200 })
  @Transform(trimmed)
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  source!: string;

  @ApiProperty({ format: 'date', description: 'Day on which the source was looked up.' })
  @IsDay()
  checkedOn!: string;
}

class CatalogueColumnDto {
  @ApiProperty({ description: 'What it is read as.' }) name!: string;
  @ApiProperty({ description: 'What stands in the file.' }) header!: string;
}

class CatalogueRowProblemDto {
  @ApiPropertyOptional({ description: 'Where several sheets are read.' }) sheet?: string;
  @ApiProperty({ type: 'integer', description: 'As the spreadsheet program shows it.' })
  rowNumber!: number;
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'What stands there.' }) text!: string;
}

class CatalogueNoteDto {
  @ApiProperty({ type: 'integer', description: '0: the whole sheet.' }) rowNumber!: number;
  @ApiProperty({ enum: ['header', 'subtotal', 'furniture', 'section', ...TABLE_NOTES] })
  kind!: string;
  @ApiProperty() text!: string;
}

export class CatalogueImportDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() fileName!: string;
  @ApiProperty() source!: string;
  @ApiProperty({ format: 'date' }) checkedOn!: string;
  @ApiProperty({ enum: UPLOAD_STATES }) state!: UploadState;
  @ApiProperty() sheet!: string;
  @ApiProperty({ type: [CatalogueColumnDto] }) columns!: CatalogueColumnDto[];
  @ApiProperty({ type: [String], description: 'Sheets with other columns; not read.' })
  unreadSheets!: string[];
  @ApiProperty({ type: [CatalogueNoteDto], description: 'What was passed over.' })
  notes!: CatalogueNoteDto[];
  @ApiProperty({ type: [String], description: 'Headers of columns that are left out.' })
  unread!: string[];
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    description: 'First rows: number, title, issued, in force, withdrawn, status.',
  })
  sample!: string[][];
  @ApiProperty(count) rows!: number;
  @ApiProperty(count) inserted!: number;
  @ApiProperty(count) changed!: number;
  @ApiProperty(count) unchanged!: number;
  @ApiProperty({ ...count, description: 'Rows with a problem; none of them is taken.' })
  refused!: number;
  @ApiProperty(count) rowsDone!: number;
  @ApiProperty({ type: [CatalogueRowProblemDto], description: 'The first thousand.' })
  problems!: CatalogueRowProblemDto[];
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty() createdByName!: string;
  @ApiProperty(instant) finishedAt!: string | null;
}

export function catalogueImportDto(upload: CatalogueUpload): CatalogueImportDto {
  const { reading, createdAt, finishedAt, problems, ...facts } = upload;
  const { sheet, columns, unread, sample, unreadSheets = [], notes = [] } = reading;
  return {
    ...facts,
    sheet,
    columns: [...columns],
    unread: [...unread],
    unreadSheets: [...unreadSheets],
    notes: notes.map((note) => ({ ...note })),
    sample: sample.map((row) => [...row]),
    problems: problems.map(({ sheet: named, ...problem }) =>
      named === undefined ? problem : { sheet: named, ...problem },
    ),
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

export class AnswerInputDto {
  @ApiProperty({ enum: FEEDBACK_STATES })
  @IsIn(FEEDBACK_STATES)
  state!: FeedbackState;

  @ApiPropertyOptional({ maxLength: 2000 })
  @Optional()
  @Transform(trimmed)
  @IsString()
  @MaxLength(2_000)
  answer?: string;
}

export class CatalogueFeedbackDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() number!: string;
  @ApiProperty() message!: string;
  @ApiProperty() source!: string;
  @ApiProperty() userName!: string;
  @ApiProperty({ description: 'Empty in the list of one organization.' })
  organizationName!: string;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ enum: FEEDBACK_STATES }) state!: FeedbackState;
  @ApiProperty() answer!: string;
  @ApiProperty(instant) answeredAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) answeredByName!: string | null;
}

export function catalogueFeedbackDto(feedback: Feedback): CatalogueFeedbackDto {
  return {
    ...feedback,
    createdAt: feedback.createdAt.toISOString(),
    answeredAt: feedback.answeredAt?.toISOString() ?? null,
  };
}
