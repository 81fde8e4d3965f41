import {
  ANY_ROLES,
  FOUNDABLE_KINDS,
  ORGANIZATION_KINDS,
  ORGANIZATION_STATES,
  type AnyRole,
  type FoundableKind,
  type OrganizationKind,
  type OrganizationState,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsWritten, NameInMail, Optional } from '../../../kernel';
import { IsIn, IsString, MaxLength } from 'class-validator';

export class CreateOrganizationDto {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsWritten()
  @MaxLength(200)
  @NameInMail()
  name: string;

  @ApiProperty({
    enum: FOUNDABLE_KINDS,
    required: false,
    description: 'An enterprise opens at once; the others wait for the approval of the platform',
  })
  @Optional()
  @IsIn(FOUNDABLE_KINDS)
  kind?: FoundableKind;

  @ApiProperty({
    required: false,
    description:
      'Unified social credit code (GB 32100-2015); needed where the opening is asked for, of an enterprise it begins the profile',
  })
  @Optional()
  @IsString()
  @MaxLength(40)
  creditCode?: string;
}

export class OrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: ORGANIZATION_STATES })
  state: OrganizationState;

  @ApiProperty()
  isSample: boolean;

  @ApiProperty({ enum: ANY_ROLES })
  role: AnyRole;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}
