import { HttpContext } from '@angular/common/http';
import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Api } from '../api/api';
import type {
  AddPasskeyDto,
  NewPasskeyChallengeDto,
  SignInByPasskeyDto,
} from '../api/generated/openapi';
import { WITHOUT_REAUTHENTICATION } from '../api/reauthentication';

/** What an authenticator answers that has used a passkey. */
type Used = Omit<SignInByPasskeyDto, 'userId' | 'linksIdentity'>;

/** It is read when somebody may use a passkey. */
const loadLibrary = () => import('@simplewebauthn/browser');

/** Passkeys of this browser, where this site has them. What comes in the way is told by `passkeyProblem`. */
@Injectable({ providedIn: 'root' })
export class Passkeys {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly site = signal<string | null | undefined>(undefined);
  /** How often a passkey was asked for. */
  private turn = 0;
  private readonly context = new HttpContext().set(WITHOUT_REAUTHENTICATION, true);

  /** From which pages they are used; null: this site has none; undefined: not known yet. */
  readonly origin = this.site.asReadonly();
  /** Whether this page and this browser have them. */
  readonly isOffered = computed(
    () =>
      this.window !== null &&
      this.site() === this.window.location.origin &&
      'PublicKeyCredential' in this.window,
  );

  constructor() {
    const { context } = this;
    // Without an answer the password is asked for, as ever.
    this.api.get('/api/passkeys', { context }).then(
      ({ origin }) => this.site.set(origin),
      () => undefined,
    );
  }

  /** Whether the browser offers passkeys where an address is filled in. */
  async areFilledIn(): Promise<boolean> {
    return (await loadLibrary()).browserSupportsWebAuthnAutofill();
  }

  /**
   * Asks the person for a passkey of this site. What was asked before ends.
   * @param isFilledIn whether it is offered in the field of the address alone, and waits there
   */
  async use(isFilledIn: boolean): Promise<Used> {
    const { context } = this;
    const turn = (this.turn += 1);
    const { challenge, domain } = await this.api.put('/api/passkeys/challenge', { context });
    const { startAuthentication } = await loadLibrary();
    // A younger one has begun meanwhile, and would be ended by this.
    if (turn !== this.turn) throw new DOMException('not asked any more', 'AbortError');
    const { id, response } = await startAuthentication({
      optionsJSON: { challenge, rpId: domain, userVerification: 'required' },
      useBrowserAutofill: isFilledIn,
    });
    return {
      credentialId: id,
      clientDataJson: response.clientDataJSON,
      authenticatorData: response.authenticatorData,
      signature: response.signature,
      userHandle: response.userHandle ?? '',
    };
  }

  /** @param person as they and their authenticator show them */
  async make(
    asked: NewPasskeyChallengeDto,
    person: { readonly email: string; readonly name: string },
  ): Promise<AddPasskeyDto> {
    const { startRegistration } = await loadLibrary();
    const { id, response } = await startRegistration({
      optionsJSON: {
        challenge: asked.challenge,
        rp: { id: asked.domain, name: this.transloco.translate('product') },
        user: { id: asked.userHandle, name: person.email, displayName: person.name },
        pubKeyCredParams: asked.algorithms.map((alg) => ({ alg, type: 'public-key' })),
        excludeCredentials: asked.known.map(({ credentialId, transports }) => ({
          ...{ id: credentialId, type: 'public-key' as const },
          transports: [...transports] as AuthenticatorTransport[],
        })),
        // Found without a name of the account, and opened by who owns it.
        authenticatorSelection: {
          ...{ residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        },
        attestation: 'none',
      },
    });
    return {
      credentialId: id,
      clientDataJson: response.clientDataJSON,
      attestationObject: response.attestationObject,
      transports: response.transports ?? [],
    };
  }

  /** No account has this passkey: a browser that listens offers it no more. */
  async forget(credentialID: string): Promise<void> {
    const rpID = new URL(this.site() ?? '').hostname;
    await (await loadLibrary()).sendSignal({ signalName: 'unknownCredential', rpID, credentialID });
  }

  /** Nobody waits for a passkey any more. */
  async stop(): Promise<void> {
    this.turn += 1;
    if (this.isOffered()) (await loadLibrary()).WebAuthnAbortService.cancelCeremony();
  }
}
