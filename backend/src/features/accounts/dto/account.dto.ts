import { LANGUAGES, ROLES, type Language, type Role } from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Length,
  MaxLength,
} from 'class-validator';
import { PASSWORD_LENGTH } from '../passwords';

const { min, max } = PASSWORD_LENGTH;

export class RegisterDto {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsEmail()
  @MaxLength(254)
  email: string;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiProperty({ minLength: min, maxLength: max })
  @IsString()
  @Length(min, max)
  password: string;

  @ApiPropertyOptional({ enum: LANGUAGES })
  @IsOptional()
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
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name?: string;

  @ApiPropertyOptional({ enum: LANGUAGES })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}

export class RequestPasswordResetDto {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @IsEmail()
  @MaxLength(254)
  email: string;
}

export class ResetPasswordDto {
  @ApiProperty({ minLength: min, maxLength: max })
  @IsString()
  @Length(min, max)
  password: string;
}

export class UserDto {
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
}

export class MembershipDto {
  @ApiProperty({ format: 'uuid' })
  organizationId: string;

  @ApiProperty()
  organizationName: string;

  @ApiProperty({ enum: ['enterprise'] })
  kind: 'enterprise';

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ description: 'The shipped example, not a real enterprise' })
  isSample: boolean;
}

export class SessionDto {
  @ApiProperty({ type: UserDto, nullable: true })
  user: UserDto | null;

  @ApiProperty({ type: [MembershipDto] })
  memberships: MembershipDto[];
}
