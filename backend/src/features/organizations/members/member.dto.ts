import { ANY_ROLES, type AnyRole } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { EmailAddress } from '../../../kernel';

export class InviteMemberDto {
  @EmailAddress()
  email: string;

  @ApiProperty({ enum: ANY_ROLES })
  @IsIn(ANY_ROLES)
  role: AnyRole;
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

  @ApiProperty({ enum: ANY_ROLES })
  role: AnyRole;
}

export class JoinedDto {
  @ApiProperty({ format: 'uuid' })
  organizationId: string;
}
