import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class CloseOrganizationDto {
  @ApiProperty({ maxLength: 200, description: 'The name of the organization, typed to confirm' })
  @IsString()
  @MaxLength(200)
  name: string;
}
