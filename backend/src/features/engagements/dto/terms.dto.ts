import { AREAS, type Area } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsString, MaxLength } from 'class-validator';
import { IsDay } from '../../../kernel';

const { length } = AREAS;

/** Which areas are opened; what is writable is readable too. */
export class AreasDto {
  @ApiProperty({ enum: AREAS, isArray: true, maxItems: length })
  @IsArray()
  @ArrayMaxSize(length)
  @ArrayUnique()
  @IsIn(AREAS, { each: true })
  readable: Area[];

  @ApiProperty({ enum: AREAS, isArray: true, maxItems: length })
  @IsArray()
  @ArrayMaxSize(length)
  @ArrayUnique()
  @IsIn(AREAS, { each: true })
  writable: Area[];
}

export class TermsDto extends AreasDto {
  @ApiProperty({ format: 'date', description: 'First day' })
  @IsDay()
  from: string;

  @ApiProperty({ format: 'date', description: 'Last day, at most three years later' })
  @IsDay()
  until: string;
}

export class AskedTermsDto extends TermsDto {
  @ApiProperty({ maxLength: 500, description: 'What it is for; may be empty' })
  @IsString()
  @MaxLength(500)
  reason: string;
}
