import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config, Identities, Limits } from '../../kernel';
import { AccountView } from './account-view';
import { AccountsController } from './accounts.controller';
import { CachedIdentities } from './cached-identities';
import { SendEmailConfirmationJob } from './use-cases/send-email-confirmation';
import { ForgetExpired } from './forget-expired';
import { IdentityNews } from './identity-news';
import { MailedLinksRepository } from './mailed-links.repository';
import { LocalStrategy } from './local.strategy';
import { SendPasswordResetJob } from './use-cases/send-password-reset';
import { OwnAccountController } from './own-account.controller';
import { PasswordStrength } from './password-strength';
import { Passwords } from './passwords';
import { PendingSignInsRepository } from './second-factor/pending-sign-ins.repository';
import { SecondFactors } from './second-factor/second-factors';
import { SecondFactorsRepository } from './second-factor/second-factors.repository';
import { SecretBox } from './second-factor/secret-box';
import { SessionView } from './session-view';
import { SessionsController } from './sessions.controller';
import { SessionsRepository } from './sessions.repository';
import { AccountChanges } from './use-cases/account-changes';
import { AccountProfile } from './use-cases/account-profile';
import { ChangeEmail } from './use-cases/change-email';
import { ChangePassword } from './use-cases/change-password';
import { ChangeSecondFactor } from './use-cases/change-second-factor';
import { CheckCredentials } from './use-cases/check-credentials';
import { CheckOwnPassword } from './use-cases/check-own-password';
import { ConfirmEmail } from './use-cases/confirm-email';
import { EndSessions } from './use-cases/end-sessions';
import { OpenSession } from './use-cases/open-session';
import { ProveOwner } from './use-cases/prove-owner';
import { RegisterAccount } from './use-cases/register-account';
import { ResetPassword } from './use-cases/reset-password';
import { SendAccountNoticeJob } from './use-cases/send-account-notice';
import { SendEmailChangeJob } from './use-cases/send-email-change';
import { SendEmailChangeNoticeJob } from './use-cases/send-email-change-notice';
import { SetUpSecondFactor } from './use-cases/set-up-second-factor';
import { SignInInTwoSteps } from './use-cases/sign-in-in-two-steps';
import { PeopleIdentitiesRepository } from './people-identities.repository';
import { LinkedIdentitiesRepository } from './sign-on/linked-identities.repository';
import { PendingSignOnsRepository } from './sign-on/pending-sign-ons.repository';
import { SignOnController } from './sign-on/sign-on.controller';
import { SignOnProvider } from './sign-on/sign-on-provider';
import { BeginSignOn } from './use-cases/begin-sign-on';
import { EndSignOn } from './use-cases/end-sign-on';
import { LinkIdentity } from './use-cases/link-identity';
import { PasskeyChallengesRepository } from './passkeys/passkey-challenges.repository';
import { PasskeysController } from './passkeys/passkeys.controller';
import { PasskeysRepository } from './passkeys/passkeys.repository';
import { RelyingParty } from './passkeys/relying-party';
import { AddPasskey } from './use-cases/add-passkey';
import { ChangePasskeys } from './use-cases/change-passkeys';
import { SignInByPasskey } from './use-cases/sign-in-by-passkey';
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
  controllers: [
    AccountsController,
    OwnAccountController,
    SessionsController,
    AccessTokensController,
    SignOnController,
    PasskeysController,
  ],
  providers: [
    PeopleIdentitiesRepository,
    SessionsRepository,
    AccessTokensRepository,
    ChangeAccessTokens,
    SendAccessTokenNoticeJob,
    UsersRepository,
    MailedLinksRepository,
    PendingSignInsRepository,
    PendingSignOnsRepository,
    LinkedIdentitiesRepository,
    SignOnProvider,
    PasskeyChallengesRepository,
    PasskeysRepository,
    RelyingParty,
    SecondFactorsRepository,
    SecondFactors,
    SecretBox,
    CachedIdentities,
    { provide: Identities, useExisting: CachedIdentities },
    IdentityNews,
    Passwords,
    PasswordStrength,
    AccountView,
    SessionView,
    {
      provide: LocalStrategy,
      inject: [Config, CheckCredentials, Limits],
      useFactory: (config: Config, credentials: CheckCredentials, limits: Limits) =>
        config.program === 'main' ? new LocalStrategy(credentials, limits, config) : null,
    },
    CheckCredentials,
    RegisterAccount,
    CheckOwnPassword,
    ProveOwner,
    ChangePassword,
    ChangeEmail,
    SetUpSecondFactor,
    ChangeSecondFactor,
    SignInInTwoSteps,
    BeginSignOn,
    EndSignOn,
    LinkIdentity,
    AddPasskey,
    ChangePasskeys,
    SignInByPasskey,
    ResetPassword,
    AccountProfile,
    ConfirmEmail,
    OpenSession,
    EndSessions,
    AccountChanges,
    SendEmailConfirmationJob,
    SendPasswordResetJob,
    SendEmailChangeJob,
    SendEmailChangeNoticeJob,
    SendAccountNoticeJob,
    ForgetExpired,
  ],
  exports: [
    Identities,
    CachedIdentities,
    UsersRepository,
    SecondFactorsRepository,
    RegisterAccount,
  ],
})
export class AccountsModule {}
