import { ACCESS_TOKEN_DAYS, ACCESS_TOKEN_NAME, AREAS, type Area } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsWritten, Nullable } from '../../../kernel';
import { OwnerProofDto } from '../dto/second-factor.dto';
import type { OwnAccessToken } from './access-tokens.repository';

const { min, max } = ACCESS_TOKEN_DAYS;

export class MakeAccessTokenDto extends OwnerProofDto {
  @ApiProperty({ maxLength: ACCESS_TOKEN_NAME, description: 'What it is for; stands in the trail' })
  @IsString()
  @IsWritten()
  @MaxLength(ACCESS_TOKEN_NAME)
  name: string;

  @ApiProperty({ enum: AREAS, isArray: true, description: 'Areas to read' })
  @IsArray()
  @ArrayUnique()
  @IsIn(AREAS, { each: true })
  readable: Area[];

  @ApiProperty({ enum: AREAS, isArray: true, description: 'To read and write' })
  @IsArray()
  @ArrayUnique()
  @IsIn(AREAS, { each: true })
  writable: Area[];

  @ApiProperty({ format: 'uuid', nullable: true, type: String, description: 'Only this one' })
  @Nullable()
  @IsUUID()
  organizationId: string | null;

  @ApiProperty({ minimum: min, maximum: max, description: 'Days until it ends' })
  @IsInt()
  @Min(min)
  @Max(max)
  days: number;
}

/** An access token as its owner sees it; the token itself is shown once, when it is made. */
export class AccessTokenDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: AREAS, isArray: true })
  readable: Area[];

  @ApiProperty({ enum: AREAS, isArray: true })
  writable: Area[];

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  organizationId: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ format: 'date', nullable: true, type: String, description: 'Day of China' })
  lastUsedOn: string | null;

  @ApiProperty({ description: 'Coarse: local, private, or the first half of the address' })
  lastNetwork: string;

  static of({ id, name, readable, writable, ...token }: OwnAccessToken): AccessTokenDto {
    return {
      ...{ id, name, readable, writable, lastUsedOn: token.lastUsedOn },
      organizationId: token.limitedTo,
      createdAt: token.createdAt.toISOString(),
      expiresAt: token.expiresAt.toISOString(),
      lastNetwork: token.lastNetwork,
    };
  }
}

export class MadeAccessTokenDto extends AccessTokenDto {
  @ApiProperty({ description: 'Shown this once', pattern: '^lxp_[0-9A-Za-z]{49}$' })
  token: string;
}
