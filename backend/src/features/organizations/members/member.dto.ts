import {
  ANY_ROLES,
  ORGANIZATION_KINDS,
  type AnyRole,
  type OrganizationKind,
} from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  MaxLength,
} from 'class-validator';
import { EmailAddress } from '../../../kernel';
import { INVITED_ROW_OUTCOMES, type InvitedRowOutcome } from './invited-row';

export class InviteMemberDto {
  @EmailAddress()
  email: string;

  @ApiProperty({ enum: ANY_ROLES })
  @IsIn(ANY_ROLES)
  role: AnyRole;
}

export class InviteManyDto {
  @ApiProperty({ type: [String], minItems: 1, maxItems: 100, description: 'As they were written' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(254, { each: true })
  addresses: string[];

  @ApiProperty({ enum: ANY_ROLES })
  @IsIn(ANY_ROLES)
  role: AnyRole;
}

export class InvitedRowDto {
  @ApiProperty({ description: 'As it is mailed; as it was written where it is no address' })
  address: string;

  @ApiProperty({ enum: INVITED_ROW_OUTCOMES })
  outcome: InvitedRowOutcome;
}

export class InvitationLinkDto {
  @ApiProperty({ description: 'Shown once; the link of before works no longer' })
  link: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class SecondFactorRuleDto {
  @ApiProperty({ description: 'Whether only who has proved a second factor is let in' })
  @IsBoolean()
  isRequired: boolean;
}

export class ChangeMemberDto {
  @ApiProperty({ enum: ANY_ROLES })
  @IsIn(ANY_ROLES)
  role: AnyRole;
}

export class MemberDto {
  @ApiProperty({ format: 'uuid' })
  userId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  email: string;

  @ApiProperty({ enum: ANY_ROLES })
  role: AnyRole;

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'A mail to reset the password could not be sent; told to those who manage members',
  })
  resetMailFailedAt: string | null;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Has two-step verification or a passkey; told to those who manage members',
  })
  hasSecondFactor: boolean | null;
}

export class PendingInvitationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  email: string;

  @ApiProperty({ enum: ANY_ROLES })
  role: AnyRole;

  @ApiProperty({ format: 'date-time' })
  invitedAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Its mail could not be sent; null: sent, or on its way',
  })
  mailFailedAt: string | null;
}

export class SeenInvitationDto {
  @ApiProperty()
  organizationName: string;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  @ApiProperty()
  inviterName: string;

  @ApiProperty({ enum: ANY_ROLES })
  role: AnyRole;
}

export class JoinedDto {
  @ApiProperty({ format: 'uuid' })
  organizationId: string;
}
