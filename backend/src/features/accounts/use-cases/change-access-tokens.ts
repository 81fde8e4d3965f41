import { Injectable } from '@nestjs/common';
import {
  jobContextOf,
  JobQueue,
  Limits,
  newAccessToken,
  notFound,
  PlatformAudit,
  PlatformDatabase,
  Quotas,
  validationFailed,
  type RequestContext,
} from '../../../kernel';
import { CachedIdentities } from '../cached-identities';
import {
  AccessTokensRepository,
  type NewAccessToken,
  type OwnAccessToken,
} from '../tokens/access-tokens.repository';
import { ProveOwner, type OwnerProof } from './prove-owner';
import { SEND_ACCESS_TOKEN_NOTICE } from './send-access-token-notice';

/** Makes and revokes a person's access tokens. Every other process hears of an end from the database. */
@Injectable()
export class ChangeAccessTokens {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly tokens: AccessTokensRepository,
    private readonly identities: CachedIdentities,
    private readonly proveOwner: ProveOwner,
    private readonly limits: Limits,
    private readonly quotas: Quotas,
    private readonly audit: PlatformAudit,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * What may be written may be read. A token outlives the session: an open one alone makes none. The owner of the
   * account is told by mail.
   * @throws ProblemError validation_failed (no area, no code), wrong_password, wrong_code, quota_access_tokens
   */
  async make(
    context: RequestContext,
    wanted: NewAccessToken,
    proof: OwnerProof,
  ): Promise<{ readonly token: string; readonly kept: OwnAccessToken }> {
    const readable = [...new Set([...wanted.readable, ...wanted.writable])];
    if (readable.length === 0) throw validationFailed({ path: 'readable', code: 'required' });
    const asked = { ...wanted, name: wanted.name.trim(), readable };
    const { userId } = context;
    await this.proveOwner.execute(context, proof);
    await this.limits.count('make_access_token', { account: userId });
    const token = newAccessToken();
    const kept = await this.database.transaction(userId, async (manager) => {
      await this.quotas.require(manager, userId, 'access_tokens');
      const inserted = await this.tokens.insert(manager, token, context, asked);
      const subject = { type: 'access_token', id: inserted.id };
      await this.audit.record(manager, context, 'account.token_made', subject, {
        name: asked.name,
      });
      await this.jobs.enqueue(manager, SEND_ACCESS_TOKEN_NOTICE, {
        context: { ...jobContextOf(context), organizationId: '' },
        name: asked.name,
        days: asked.days,
        isWriting: asked.writable.length > 0,
      });
      return inserted;
    });
    return { token, kept };
  }

  /** @throws ProblemError not_found */
  async revoke(context: RequestContext, id: string): Promise<void> {
    await this.database.transaction(context.userId, async (manager) => {
      const name = await this.tokens.remove(manager, context.userId, id);
      if (name === null) throw notFound();
      const subject = { type: 'access_token', id };
      await this.audit.record(manager, context, 'account.token_revoked', subject, { name });
    });
    this.identities.forgetPerson(context.userId);
  }
}
