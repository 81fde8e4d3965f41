import { AccessTokenEntity } from './access-token.entity';
import { EmailConfirmationEntity } from './email-confirmation.entity';
import { PasswordResetEntity } from './password-reset.entity';
import { SessionEntity } from './session.entity';
import { UserEntity } from './user.entity';

/** The tables of this room. */
export const ACCOUNTS_ENTITIES = [
  AccessTokenEntity,
  EmailConfirmationEntity,
  PasswordResetEntity,
  SessionEntity,
  UserEntity,
];
