import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';
import { IsDay } from '../http/is-day';
import { Optional } from '../http/optional';
import { PageLimit } from '../http/paging.decorator';
import type { AuditLine } from './audit-line';

/** Days of a trail; what is left out does not narrow. */
export class TrailDaysDto {
  @ApiPropertyOptional({ format: 'date', description: 'First day, in the time of China' })
  @Optional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day, in the time of China' })
  @Optional()
  @IsDay()
  to?: string;
}

/** One page of a trail. */
export class TrailPagingDto {
  @ApiPropertyOptional({
    description: 'Number of a line: older ones follow',
    pattern: '^[1-9][0-9]{0,17}$',
  })
  @Optional()
  @IsString()
  @Matches(/^[1-9]\d{0,17}$/)
  before?: string;

  @PageLimit(50, 200)
  limit = 50;
}

/** Beside the lines of a page. */
export class TrailPageFactsDto {
  @ApiProperty({ description: 'Whether there are older lines' })
  hasOlder: boolean;
}

/** What every trail says of one thing that was done. */
export class AuditLineDto {
  @ApiProperty({ description: 'Number of the line; later ones are greater' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  personId: string | null;

  @ApiProperty({ description: 'Empty for somebody who was not signed in' })
  personName: string;

  @ApiProperty({ description: 'What was done, like `standards.imported`' })
  action: string;

  @ApiProperty({ description: 'To what: a noun like `standard`' })
  subjectType: string;

  @ApiProperty()
  subjectId: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  details: Record<string, unknown>;
}

/**
 * Lines as a page shows them.
 * @param read one more than is shown, where there is one: it tells that older ones follow
 */
export function trailPage<Line extends AuditLine>(read: readonly Line[], limit: number) {
  return {
    lines: read.slice(0, limit).map((line) => ({ ...line, details: { ...line.details } })),
    hasOlder: read.length > limit,
  };
}
