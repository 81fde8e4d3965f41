import { ROLES, type Role } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { EmailAddress } from '../../../kernel';

export class InviteMemberDto {
  @EmailAddress()
  email: string;

  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role: Role;
}

export class ChangeMemberDto {
  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role: Role;
}

export class MemberDto {
  @ApiProperty({ format: 'uuid' })
  userId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  email: string;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ format: 'date-time' })
  since: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'A mail to reset the password could not be sent; told to those who manage members',
  })
  resetMailFailedAt: string | null;
}

export class PendingInvitationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  email: string;

  @ApiProperty({ enum: ROLES })
  role: Role;

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

  @ApiProperty({ enum: ROLES })
  role: Role;
}

export class JoinedDto {
  @ApiProperty({ format: 'uuid' })
  organizationId: string;
}
