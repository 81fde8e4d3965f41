import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config, Identities, Limits } from '../../kernel';
import { AccountsController } from './accounts.controller';
import { CachedIdentities } from './cached-identities';
import { SendEmailConfirmationJob } from './use-cases/send-email-confirmation';
import { ForgetExpired } from './forget-expired';
import { IdentityNews } from './identity-news';
import { MailedLinksRepository } from './mailed-links.repository';
import { LocalStrategy } from './local.strategy';
import { SendPasswordResetJob } from './use-cases/send-password-reset';
import { PasswordStrength } from './password-strength';
import { Passwords } from './passwords';
import { SessionView } from './session-view';
import { SessionsController } from './sessions.controller';
import { SessionsRepository } from './sessions.repository';
import { AccountChanges } from './use-cases/account-changes';
import { AccountProfile } from './use-cases/account-profile';
import { ChangePassword } from './use-cases/change-password';
import { CheckCredentials } from './use-cases/check-credentials';
import { ConfirmEmail } from './use-cases/confirm-email';
import { EndSessions } from './use-cases/end-sessions';
import { OpenSession } from './use-cases/open-session';
import { RegisterAccount } from './use-cases/register-account';
import { ResetPassword } from './use-cases/reset-password';
import { PeopleIdentitiesRepository } from './people-identities.repository';
import { AccessTokensController } from './tokens/access-tokens.controller';
import { AccessTokensRepository } from './tokens/access-tokens.repository';
import { ChangeAccessTokens } from './use-cases/change-access-tokens';
import { SendAccessTokenNoticeJob } from './use-cases/send-access-token-notice';
import { UsersRepository } from './users.repository';
import { ACCOUNTS_ENTITIES } from './entities';

/** Global because the guards of every route ask it who is there. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(ACCOUNTS_ENTITIES)],
  controllers: [AccountsController, SessionsController, AccessTokensController],
  providers: [
    PeopleIdentitiesRepository,
    SessionsRepository,
    AccessTokensRepository,
    ChangeAccessTokens,
    SendAccessTokenNoticeJob,
    UsersRepository,
    MailedLinksRepository,
    CachedIdentities,
    { provide: Identities, useExisting: CachedIdentities },
    IdentityNews,
    Passwords,
    PasswordStrength,
    SessionView,
    {
      provide: LocalStrategy,
      inject: [Config, CheckCredentials, Limits],
      useFactory: (config: Config, credentials: CheckCredentials, limits: Limits) =>
        config.program === 'main' ? new LocalStrategy(credentials, limits, config) : null,
    },
    CheckCredentials,
    RegisterAccount,
    ChangePassword,
    ResetPassword,
    AccountProfile,
    ConfirmEmail,
    OpenSession,
    EndSessions,
    AccountChanges,
    SendEmailConfirmationJob,
    SendPasswordResetJob,
    ForgetExpired,
  ],
  exports: [Identities, CachedIdentities, UsersRepository, RegisterAccount],
})
export class AccountsModule {}
