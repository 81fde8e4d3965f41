import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import type { StandardStatus } from '@liangxing/standard-number';
import { Optional, PageLimit } from '../../../kernel';
import type { CatalogueEntry } from '../catalogue.repository';
import { SEARCH_STATUSES } from '../search-statement.sql';
import { CURRENCY_STATES, currencyOfEntry, sourceOf } from '../currency-report';

const date = { type: String, format: 'date', nullable: true } as const;
const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim() : value;

export class CatalogueQueryDto {
  @ApiPropertyOptional({
    description: 'A number in any spelling or its beginning, or words of a title.',
  })
  @Optional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ enum: SEARCH_STATUSES })
  @Optional()
  @IsIn(SEARCH_STATUSES)
  status?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Plans instead of standards.' })
  @Optional()
  @IsIn(['true', 'false'])
  plans?: string;

  @PageLimit(50, 200)
  limit?: number;
}

export class FeedbackInputDto {
  @ApiProperty({ description: 'What is wrong.', minLength: 1, maxLength: 2000 })
  @Transform(trimmed)
  @IsString()
  @MinLength(1)
  @MaxLength(2_000)
  message!: string;

  @ApiPropertyOptional({ description: 'Where the right thing is written.', maxLength: 500 })
  @Optional()
  @Transform(trimmed)
  @IsString()
  @MaxLength(500)
  source?: string;
}

export class FeedbackDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
}

export class CatalogueEntryDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty() englishTitle!: string;
  @ApiProperty() level!: string;
  @ApiProperty() isPlan!: boolean;
  @ApiProperty(date) issuedOn!: string | null;
  @ApiProperty(date) inForceOn!: string | null;
  @ApiProperty(date) withdrawnOn!: string | null;
  @ApiProperty({ enum: CURRENCY_STATES }) status!: StandardStatus;
  @ApiProperty({ enum: ['dates', 'claim', 'none'] }) basis!: 'dates' | 'claim' | 'none';
  @ApiProperty({ description: 'Was to come into force so long ago that it should be: look it up.' })
  isDue!: boolean;
  @ApiProperty({ description: 'The word of the source; of a plan, how far it is.' })
  statusWord!: string;
  @ApiProperty({ description: 'Who says so.' }) source!: string;
  @ApiProperty(date) checkedOn!: string | null;
  @ApiProperty({ type: [String] }) replacedBy!: string[];
}

export class CataloguePageDto {
  @ApiProperty({ type: [CatalogueEntryDto] }) rows!: CatalogueEntryDto[];
  @ApiProperty({ description: 'There are more: narrow the search.' }) isCut!: boolean;
}

export function catalogueEntryDto(
  entry: CatalogueEntry,
  replacedBy: readonly string[],
  day: string,
): CatalogueEntryDto {
  const currency = currencyOfEntry(entry, replacedBy.length > 0, day);
  const told = sourceOf(entry, currency) ?? entry.sources.status ?? entry.sources.title;
  return {
    id: entry.id,
    number: entry.number,
    title: entry.title,
    englishTitle: entry.englishTitle,
    level: entry.level,
    isPlan: entry.isPlan,
    issuedOn: entry.issuedOn,
    inForceOn: entry.inForceOn,
    withdrawnOn: entry.withdrawnOn,
    status: currency.status,
    basis: currency.basis,
    isDue: currency.isDue === true,
    statusWord: entry.statusWord,
    source: told?.source ?? '',
    checkedOn: told?.checkedOn ?? null,
    replacedBy: [...replacedBy],
  };
}
