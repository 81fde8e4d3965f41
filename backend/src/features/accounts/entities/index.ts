import { AccessTokenEntity } from './access-token.entity';
import { EmailChangeEntity } from './email-change.entity';
import { EmailConfirmationEntity } from './email-confirmation.entity';
import { LinkedIdentityEntity } from './linked-identity.entity';
import { PasskeyChallengeEntity } from './passkey-challenge.entity';
import { PasskeyEntity } from './passkey.entity';
import { PasswordResetEntity } from './password-reset.entity';
import { PendingSignInEntity } from './pending-sign-in.entity';
import { PendingSignOnEntity } from './pending-sign-on.entity';
import { RecoveryCodeEntity } from './recovery-code.entity';
import { SecondFactorEntity } from './second-factor.entity';
import { SessionEntity } from './session.entity';
import { UserEntity } from './user.entity';

/** The tables of this room. */
export const ACCOUNTS_ENTITIES = [
  AccessTokenEntity,
  EmailChangeEntity,
  EmailConfirmationEntity,
  LinkedIdentityEntity,
  PasskeyChallengeEntity,
  PasskeyEntity,
  PasswordResetEntity,
  PendingSignInEntity,
  PendingSignOnEntity,
  RecoveryCodeEntity,
  SecondFactorEntity,
  SessionEntity,
  UserEntity,
];
