import { Injectable, Logger } from '@nestjs/common';
import { isWholeText, isWritten, nameInMail, normalEmail } from '@liangxing/contracts';
import * as oidc from 'openid-client';
import { Config, ProblemError } from '../../../kernel';
import type { FlowSecrets } from './flow-secrets';
import type { NamedIdentity } from './linked-identities.repository';
import { AT_PROVIDER_MINUTES } from './pending-sign-ons.repository';

/** Whom the provider has proved. */
export interface ProvedIdentity extends NamedIdentity {
  /** As `normalEmail` writes it; null where there is none, or the provider does not say that it was verified. */
  readonly email: string | null;
  /** As people write theirs in this product: one line that leads nowhere. Empty where the provider tells none. */
  readonly name: string;
}

const TIMEOUT_SECONDS = 10;
/** Of OpenID Connect Core 1.0, 2. */
const LONGEST_SUBJECT = 255;
/** How far the clocks of provider and server may differ. */
const TOLERANCE_SECONDS = 60;
/** What the provider says of itself is asked anew after this time; of its keys, when an unknown one signs. */
const KEPT_MILLISECONDS = 60 * 60 * 1000;

/** Talks to the provider of identities. What it answers is looked at by `openid-client`; nothing of it is logged but kinds of errors. */
@Injectable()
export class SignOnProvider {
  private readonly logger = new Logger('single sign-on');
  private known: { readonly client: oidc.Configuration; readonly until: number } | undefined;

  constructor(private readonly config: Config) {}

  /** What stands on the button; null: there is no single sign-on. */
  get name(): string | null {
    return this.config.signOn?.name ?? null;
  }

  /** As identities name it. @throws ProblemError sign_on_off */
  get issuer(): string {
    return this.settings().issuer;
  }

  /**
   * @param isFresh whether the person is to be asked once more there, however long they have been signed in
   * @returns the address at the provider to which the browser goes
   * @throws ProblemError sign_on_off, sign_on_unreachable
   */
  async begin({ state, nonce, verifier }: FlowSecrets, isFresh: boolean): Promise<string> {
    const address = oidc.buildAuthorizationUrl(await this.client(), {
      redirect_uri: this.callback(''),
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      // A provider that is asked for an age says when the person was asked.
      ...(isFresh ? { prompt: 'login', max_age: '0' } : {}),
    });
    return address.href;
  }

  /**
   * @param query with which the browser came back, as it stands in the address
   * @param isFresh as it was begun
   * @throws ProblemError sign_on_off, sign_on_unreachable, sign_on_denied, sign_on_failed, sign_on_stale
   */
  async end(
    query: string,
    { state, nonce, verifier }: FlowSecrets,
    isFresh: boolean,
  ): Promise<ProvedIdentity> {
    const client = await this.client();
    return this.told(async () => {
      const tokens = await oidc.authorizationCodeGrant(client, new URL(this.callback(query)), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new ProblemError('sign_on_failed');
      const { sub, auth_time: askedAt } = claims;
      // Some never say it: those are believed, as they are in everything else.
      if (isFresh && askedAt !== undefined && isStale(askedAt))
        throw new ProblemError('sign_on_stale');
      if (sub.length > LONGEST_SUBJECT || !isWholeText(sub))
        throw new ProblemError('sign_on_failed');
      // Many providers tell the address, or that it was verified, only when asked for it.
      const hasAll = claims['email'] !== undefined && claims['email_verified'] !== undefined;
      const hasMore = client.serverMetadata().userinfo_endpoint !== undefined;
      const more =
        !hasAll && hasMore
          ? { ...claims, ...(await oidc.fetchUserInfo(client, tokens.access_token, sub)) }
          : claims;
      return identityOf(this.issuer, sub, more);
    });
  }

  /** The address of this site at which the provider ends; it is not taken from the request, which may say anything. */
  private callback(query: string): string {
    return `${this.config.publicUrl}/api/sign-on/callback${query}`;
  }

  private settings() {
    if (this.config.signOn === null) throw new ProblemError('sign_on_off');
    return this.config.signOn;
  }

  private async client(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings();
    if (this.known !== undefined && this.known.until > Date.now()) return this.known.client;
    const metadata = { [oidc.clockTolerance]: TOLERANCE_SECONDS };
    const client = await this.told(() =>
      oidc.discovery(new URL(issuer), clientId, metadata, proofOf(clientSecret), {
        timeout: TIMEOUT_SECONDS,
        // The settings take such an issuer on the own machine alone.
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []),
        ],
      }),
    );
    // Identities are known by it: one that stands for many tenants, or is written otherwise, is none.
    if (client.serverMetadata().issuer !== issuer) {
      this.logger.error('OIDC_ISSUER is not what the provider calls itself');
      throw new ProblemError('sign_on_failed');
    }
    this.known = { client, until: Date.now() + KEPT_MILLISECONDS };
    return client;
  }

  /** Says in our words what went wrong, and in the log of which kind it was. */
  private async told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      const code = codeOf(error);
      this.logger.warn(`${code}: ${kindOf(error)}`);
      throw new ProblemError(code, {}, { cause: error });
    }
  }
}

/** @param askedAt in seconds since 1970, by the clock of the provider */
function isStale(askedAt: number): boolean {
  return askedAt < Date.now() / 1000 - AT_PROVIDER_MINUTES * 60 - TOLERANCE_SECONDS;
}

/** In the way that the provider takes; one that says nothing of it takes the header. */
function proofOf(secret: string): oidc.ClientAuth {
  return (server, ...request) => {
    const ways = server.token_endpoint_auth_methods_supported ?? [];
    const proof = ways.includes('client_secret_post')
      ? oidc.ClientSecretPost
      : oidc.ClientSecretBasic;
    proof(secret)(server, ...request);
  };
}

function identityOf(
  issuer: string,
  subject: string,
  { email, email_verified, name }: oidc.UserInfoResponse | oidc.IDToken,
): ProvedIdentity {
  // Some say it as a text. What we would write otherwise is not the address that was verified.
  const isVerified =
    typeof email === 'string' &&
    [true, 'true'].includes(email_verified as boolean | string) &&
    normalEmail(email) === email.toLowerCase();
  const line = typeof name === 'string' && isWritten(name) ? nameInMail(name) : '';
  const address = typeof email === 'string' ? normalEmail(email) : null;
  return {
    ...{ issuer, subject, name: line },
    email: isVerified ? address : null,
    toldAs: [line, address].filter(Boolean).join(' · '),
  };
}

type SignOnProblem = 'sign_on_denied' | 'sign_on_failed' | 'sign_on_unreachable';

/** What a provider says that is no word about the person. */
const refusals: Readonly<Record<string, SignOnProblem>> = {
  server_error: 'sign_on_unreachable',
  temporarily_unavailable: 'sign_on_unreachable',
  invalid_request: 'sign_on_failed',
  invalid_scope: 'sign_on_failed',
  unsupported_response_type: 'sign_on_failed',
};

function codeOf(error: unknown): SignOnProblem {
  if (error instanceof oidc.AuthorizationResponseError)
    return refusals[error.error] ?? 'sign_on_denied';
  return causesOf(error).some(isOutOfReach) ? 'sign_on_unreachable' : 'sign_on_failed';
}

type Cause = Partial<Record<'name' | 'message' | 'code' | 'status' | 'cause', unknown>>;

/** The error itself, and what it came of. */
function causesOf(error: unknown): Cause[] {
  const causes: Cause[] = [];
  for (let cause = error; typeof cause === 'object' && cause !== null && causes.length < 5;) {
    causes.push(cause);
    cause = (cause as Cause).cause;
  }
  return causes;
}

/** `fetch` failed, took too long, or something before a provider that is down answered in its place. */
function isOutOfReach({ name, message, status }: Cause): boolean {
  if (typeof status === 'number') return status >= 500;
  return name === 'TimeoutError' || (name === 'TypeError' && message === 'fetch failed');
}

/** The library's code of an error, or its name: neither holds what the provider wrote. */
function kindOf(error: unknown): string {
  const { code, name } = causesOf(error)[0] ?? {};
  return [code, name].find((text) => typeof text === 'string') ?? 'unknown';
}
