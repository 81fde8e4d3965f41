import {
  AREAS,
  DUE_KINDS,
  type Area,
  type AssessmentFigures,
  type ClientParts,
  type DueKind,
  type MonthAssessment,
  type NextDue,
  type PortfolioClient,
  type SectionShare,
} from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { IsDay, Optional, PageLimit } from '../../../kernel';
import type { ClientMonth, DueOfClient } from '../portfolio';

const count = { type: 'integer', minimum: 0 } as const;
const points = { type: 'integer', description: 'Hundredths of a point' } as const;
const percent = { type: 'integer', minimum: 0, maximum: 100, nullable: true } as const;

/** Of one page; a first one of a screen's length is asked for by itself. */
export const MOST_CLIENTS = 500;
/** What a month or a list shows at most. */
export const MOST_DATES = 2000;

export class ClientsQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Clients behind this one, by id' })
  @Optional()
  @IsUUID()
  behind?: string;

  @PageLimit(50, MOST_CLIENTS)
  limit = 50;
}

export class DatesQueryDto {
  @ApiPropertyOptional({ format: 'date', description: 'First day; without it what is overdue' })
  @Optional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Last day; without it yesterday' })
  @Optional()
  @IsDay()
  to?: string;
}

class ClientProfileDto {
  @ApiProperty(count) done!: number;
  @ApiProperty(count) total!: number;
}

class ClientSystemDto {
  @ApiProperty(percent) completeness!: number | null;
  @ApiProperty(count) missing!: number;
}

class ClientRegisterDto {
  @ApiProperty(count) total!: number;
  @ApiProperty(count) existing!: number;
  @ApiProperty({ ...count, description: 'Replaced or withdrawn, and still listed' })
  expired!: number;
}

class SectionTitleDto {
  @ApiProperty() 'zh-CN'!: string;
  @ApiProperty() en!: string;
}

class SectionShareDto implements SectionShare {
  @ApiProperty() id!: string;
  @ApiProperty({ type: SectionTitleDto }) title!: SectionTitleDto;
  @ApiProperty() isBonus!: boolean;
  @ApiProperty(percent) share!: number | null;
}

class ClientReadinessDto {
  @ApiProperty(percent) share!: number | null;
  @ApiProperty(count) essential!: number;
  @ApiProperty(count) essentialMet!: number;
  @ApiProperty(count) unmet!: number;
}

class ClientAssessmentDto implements AssessmentFigures {
  @ApiProperty() title!: string;
  @ApiProperty() schemeId!: string;
  @ApiProperty() schemeVersion!: string;
  @ApiProperty({ enum: ['scored', 'readiness'] }) kind!: 'scored' | 'readiness';
  @ApiProperty({ type: String, nullable: true }) targetGrade!: string | null;
  @ApiProperty({ type: String, nullable: true }) grade!: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) reachesTarget!: boolean | null;
  @ApiProperty(points) basic!: number;
  @ApiProperty(points) bonus!: number;
  @ApiProperty(points) total!: number;
  @ApiProperty({ ...points, description: 'What there is to reach' }) basicPoints!: number;
  @ApiProperty({ ...points, description: 'What there is to reach' }) bonusPoints!: number;
  @ApiProperty(count) answered!: number;
  @ApiProperty(count) items!: number;
  @ApiProperty() isProvisional!: boolean;
  @ApiProperty({ type: ClientReadinessDto, nullable: true, description: 'null: points are given' })
  readiness!: ClientReadinessDto | null;
  @ApiProperty({ type: [SectionShareDto] }) sections!: SectionShareDto[];
}

class ClientImprovementsDto {
  @ApiProperty(count) open!: number;
  @ApiProperty(count) overdue!: number;
}

class ClientDossierDto {
  @ApiProperty() state!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) builtAt!: string | null;
}

/** A part that the grant does not open is left out; null: there is nothing yet. */
class ClientPartsDto implements ClientParts {
  @ApiPropertyOptional({ type: ClientProfileDto }) profile?: ClientProfileDto;
  @ApiPropertyOptional({ type: ClientSystemDto, nullable: true }) system?: ClientSystemDto | null;
  @ApiPropertyOptional({ type: ClientRegisterDto }) register?: ClientRegisterDto;
  @ApiPropertyOptional({ type: ClientAssessmentDto, nullable: true })
  assessment?: ClientAssessmentDto | null;
  @ApiPropertyOptional({ type: ClientImprovementsDto }) improvements?: ClientImprovementsDto;
  @ApiPropertyOptional({ type: ClientDossierDto, nullable: true })
  dossier?: ClientDossierDto | null;
}

class NextDueDto implements NextDue {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ enum: DUE_KINDS }) kind!: DueKind;
  @ApiProperty() title!: string;
}

export class PortfolioClientDto implements PortfolioClient {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: AREAS, isArray: true }) readable!: Area[];
  @ApiProperty({ format: 'date-time', description: 'When the grant ends' }) endsAt!: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the figures were worked out; null: not yet',
  })
  readAt!: string | null;
  @ApiProperty({ type: ClientPartsDto }) parts!: ClientPartsDto;
  @ApiProperty({ type: NextDueDto, nullable: true }) next!: NextDueDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) activeAt!: string | null;
  @ApiProperty({ type: [String], description: 'Who of the consultancy works for the client' })
  consultants!: string[];

  static of(client: PortfolioClient): PortfolioClientDto {
    const { parts, readable, consultants } = client;
    return {
      ...client,
      readable: [...readable],
      consultants: [...consultants],
      parts: parts as ClientPartsDto,
    };
  }
}

export class ClientsPageDto {
  @ApiProperty({ type: [PortfolioClientDto], description: 'By id' }) clients!: PortfolioClientDto[];
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'For `behind` of the next page; null: this is the last one',
  })
  next!: string | null;
}

export class DueOfClientDto implements DueOfClient {
  @ApiProperty({ format: 'uuid' }) clientId!: string;
  @ApiProperty() clientName!: string;
  @ApiProperty({ enum: DUE_KINDS }) kind!: DueKind;
  @ApiProperty() subjectId!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty() title!: string;
  @ApiProperty() owner!: string;
  @ApiProperty({ type: 'integer', nullable: true }) number!: number | null;
}

export class DatesDto {
  @ApiProperty({ type: [DueOfClientDto], description: 'The earliest first' })
  dates!: DueOfClientDto[];
  @ApiProperty({ description: 'There are more than a list shows' }) isCut!: boolean;
}

class MonthAssessmentDto implements MonthAssessment {
  @ApiProperty({ enum: ['scored', 'readiness'] }) kind!: 'scored' | 'readiness';
  @ApiProperty() schemeId!: string;
  @ApiProperty(points) total!: number;
  @ApiProperty({ type: String, nullable: true }) grade!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: '0 to 100' }) share!: number | null;
}

class ClientMonthDto implements ClientMonth {
  @ApiProperty({ format: 'date', description: 'Its first day' }) month!: string;
  @ApiProperty({ type: MonthAssessmentDto, nullable: true })
  assessment!: MonthAssessmentDto | null;
  @ApiProperty({ ...count, nullable: true }) overdue!: number | null;
  @ApiProperty({ ...count, nullable: true }) expired!: number | null;
}

export class ClientPageDto {
  @ApiProperty({ type: PortfolioClientDto }) client!: PortfolioClientDto;
  @ApiProperty({ type: [ClientMonthDto], description: 'The earliest first' })
  months!: ClientMonthDto[];
  @ApiProperty({ type: [DueOfClientDto] }) overdue!: DueOfClientDto[];
  @ApiProperty({ type: [DueOfClientDto], description: 'Of the next three months' })
  upcoming!: DueOfClientDto[];
}
