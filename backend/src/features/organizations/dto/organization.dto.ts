import {
  ANY_ROLES,
  ORGANIZATION_KINDS,
  type AnyRole,
  type OrganizationKind,
} from '@liangxing/contracts';
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

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  @ApiProperty()
  name: string;

  @ApiProperty()
  isSample: boolean;

  @ApiProperty({ enum: ANY_ROLES })
  role: AnyRole;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}
