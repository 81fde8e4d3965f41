import { Global, Module } from '@nestjs/common';
import { Config, Identities } from '../../kernel';
import { AccountsController } from './accounts.controller';
import { CachedIdentities } from './cached-identities';
import { ForgetExpired } from './forget-expired';
import { LocalStrategy } from './local.strategy';
import { SendPasswordResetJob } from './password-resets';
import { Passwords } from './passwords';
import { SessionView } from './session-view';
import { SessionsController } from './sessions.controller';
import { SessionsRepository } from './sessions.repository';
import { TryLimits } from './try-limits';
import { AccountChanges } from './use-cases/account-changes';
import { AccountProfile } from './use-cases/account-profile';
import { ChangePassword } from './use-cases/change-password';
import { CheckCredentials } from './use-cases/check-credentials';
import { RegisterAccount } from './use-cases/register-account';
import { ResetPassword } from './use-cases/reset-password';
import { UsersRepository } from './users.repository';

/** Global because the guards of every route ask it who is there. */
@Global()
@Module({
  controllers: [AccountsController, SessionsController],
  providers: [
    SessionsRepository,
    UsersRepository,
    CachedIdentities,
    { provide: Identities, useExisting: CachedIdentities },
    Passwords,
    TryLimits,
    SessionView,
    {
      provide: LocalStrategy,
      inject: [Config, CheckCredentials],
      useFactory: (config: Config, credentials: CheckCredentials) =>
        config.program === 'main' ? new LocalStrategy(credentials) : null,
    },
    CheckCredentials,
    RegisterAccount,
    ChangePassword,
    ResetPassword,
    AccountProfile,
    AccountChanges,
    SendPasswordResetJob,
    ForgetExpired,
  ],
  exports: [Identities, CachedIdentities, UsersRepository, RegisterAccount],
})
export class AccountsModule {}
