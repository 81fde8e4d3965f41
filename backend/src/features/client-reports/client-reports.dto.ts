import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsIn, IsUUID, ValidateBy } from 'class-validator';
import { organizationDay } from '../../kernel';
import type { ReportFormat } from './report-file-name';

/** In one file. */
const MOST_REPORTS = 100;
const FORMATS = ['pdf', 'docx'] as const satisfies readonly ReportFormat[];
const MONTHS_BACK = 24;

/** Months since year 0; NaN for what is no month. */
function monthNumber(month: unknown): number {
  const [whole, year, number] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(String(month)) ?? [];
  return whole === undefined ? NaN : Number(year) * 12 + Number(number);
}

/** Whether a report can tell of this month: it has begun, and is not too long ago. */
function isReported(month: unknown, today: string): boolean {
  const ago = monthNumber(today.slice(0, 7)) - monthNumber(month);
  return ago >= 0 && ago <= MONTHS_BACK;
}

const IsReportedMonth = (): PropertyDecorator =>
  ValidateBy({
    name: 'month_not_reported',
    validator: { validate: (value) => isReported(value, organizationDay(new Date())) },
  });

export class ReportsQueryDto {
  @ApiProperty({
    type: [String],
    format: 'uuid',
    minItems: 1,
    maxItems: MOST_REPORTS,
    description: 'Clients; of several there is one file of each in a ZIP',
  })
  // One alone comes as a text.
  @Transform(({ value }: { value: unknown }) => (value === undefined ? value : [value].flat()))
  @IsUUID(undefined, { each: true })
  @ArrayUnique((id: unknown) => String(id).toLowerCase())
  @ArrayMaxSize(MOST_REPORTS)
  clients!: string[];

  @ApiProperty({ example: '2026-11', description: 'This month, or one of the two years before' })
  @IsReportedMonth()
  month!: string;

  @ApiProperty({ enum: FORMATS })
  @IsIn(FORMATS)
  format!: ReportFormat;
}
