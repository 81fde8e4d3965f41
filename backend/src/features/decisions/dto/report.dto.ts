import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { WORD } from '../../../kernel';
import { REPORT_FORMATS, type ReportFormat } from '../report-format';

/** Media types by format. */
export const REPORT_TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  docx: WORD,
};

export class ReportQueryDto {
  @ApiProperty({ enum: REPORT_FORMATS })
  @IsIn(REPORT_FORMATS)
  format!: ReportFormat;
}
