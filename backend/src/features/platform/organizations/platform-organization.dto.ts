import {
  ORGANIZATION_KINDS,
  ORGANIZATION_QUOTAS,
  ORGANIZATION_STATES,
  PLATFORM_MOVES,
  type OrganizationKind,
  type OrganizationQuota,
  type OrganizationState,
  type PlatformMove,
} from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsIn,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { NestedList, Optional } from '../../../kernel';
import { ApplicationDocumentDto } from '../../organizations';
import type { ListedOrganization, PlatformOrganization } from './platform-organization';

export const PER_PAGE = 50;

/** Which organizations are asked for; what is left out does not narrow. */
export class OrganizationsQueryDto {
  @ApiPropertyOptional({
    maxLength: 200,
    description: 'Part of the name, or the whole credit code of one that applied with it',
  })
  @Optional()
  @IsString()
  @MaxLength(200)
  search?: string;

  @ApiPropertyOptional({ enum: ORGANIZATION_KINDS })
  @Optional()
  @IsIn(ORGANIZATION_KINDS)
  kind?: OrganizationKind;

  @ApiPropertyOptional({ enum: ORGANIZATION_STATES })
  @Optional()
  @IsIn(ORGANIZATION_STATES)
  state?: OrganizationState;

  @ApiPropertyOptional({ minimum: 1, maximum: 100_000, description: `${PER_PAGE} on each` })
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page?: number;
}

export class ListedOrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  creditCode: string | null;

  @ApiProperty({ enum: ORGANIZATION_STATES })
  state: OrganizationState;

  @ApiProperty({ description: 'Why it was refused or suspended; else empty' })
  reason: string;

  @ApiProperty({ format: 'date-time', description: 'Since when it is in this state' })
  since: string;

  @ApiProperty({ format: 'date-time' })
  foundedAt: string;

  @ApiProperty()
  isSample: boolean;

  @ApiProperty()
  members: number;

  @ApiProperty()
  version: number;

  static of(organization: ListedOrganization): ListedOrganizationDto {
    const { id, kind, name, creditCode, state, reason, since } = organization;
    const { foundedAt, isSample, members, version } = organization;
    return {
      ...{ id, kind, name, creditCode, state, reason, since },
      ...{ foundedAt, isSample, members, version },
    };
  }
}

export class OrganizationsPageDto {
  @ApiProperty({ type: [ListedOrganizationDto] })
  organizations: ListedOrganizationDto[];

  @ApiProperty({ description: 'How many there are on all pages' })
  total: number;
}

class OrganizationLimitDto {
  @ApiProperty({ enum: ORGANIZATION_QUOTAS })
  name: OrganizationQuota;

  @ApiProperty({ type: Number, nullable: true, description: 'Null: the usual one holds' })
  own: number | null;

  @ApiProperty({ description: 'Of every organization without one of its own' })
  usual: number;
}

export class PlatformOrganizationDto extends ListedOrganizationDto {
  @ApiProperty({ description: 'Enterprises for which it works now' })
  clients: number;

  @ApiProperty()
  evidenceFiles: number;

  @ApiProperty()
  evidenceBytes: number;

  @ApiProperty({ type: [ApplicationDocumentDto] })
  documents: ApplicationDocumentDto[];

  @ApiProperty({ type: [OrganizationLimitDto] })
  limits: OrganizationLimitDto[];

  static override of(organization: PlatformOrganization): PlatformOrganizationDto {
    const { clients, evidenceFiles, evidenceBytes, documents, limits } = organization;
    return {
      ...ListedOrganizationDto.of(organization),
      ...{ clients, evidenceFiles, evidenceBytes },
      documents: documents.map(ApplicationDocumentDto.of),
      limits: limits.map((limit) => ({ ...limit })),
    };
  }
}

export class MoveOrganizationDto {
  @ApiProperty({ enum: PLATFORM_MOVES })
  @IsIn(PLATFORM_MOVES)
  move: PlatformMove;

  @ApiPropertyOptional({ maxLength: 1000, description: 'Needed to refuse and to suspend' })
  @Optional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

class OwnQuotaDto {
  @ApiProperty({ enum: ORGANIZATION_QUOTAS })
  @IsIn(ORGANIZATION_QUOTAS)
  name: OrganizationQuota;

  @ApiProperty({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  most: number;
}

export class SetQuotasDto {
  @ApiProperty({ type: [OwnQuotaDto], description: 'All of its own; the others go by the setting' })
  @ArrayMaxSize(ORGANIZATION_QUOTAS.length)
  @ArrayUnique(({ name }: OwnQuotaDto) => name)
  @NestedList(() => OwnQuotaDto)
  quotas: OwnQuotaDto[];
}
