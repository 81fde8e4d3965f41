import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { printedNumber, type StandardStatus } from '@liangxing/standard-number';
import { Optional, PageLimit, PageOffset } from '../../../kernel';
import {
  CURRENCY_STATES,
  plainReplacement,
  type CurrencyReport,
  type CurrencyRow,
} from '../currency-report';
import type { CurrencyCheck, LoggedReplacement } from '../currency-check';
import { registerSearch } from '../register-search';
import type { Verification } from '../verification';
import { StandardVerificationDto, verificationDto } from './verification.dto';

const date = { type: String, format: 'date', nullable: true } as const;
const instant = { type: String, format: 'date-time', nullable: true } as const;
const count = { type: 'integer', minimum: 0 } as const;

export class CurrencyQueryDto {
  @ApiPropertyOptional({ enum: CURRENCY_STATES })
  @Optional()
  @IsIn(CURRENCY_STATES)
  status?: StandardStatus;

  @ApiPropertyOptional({ description: 'Part of a number or title.' })
  @Optional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @PageOffset()
  offset?: number;

  @PageLimit()
  limit?: number;
}

export class CandidateDto {
  @ApiProperty({ description: 'What to send to choose it.' }) identity!: string;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: CURRENCY_STATES }) status!: StandardStatus;
  @ApiProperty(date) inForceOn!: string | null;
  @ApiProperty({ description: 'Takes over a part of the old one only.' }) isPartial!: boolean;
  @ApiProperty({ description: 'False: only a newer edition of the same number.' })
  isTold!: boolean;
  @ApiProperty({ description: 'The register lists it already.' }) isListed!: boolean;
}

export class CurrencyRowDto {
  @ApiProperty({ format: 'uuid', description: 'Of the standard in the register.' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: CURRENCY_STATES }) status!: StandardStatus;
  @ApiProperty({ enum: ['dates', 'claim', 'register', 'none'] }) basis!: CurrencyRow['basis'];
  @ApiProperty({ ...date, description: 'First day out of force, where it is still to come.' })
  endsOn!: string | null;
  @ApiProperty({ description: 'Was to come into force so long ago that it should be: look it up.' })
  isDue!: boolean;
  @ApiProperty() source!: string;
  @ApiProperty(date) checkedOn!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Entry of the catalogue.' })
  entryId!: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Edition that an undated reference means.',
  })
  resolvedNumber!: string | null;
  @ApiProperty({ type: [CandidateDto] }) candidates!: CandidateDto[];
  @ApiProperty({ description: 'Replacing it leaves no choice.' }) isPlain!: boolean;
  @ApiProperty({ description: 'National, sector, local …: which official site knows it.' })
  level!: string;
  @ApiProperty({
    type: StandardVerificationDto,
    nullable: true,
    description: 'Looked up last by a person.',
  })
  verified!: StandardVerificationDto | null;
}

class CurrencyCountsDto {
  @ApiProperty(count) replaced!: number;
  @ApiProperty(count) withdrawn!: number;
  @ApiProperty(count) ending!: number;
  @ApiProperty(count) upcoming!: number;
  @ApiProperty(count) unpublished!: number;
  @ApiProperty(count) unknown!: number;
  @ApiProperty(count) current!: number;
}

export class CurrencyReportDto {
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ ...instant, description: 'When the findings were last noted with the register.' })
  notedAt!: string | null;
  @ApiProperty({ type: CurrencyCountsDto }) counts!: CurrencyCountsDto;
  @ApiProperty({ ...count, description: 'Rows that 全部替换 would replace.' }) plain!: number;
  @ApiProperty({ ...count, description: 'Rows that pass the filter.' }) total!: number;
  @ApiProperty({ type: [CurrencyRowDto] }) rows!: CurrencyRowDto[];
}

export class CurrencyChangesDto {
  @ApiProperty(count) changes!: number;
}

export class ReplacementInputDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() standardId!: string;
  @ApiProperty({ type: 'integer' }) @IsInt() @Min(1) version!: number;
  @ApiProperty({ description: 'Of one of the candidates.' })
  @IsString()
  @MaxLength(200)
  identity!: string;
}

class ReplacedDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) standardId!: string;
  @ApiProperty() oldNumber!: string;
  @ApiProperty() newNumber!: string;
}

export class ReplacedStandardsDto {
  @ApiProperty({ type: [ReplacedDto] }) replaced!: ReplacedDto[];
  @ApiProperty({ ...count, description: 'Rows out of force that a person has to decide.' })
  left!: number;
}

export class ReplacementDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) standardId!: string;
  @ApiProperty() oldNumber!: string;
  @ApiProperty() oldTitle!: string;
  @ApiProperty() newNumber!: string;
  @ApiProperty({ format: 'date-time' }) replacedAt!: string;
  @ApiProperty() replacedByName!: string;
  @ApiProperty(instant) undoneAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) undoneByName!: string | null;
}

export class NoticeChoiceDto {
  @ApiProperty() @IsBoolean() wantsMail!: boolean;
}

export interface CurrencyPage {
  readonly total: number;
  readonly rows: readonly CurrencyRow[];
}

/** The rows that a question asks for. */
export function pageOf(
  report: CurrencyReport,
  { status, q = '', offset = 0, limit = 100 }: CurrencyQueryDto,
): CurrencyPage {
  const isAsked = registerSearch(q);
  const found = report.rows.filter(
    (row) =>
      (status === undefined || row.status === status) &&
      isAsked(row.standard.number, row.standard.title),
  );
  return { total: found.length, rows: found.slice(offset, offset + limit) };
}

export function currencyReportDto(
  report: CurrencyReport,
  day: string,
  last: CurrencyCheck | null,
  { total, rows }: CurrencyPage,
  verified: ReadonlyMap<string, Verification>,
): CurrencyReportDto {
  return {
    day,
    notedAt: last?.checkedAt.toISOString() ?? null,
    counts: report.counts() as CurrencyCountsDto,
    plain: report.rows.filter((row) => plainReplacement(row) !== null).length,
    total,
    rows: rows.map((row) => rowDto(row, verified.get(row.standard.id))),
  };
}

function rowDto(row: CurrencyRow, verified: Verification | undefined): CurrencyRowDto {
  // What was looked up about another number tells nothing of this one.
  const isOfNumber = verified?.identityKey === row.standard.identityKey;
  const { standard, status, basis, endsOn, isDue, source, checkedOn, resolvedNumber, candidates } =
    row;
  return {
    id: standard.id,
    version: standard.version,
    number: printedNumber(standard.number),
    title: standard.title,
    status,
    basis,
    endsOn,
    isDue,
    source,
    checkedOn,
    entryId: row.entry?.id ?? null,
    resolvedNumber,
    candidates: candidates.map((candidate) => ({ ...candidate })),
    isPlain: plainReplacement(row) !== null,
    level: standard.level,
    verified: verified !== undefined && isOfNumber ? verificationDto(verified) : null,
  };
}

export function replacementDto(entry: LoggedReplacement): ReplacementDto {
  return {
    id: entry.id,
    standardId: entry.standardId,
    oldNumber: entry.oldNumber,
    oldTitle: entry.before.title,
    newNumber: entry.newNumber,
    replacedAt: entry.replacedAt.toISOString(),
    replacedByName: entry.replacedByName,
    undoneAt: entry.undoneAt?.toISOString() ?? null,
    undoneByName: entry.undoneByName,
  };
}
