import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { EmailAddress, Optional } from '../../../kernel';
import { PASSWORD_LENGTH } from '../passwords';
import { LinksIdentity } from './links-identity';

/** As people write it, with blanks and dashes. */
const CODE_LENGTH = 60;

class CodeDto {
  @ApiProperty({
    maxLength: CODE_LENGTH,
    description: 'Six digits of the authenticator, or a recovery code',
  })
  @IsString()
  @MaxLength(CODE_LENGTH)
  code: string;
}

export class SecondStepDto extends CodeDto {
  @LinksIdentity()
  linksIdentity?: boolean;
}

export class ProvedCodeDto extends CodeDto {
  @ApiProperty({ maxLength: PASSWORD_LENGTH.max })
  @IsString()
  @MaxLength(PASSWORD_LENGTH.max)
  password: string;
}

/** What proves the owner of an account beside the session. */
export class OwnerProofDto {
  @ApiProperty({ maxLength: PASSWORD_LENGTH.max })
  @IsString()
  @MaxLength(PASSWORD_LENGTH.max)
  password: string;

  @ApiPropertyOptional({
    maxLength: CODE_LENGTH,
    description: 'Where a second factor is on: six digits of the authenticator, or a recovery code',
  })
  @Optional()
  @IsString()
  @MaxLength(CODE_LENGTH)
  code?: string;
}

export class ChangeEmailDto extends OwnerProofDto {
  @EmailAddress()
  email: string;
}

class QrPictureDto {
  @ApiProperty({ description: 'Modules in a row, without the quiet zone' })
  size: number;

  @ApiProperty({ description: 'Dark squares, as a path of an SVG' })
  path: string;
}

export class NewSecretDto {
  @ApiProperty({ description: 'In base32, to be typed into an authenticator' })
  secret: string;

  @ApiProperty({ type: QrPictureDto })
  picture: QrPictureDto;
}

export class RecoveryCodesDto {
  @ApiProperty({ type: [String], description: 'Shown once; each works once' })
  codes: string[];
}

class OwnSignOnDto {
  @ApiProperty({ description: 'What people call the provider' })
  name: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when an identity of it is linked; null: none',
  })
  linkedSince: string | null;

  @ApiProperty({ description: 'Name and address, as the provider said them when it was linked' })
  toldAs: string;
}

export class OwnAccountDto {
  @ApiProperty()
  isEmailConfirmed: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The address that is to be the new one, until its mail is read',
  })
  pendingEmail: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when a second factor is in use; null: none',
  })
  secondFactorSince: string | null;

  @ApiProperty()
  recoveryCodesLeft: number;

  @ApiProperty({ description: 'False for who signs in by a provider and has set none' })
  hasPassword: boolean;

  @ApiProperty({
    type: OwnSignOnDto,
    nullable: true,
    description: 'Null: this site has no single sign-on',
  })
  signOn: OwnSignOnDto | null;
}
