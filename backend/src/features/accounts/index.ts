export { AccountsModule } from './accounts.module';
export { CachedIdentities } from './cached-identities';
export { FORGET_EXPIRED } from './forget-expired';
export { SEND_PASSWORD_RESET } from './password-resets';
export { hashOfToken, newToken } from './session-tokens';
export { RegisterAccount } from './use-cases/register-account';
export { normalEmail, UsersRepository } from './users.repository';
