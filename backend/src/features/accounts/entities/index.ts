import { EmailConfirmationEntity } from './email-confirmation.entity';
import { PasswordResetEntity } from './password-reset.entity';
import { SessionEntity } from './session.entity';
import { UserEntity } from './user.entity';

/** The tables of this room. */
export const ACCOUNTS_ENTITIES = [
  EmailConfirmationEntity,
  PasswordResetEntity,
  SessionEntity,
  UserEntity,
];
