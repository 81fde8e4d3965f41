import { Injectable } from '@nestjs/common';
import {
  jobContextOf,
  JobQueue,
  notFound,
  PlatformAudit,
  PlatformDatabase,
  ProblemError,
  type RequestContext,
} from '../../../kernel';
import { CachedIdentities } from '../cached-identities';
import { qrPictureOf, type QrPicture } from '../second-factor/qr-picture';
import { newRecoveryCodes } from '../second-factor/recovery-codes';
import { SecondFactors } from '../second-factor/second-factors';
import { SecondFactorsRepository } from '../second-factor/second-factors.repository';
import { SecretBox } from '../second-factor/secret-box';
import { addressOf, newSecret } from '../second-factor/totp';
import { SessionsRepository } from '../sessions.repository';
import { AccessTokensRepository } from '../tokens/access-tokens.repository';
import { UsersRepository } from '../users.repository';
import { CheckOwnPassword } from './check-own-password';
import { SEND_ACCOUNT_NOTICE } from './send-account-notice';

/** What an authenticator app is told, shown once. */
interface NewSecret {
  /** In base32, to be typed. */
  readonly secret: string;
  /** The same as a picture of an `otpauth:` address. */
  readonly picture: QrPicture;
}

/** A person takes an authenticator into use, in two steps: its secret is shown, then proved by a code. */
@Injectable()
export class SetUpSecondFactor {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly tokens: AccessTokensRepository,
    private readonly factors: SecondFactorsRepository,
    private readonly codes: SecondFactors,
    private readonly box: SecretBox,
    private readonly ownPassword: CheckOwnPassword,
    private readonly identities: CachedIdentities,
    private readonly jobs: JobQueue,
    private readonly audit: PlatformAudit,
  ) {}

  /**
   * A secret of before that was never proved is worth nothing any more.
   * @throws ProblemError second_factor_on
   */
  async begin({ userId }: RequestContext): Promise<NewSecret> {
    const user = await this.users.find(userId);
    if (user === null) throw notFound();
    const secret = newSecret();
    const sealed = this.box.seal(secret, userId);
    await this.database.transaction(userId, async (manager) => {
      if (!(await this.factors.begin(manager, userId, sealed)))
        throw new ProblemError('second_factor_on');
    });
    return { secret, picture: qrPictureOf(addressOf(secret, user.email)) };
  }

  /**
   * Every other session and every access token ends: none of them has proved it. The session that asks just has.
   * @returns the recovery codes, which nobody can read again
   * @throws ProblemError wrong_password, wrong_code, second_factor_on
   */
  async enable(
    context: RequestContext,
    command: { code: string; password: string; token: string },
  ): Promise<readonly string[]> {
    const { id } = await this.ownPassword.execute(context, command.password);
    const recoveryCodes = newRecoveryCodes();
    await this.codes.counted(id, () =>
      this.database.transaction(id, async (manager) => {
        if (!(await this.codes.takeCode(manager, id, command.code)))
          throw new ProblemError('wrong_code');
        if (!(await this.factors.enable(manager, id))) throw new ProblemError('second_factor_on');
        await this.factors.replaceCodes(manager, id, recoveryCodes);
        await this.sessions.noteSecondFactor(manager, command.token);
        await this.sessions.removeAllOf(manager, id, command.token);
        await this.tokens.removeUnproved(manager, id);
        await this.audit.record(manager, context, 'account.second_factor_on', {
          type: 'account',
          id,
        });
        const data = { context: { ...jobContextOf(context), organizationId: '' } };
        await this.jobs.enqueue(manager, SEND_ACCOUNT_NOTICE, {
          ...data,
          notice: 'second_factor_on',
        });
      }),
    );
    this.identities.forgetPerson(id);
    return recoveryCodes;
  }
}
