import { CERTIFICATE_LIMITS } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsWritten, PageLimit, PageOffset } from '../../../kernel';
import type { ShownPublicity } from '../decision';

const { name: longestName, contact: longestContact, text: longestText } = CERTIFICATE_LIMITS;

export class PublicitiesQueryDto {
  @PageOffset() offset?: number;

  @PageLimit(50, 100) limit?: number;
}

export class PublicityDto implements ShownPublicity {
  @ApiProperty({ format: 'uuid' }) id!: string;

  @ApiProperty() enterpriseName!: string;

  @ApiProperty() bodyName!: string;

  @ApiProperty({ description: 'By post or telephone; may be empty' }) bodyContact!: string;

  @ApiProperty() grade!: string;

  @ApiProperty() scope!: string;

  @ApiProperty() standard!: string;

  @ApiProperty({ format: 'date' }) fromOn!: string;

  @ApiProperty({ format: 'date', description: 'The last day' }) untilOn!: string;
}

export class SendObjectionDto {
  @ApiProperty({ maxLength: longestName })
  @IsString()
  @IsWritten()
  @MaxLength(longestName)
  name!: string;

  @ApiProperty({ maxLength: longestContact, description: 'Only the body sees it' })
  @IsString()
  @IsWritten()
  @MaxLength(longestContact)
  contact!: string;

  @ApiProperty({ maxLength: longestText })
  @IsString()
  @IsWritten()
  @MaxLength(longestText)
  text!: string;
}
