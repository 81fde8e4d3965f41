import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class ObjectiveDto {
  @ApiProperty({ maxLength: 1000 })
  @IsString()
  @MaxLength(1000)
  text: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  owner: string;

  @ApiProperty({ maxLength: 1000 })
  @IsString()
  @MaxLength(1000)
  measure: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  period: string;
}
