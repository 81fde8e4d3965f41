import { Injectable, Logger } from '@nestjs/common';
import { Config, ProblemError, type PasskeySite } from '../../../kernel';

/** Signatures that are taken, as COSE numbers them: Ed25519, ES256, RS256. */
export const ALGORITHMS = [-8, -7, -257] as const;

/** A key that an authenticator has made. */
export interface Credential {
  /** In base64url. */
  readonly credentialId: string;
  /** COSE. */
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  /** Whether it may leave its device. */
  readonly isSynced: boolean;
  readonly isBackedUp: boolean;
}

/** The answer of an authenticator that has made a key; everything in base64url. */
export interface MadeAnswer {
  readonly credentialId: string;
  readonly clientDataJson: string;
  readonly attestationObject: string;
  readonly transports: readonly string[];
}

/** The answer of an authenticator that has used one; everything in base64url. */
export interface UsedAnswer {
  readonly credentialId: string;
  readonly clientDataJson: string;
  readonly authenticatorData: string;
  readonly signature: string;
  /** Whose it is, as it was told when the key was made. */
  readonly userHandle: string;
}

/** The key with which an answer was signed, as it is kept. */
interface KeptKey {
  readonly userId: string;
  readonly publicKey: Buffer;
  readonly counter: string;
}

/** What a use of a passkey tells of it. */
export interface ProvedUse {
  readonly counter: number;
  readonly isBackedUp: boolean;
}

/** Looks at answers of authenticators, by `@simplewebauthn/server`. Every answer is one to a challenge of ours, which is taken before. */
@Injectable()
export class RelyingParty {
  private readonly logger = new Logger('passkeys');

  constructor(private readonly config: Config) {}

  /** From which pages passkeys are used; null: there are none here. */
  get origin(): string | null {
    return this.config.passkeySite?.origin ?? null;
  }

  /** To which passkeys belong. @throws ProblemError passkeys_off */
  get domain(): string {
    return this.site().domain;
  }

  /** @throws ProblemError passkey_refused */
  verifyMade(answer: MadeAnswer, challenge: string): Promise<Credential> {
    return this.told(async () => {
      const { credentialId: id, clientDataJson: clientDataJSON, attestationObject } = answer;
      const { verifyRegistrationResponse } = await loadLibrary();
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: {
          ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
          response: { clientDataJSON, attestationObject },
        },
        ...this.expected(challenge),
        supportedAlgorithmIDs: [...ALGORITHMS],
      });
      if (!verified) throw new Error('not verified');
      const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo;
      return {
        credentialId: credential.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: answer.transports,
        isSynced: credentialDeviceType === 'multiDevice',
        isBackedUp: credentialBackedUp,
      };
    });
  }

  /** @throws ProblemError passkey_refused */
  verifyUsed(answer: UsedAnswer, key: KeptKey, challenge: string): Promise<ProvedUse> {
    return this.told(async () => {
      const { credentialId: id, clientDataJson: clientDataJSON, ...signed } = answer;
      if (signed.userHandle !== handleOf(key.userId)) throw new Error('another owner');
      const { verifyAuthenticationResponse } = await loadLibrary();
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: {
          ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
          response: { clientDataJSON, ...signed },
        },
        ...this.expected(challenge),
        credential: {
          id,
          publicKey: new Uint8Array(key.publicKey),
          counter: Number(key.counter),
        },
      });
      if (!verified) throw new Error('not verified');
      const { newCounter, credentialBackedUp } = authenticationInfo;
      return { counter: newCounter, isBackedUp: credentialBackedUp };
    });
  }

  private expected(challenge: string) {
    const { origin, domain } = this.site();
    return {
      ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: domain },
      requireUserVerification: true,
    };
  }

  private site(): PasskeySite {
    if (this.config.passkeySite === null) throw new ProblemError('passkeys_off');
    return this.config.passkeySite;
  }

  /** What the library throws is about an answer that anybody can write: the log has no word of it. */
  private async told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      this.logger.warn('an answer of an authenticator was refused');
      throw new ProblemError('passkey_refused', {}, { cause: error });
    }
  }
}

/** It is read when the first passkey is used: most processes never need it. */
const loadLibrary = () => import('@simplewebauthn/server');

/** The person as authenticators are told of them, in base64url: nothing that anybody could read. */
export function handleOf(userId: string): string {
  return Buffer.from(userId.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The challenge that an answer says to answer; empty where it says none. */
export function challengeIn(clientDataJson: string): string {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'));
    const { challenge } = said as { readonly challenge?: unknown };
    return typeof challenge === 'string' ? challenge : '';
  } catch {
    return '';
  }
}
