import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { AccountOfName } from '../../../kernel';

export class ObjectiveDto {
  @ApiProperty({ maxLength: 1000 })
  @IsString()
  @MaxLength(1000)
  text: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  owner: string;

  @AccountOfName()
  ownerUserId?: string | null;

  @ApiProperty({ maxLength: 1000 })
  @IsString()
  @MaxLength(1000)
  measure: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  period: string;
}
