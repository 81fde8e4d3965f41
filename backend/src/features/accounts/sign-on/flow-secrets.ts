import { createHmac } from 'node:crypto';

/** What binds an answer of the provider to the request that asked for it. */
export interface FlowSecrets {
  /** Comes back in the address. */
  readonly state: string;
  /** Comes back in the signed token. */
  readonly nonce: string;
  /** Proves to the provider that whoever takes the code is who asked for it (PKCE). */
  readonly verifier: string;
}

/**
 * All three are made of the token that this browser alone holds, so that the database keeps none of them, and none of
 * them leads to the token or to another one.
 */
export function flowSecretsOf(token: string): FlowSecrets {
  const made = (use: string): string =>
    createHmac('sha256', token).update(`sign-on:${use}`).digest('base64url');
  return { state: made('state'), nonce: made('nonce'), verifier: made('verifier') };
}
