export { AccountsModule } from './accounts.module';
export { CachedIdentities } from './cached-identities';
export { FORGET_EXPIRED } from './forget-expired';
export { SEND_EMAIL_CONFIRMATION } from './use-cases/send-email-confirmation';
export { SEND_PASSWORD_RESET } from './use-cases/send-password-reset';
export { SEND_ACCESS_TOKEN_NOTICE } from './use-cases/send-access-token-notice';
export { hashOfToken, newToken } from './session-tokens';
export { RegisterAccount } from './use-cases/register-account';
export { UsersRepository, type OwnUser } from './users.repository';
