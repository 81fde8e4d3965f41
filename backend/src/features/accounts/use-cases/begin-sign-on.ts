import { Injectable } from '@nestjs/common';
import { ownAddress } from '@liangxing/contracts';
import { ProblemError, type RequestContext } from '../../../kernel';
import { flowSecretsOf } from '../sign-on/flow-secrets';
import { LinkedIdentitiesRepository } from '../sign-on/linked-identities.repository';
import { PendingSignOnsRepository } from '../sign-on/pending-sign-ons.repository';
import { SignOnProvider } from '../sign-on/sign-on-provider';
import { newToken } from '../session-tokens';
import { ProveOwner, type OwnerProof } from './prove-owner';

/** Where the browser goes, and the token that it keeps until it is back. */
interface WayToProvider {
  readonly token: string;
  readonly location: string;
}

/** Sends somebody to the provider: to sign in, or to link who they are there with their account. */
@Injectable()
export class BeginSignOn {
  constructor(
    private readonly provider: SignOnProvider,
    private readonly pending: PendingSignOnsRepository,
    private readonly identities: LinkedIdentitiesRepository,
    private readonly proveOwner: ProveOwner,
  ) {}

  /** @throws ProblemError sign_on_off, sign_on_unreachable */
  signIn(from: string | undefined): Promise<WayToProvider> {
    return this.begin(ownAddress(from));
  }

  /**
   * What is linked opens the account for good: an open session alone links nothing.
   * @param session token of the one that asks; it has to run still when the browser is back
   * @throws ProblemError sign_on_off, sign_on_unreachable, identity_linked, not_signed_in (it ended meanwhile), and what
   *   `ProveOwner` throws
   */
  async link(context: RequestContext, proof: OwnerProof, session: string): Promise<WayToProvider> {
    const { issuer } = this.provider;
    await this.proveOwner.execute(context, proof);
    if ((await this.identities.of(context.userId, issuer)) !== null)
      throw new ProblemError('identity_linked');
    return this.begin('/account', session);
  }

  private async begin(returnTo: string, session?: string): Promise<WayToProvider> {
    const token = newToken();
    // The provider asks once more who links for good, whoever is signed in there.
    const isFresh = session !== undefined;
    const location = await this.provider.begin(flowSecretsOf(token), isFresh);
    if (!(await this.pending.begin(token, returnTo, session)))
      throw new ProblemError('not_signed_in');
    return { token, location };
  }
}
