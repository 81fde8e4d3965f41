import { ROLES, type Role } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsWritten, NameInMail } from '../../../kernel';
import { IsString, MaxLength } from 'class-validator';

export class CreateOrganizationDto {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsWritten()
  @MaxLength(200)
  @NameInMail()
  name: string;
}

export class OrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['enterprise'] })
  kind: 'enterprise';

  @ApiProperty()
  name: string;

  @ApiProperty()
  isSample: boolean;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}
