import {
  ANY_ROLES,
  AREAS,
  LANGUAGES,
  ORGANIZATION_KINDS,
  ORGANIZATION_STATES,
  type AnyRole,
  type Area,
  type Language,
  type OrganizationKind,
  type OrganizationState,
} from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length, MaxLength } from 'class-validator';
import { EmailAddress, IsWritten, NameInMail, Optional } from '../../../kernel';
import { PASSWORD_LENGTH } from '../passwords';
import { LinksIdentity } from './links-identity';
import type { OwnSession } from '../sessions.repository';

const { min, max } = PASSWORD_LENGTH;

export class RegisterDto {
  @EmailAddress()
  email: string;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @IsWritten()
  @MaxLength(100)
  @NameInMail()
  name: string;

  @ApiProperty({ minLength: min, maxLength: max })
  @IsString()
  @Length(min, max)
  password: string;

  @ApiPropertyOptional({ enum: LANGUAGES })
  @Optional()
  @IsIn(LANGUAGES)
  language?: Language;
}

export class SignInDto {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsString()
  @MaxLength(254)
  email: string;

  @ApiProperty({ maxLength: max })
  @IsString()
  @MaxLength(max)
  password: string;

  @LinksIdentity()
  linksIdentity?: boolean;
}

export class ChangePasswordDto {
  @ApiProperty({ maxLength: max })
  @IsString()
  @MaxLength(max)
  currentPassword: string;

  @ApiProperty({ minLength: min, maxLength: max })
  @IsString()
  @Length(min, max)
  newPassword: string;
}

export class ChangeAccountDto {
  @ApiPropertyOptional({ maxLength: 100 })
  @Optional()
  @IsString()
  @IsWritten()
  @MaxLength(100)
  @NameInMail()
  name?: string;

  @ApiPropertyOptional({ enum: LANGUAGES })
  @Optional()
  @IsIn(LANGUAGES)
  language?: Language;
}

export class RequestPasswordResetDto {
  @EmailAddress()
  email: string;
}

export class ResetPasswordDto {
  @ApiProperty({ minLength: min, maxLength: max })
  @IsString()
  @Length(min, max)
  password: string;
}

class UserDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  email: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: LANGUAGES })
  language: Language;

  @ApiProperty({ description: 'May bring files into the catalogue and answer remarks' })
  isCatalogueMaintainer: boolean;

  @ApiProperty({ description: 'Opens and suspends organizations, and reads the platform’s trail' })
  isPlatformAdministrator: boolean;

  @ApiProperty({ description: 'Mail to others waits until the address is confirmed' })
  mustConfirmEmail: boolean;

  @ApiProperty({ description: 'Has proved a second factor in this session' })
  hasSecondFactor: boolean;
}

/** Where the person is signed in. */
export class OwnSessionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Browser and system, empty where not known' })
  browser: string;

  @ApiProperty({ description: 'Coarse: local, private, or the first half of the address' })
  network: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time', description: 'Exact to a few minutes' })
  lastUsedAt: string;

  @ApiProperty()
  isCurrent: boolean;

  static of({ createdAt, lastUsedAt, ...session }: OwnSession): OwnSessionDto {
    return {
      ...session,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    };
  }
}

class MembershipDto {
  @ApiProperty({ format: 'uuid' })
  organizationId: string;

  @ApiProperty()
  organizationName: string;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  @ApiProperty({ enum: ANY_ROLES })
  role: AnyRole;

  @ApiProperty({ enum: ORGANIZATION_STATES })
  state: OrganizationState;

  @ApiProperty({ description: 'Why it was refused or suspended; else empty' })
  stateReason: string;

  @ApiProperty({ format: 'date-time', description: 'Since when it is in this state' })
  stateSince: string;

  @ApiProperty({ description: 'The shipped example, not a real enterprise' })
  isSample: boolean;

  @ApiProperty({ description: 'Lets in only who has proved a second factor' })
  requiresSecondFactor: boolean;
}

/** A client whose data the person may enter, for an organization of theirs. */
class ClientEntryDto {
  @ApiProperty({ format: 'uuid' })
  organizationId: string;

  @ApiProperty()
  organizationName: string;

  @ApiProperty({ enum: ORGANIZATION_STATES })
  state: OrganizationState;

  @ApiProperty()
  isSample: boolean;

  @ApiProperty({ format: 'uuid', description: 'The organization for which the person acts' })
  actingId: string;

  @ApiProperty()
  actingName: string;

  @ApiProperty({ enum: ORGANIZATION_KINDS, description: 'Of the organization that acts' })
  kind: OrganizationKind;

  @ApiProperty({ enum: ANY_ROLES, description: 'In the organization that acts' })
  role: AnyRole;

  @ApiProperty({ enum: AREAS, isArray: true })
  readable: Area[];

  @ApiProperty({ enum: AREAS, isArray: true })
  writable: Area[];

  @ApiProperty({ format: 'date-time', description: 'When the grant ends' })
  until: string;
}

export class SessionDto {
  @ApiProperty({ type: UserDto, nullable: true })
  user: UserDto | null;

  @ApiProperty({ type: [MembershipDto] })
  memberships: MembershipDto[];

  @ApiProperty({
    type: [ClientEntryDto],
    description: 'By the organization that acts, then by name',
  })
  entries: ClientEntryDto[];

  @ApiProperty({
    description: 'The password was right; a code is asked for, and nobody is signed in',
  })
  needsSecondFactor: boolean;
}
