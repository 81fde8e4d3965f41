import { applyDecorators } from '@nestjs/common';
import { PASSKEY_NAME } from '@liangxing/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsWritten, Optional } from '../../../kernel';
import { LinksIdentity } from '../dto/links-identity';
import type { OwnPasskey } from './passkeys.repository';

/** What an authenticator said, as the browser gives it on. */
const Base64Url = (maxLength: number, description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ maxLength, pattern: '^[\\w-]+$', description }),
    IsString(),
    MaxLength(maxLength),
    Matches(/^[\w-]+$/),
  );

/** 1,023 bytes. */
const CREDENTIAL_ID = 1_364;
const CLIENT_DATA = 4_000;
/** Without certificates; some authenticators send theirs although nobody asks for them. */
const AUTHENTICATOR_DATA = 16_000;

const PasskeyName = (): PropertyDecorator =>
  applyDecorators(IsString(), IsWritten(), MaxLength(PASSKEY_NAME));

export class PasskeyOfferDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'From which pages passkeys are used; null: this site has none',
  })
  origin: string | null;
}

/** What a passkey is to sign, whosever it is. */
export class PasskeyChallengeDto {
  @ApiProperty({ description: 'In base64url; for one answer within ten minutes' })
  challenge: string;

  @ApiProperty({ description: 'To which passkeys belong (RP ID)' })
  domain: string;
}

class KnownPasskeyDto {
  @ApiProperty({ description: 'In base64url' })
  credentialId: string;

  @ApiProperty({ type: [String] })
  transports: string[];
}

/** What an authenticator needs to make a passkey. */
export class NewPasskeyChallengeDto extends PasskeyChallengeDto {
  @ApiProperty({ description: 'The person, in base64url, as authenticators are told of them' })
  userHandle: string;

  @ApiProperty({ type: [Number], description: 'COSE algorithms that are taken, the best first' })
  algorithms: number[];

  @ApiProperty({ type: [KnownPasskeyDto], description: 'An authenticator makes no second one' })
  known: KnownPasskeyDto[];
}

/** The answer of an authenticator that has made a passkey. */
export class AddPasskeyDto {
  @ApiPropertyOptional({
    maxLength: PASSKEY_NAME,
    description: 'By which its owner knows it; without one it is named after the browser',
  })
  @Optional()
  @PasskeyName()
  name?: string;

  @Base64Url(CREDENTIAL_ID, 'As the authenticator names the passkey')
  credentialId: string;

  @Base64Url(CLIENT_DATA, 'What the browser says was asked, and where')
  clientDataJson: string;

  @Base64Url(AUTHENTICATOR_DATA, 'The key that was made')
  attestationObject: string;

  @ApiProperty({ type: [String], description: 'By what the authenticator is reached' })
  @IsArray()
  @ArrayMaxSize(10)
  @Matches(/^[a-z-]{1,20}$/, { each: true })
  transports: string[];
}

/** The answer of an authenticator that has used a passkey. */
export class SignInByPasskeyDto {
  @Base64Url(CREDENTIAL_ID, 'As the authenticator names the passkey')
  credentialId: string;

  @Base64Url(CLIENT_DATA, 'What the browser says was asked, and where')
  clientDataJson: string;

  @Base64Url(AUTHENTICATOR_DATA, 'What the authenticator says')
  authenticatorData: string;

  @Base64Url(2_000, 'Over both')
  signature: string;

  @Base64Url(100, 'The person, as the authenticator was told of them')
  userHandle: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The account that is meant; the passkey of another one is refused',
  })
  @Optional()
  @IsUUID()
  userId?: string;

  @LinksIdentity()
  linksIdentity?: boolean;
}

export class ChangePasskeyDto {
  @ApiProperty({ maxLength: PASSKEY_NAME })
  @PasskeyName()
  name: string;
}

/** A passkey as its owner sees it. */
export class PasskeyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt: string | null;

  @ApiProperty({ description: 'It may leave its device' })
  isSynced: boolean;

  @ApiProperty({ description: 'A copy was kept elsewhere when it was used last' })
  isBackedUp: boolean;

  static of({ createdAt, lastUsedAt, ...passkey }: OwnPasskey): PasskeyDto {
    const { id, name, version, isSynced, isBackedUp } = passkey;
    return {
      ...{ id, name, version, isSynced, isBackedUp },
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    };
  }
}
