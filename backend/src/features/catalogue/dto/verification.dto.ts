import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { printedNumber } from '@liangxing/standard-number';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { IsDay, NestedList, Optional } from '../../../kernel';
import { VERIFIED_RESULTS, type Verification, type VerifiedResult } from '../verification';

const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim() : value;

class SeenStandardDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() id!: string;
  @ApiProperty({ type: 'integer' }) @IsInt() @Min(1) version!: number;
}

export class VerificationInputDto {
  @ApiProperty({ type: [SeenStandardDto], minItems: 1, maxItems: 300 })
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @NestedList(() => SeenStandardDto)
  standards!: SeenStandardDto[];

  @ApiProperty({ enum: VERIFIED_RESULTS })
  @IsIn(VERIFIED_RESULTS)
  result!: VerifiedResult;

  @ApiPropertyOptional({ description: 'Number of what replaces it.', maxLength: 200 })
  @Optional()
  @Transform(trimmed)
  @IsString()
  @MaxLength(200)
  replacedBy?: string;

  @ApiProperty({ format: 'date', description: 'Day on which it was looked up.' })
  @IsDay()
  checkedOn!: string;

  @ApiProperty({ description: 'Where it was looked up.', minLength: 1, maxLength: 200 })
  @Transform(trimmed)
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  source!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The picture of it, uploaded as evidence.' })
  @Optional()
  @IsUUID()
  evidenceId?: string;
}

export class VerifiedStandardsDto {
  @ApiProperty({ type: 'integer' }) verified!: number;
  @ApiProperty({ type: 'integer', description: 'Changed or removed meanwhile; not noted.' })
  left!: number;
  @ApiProperty({ type: [String], format: 'uuid', description: 'Noted anew.' }) ids!: string[];
}

export class VerificationIdsDto {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: 300 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @IsUUID(undefined, { each: true })
  ids!: string[];
}

export class UndoneVerificationsDto {
  @ApiProperty({ type: 'integer' }) undone!: number;
  @ApiProperty({ type: 'integer', description: 'Say something else meanwhile, or are gone.' })
  left!: number;
}

export class StandardVerificationDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) standardId!: string;
  @ApiProperty() number!: string;
  @ApiProperty({ enum: VERIFIED_RESULTS }) result!: VerifiedResult;
  @ApiProperty() replacedBy!: string;
  @ApiProperty({ format: 'date' }) checkedOn!: string;
  @ApiProperty() source!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) evidenceId!: string | null;
  @ApiProperty({ format: 'date-time' }) verifiedAt!: string;
  @ApiProperty() verifiedByName!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) undoneAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) undoneByName!: string | null;
}

export function verificationDto(verification: Verification): StandardVerificationDto {
  const { id, standardId, number, result, replacedBy, checkedOn, source, evidenceId } =
    verification;
  return {
    ...{ id, standardId, number: printedNumber(number), result, replacedBy, checkedOn, source },
    evidenceId,
    verifiedAt: verification.verifiedAt.toISOString(),
    verifiedByName: verification.verifiedByName,
    undoneAt: verification.undoneAt?.toISOString() ?? null,
    undoneByName: verification.undoneByName,
  };
}
