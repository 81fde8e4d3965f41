import { Injectable } from '@nestjs/common';
import {
  HandlesJob,
  jobKind,
  Limits,
  Mailer,
  PlatformDatabase,
  type JobData,
  type JobHandler,
} from '../../kernel';
import { MailedLinksRepository } from './mailed-links.repository';
import { PasskeyChallengesRepository } from './passkeys/passkey-challenges.repository';
import { PendingSignInsRepository } from './second-factor/pending-sign-ins.repository';
import { PendingSignOnsRepository } from './sign-on/pending-sign-ons.repository';
import { SessionsRepository } from './sessions.repository';
import { AccessTokensRepository } from './tokens/access-tokens.repository';

/** An invitation is open for two weeks: after a month every link in the outbox has ended. */
const outboxDays = 30;

/** Sessions, access tokens, password resets, counted tries and written mails whose time is over; they count no more already before. */
export const FORGET_EXPIRED = jobKind<JobData>('accounts.forget-expired', {
  everyMinutes: 60,
});

@Injectable()
@HandlesJob(FORGET_EXPIRED)
export class ForgetExpired implements JobHandler<JobData> {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly mailer: Mailer,
    private readonly limits: Limits,
    private readonly sessions: SessionsRepository,
    private readonly links: MailedLinksRepository,
    private readonly pending: PendingSignInsRepository,
    private readonly signOns: PendingSignOnsRepository,
    private readonly challenges: PasskeyChallengesRepository,
    private readonly tokens: AccessTokensRepository,
  ) {}

  async handle(): Promise<void> {
    await this.sessions.forgetEnded();
    await this.pending.forgetExpired();
    await this.signOns.forgetExpired();
    await this.challenges.forgetExpired();
    await this.tokens.forgetEnded();
    await this.links.forgetExpired(this.database.manager);
    await this.limits.forgetEnded();
    await this.mailer.forgetOlderThan(new Date(Date.now() - outboxDays * 24 * 60 * 60 * 1000));
  }
}
