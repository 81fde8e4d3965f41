import { HttpContext } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import type { SeenInvitationDto, SessionDto, SignInByPasskeyDto } from '../api/generated/openapi';
import type { Language } from '../i18n/language';
import { LanguageService } from '../i18n/language.service';
import { Reauthentication, WITHOUT_REAUTHENTICATION } from '../api/reauthentication';

const signedOut: SessionDto = {
  user: null,
  memberships: [],
  entries: [],
  needsSecondFactor: false,
};

/** Who is signed in and where they belong. */
@Injectable({ providedIn: 'root' })
export class SessionService {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);
  private readonly reauthentication = inject(Reauthentication);
  private readonly session = signal<SessionDto>(signedOut);
  private loading: Promise<void> | null = null;
  private hearing: Promise<void> | null = null;
  /** Of the sign-in that waits for its second step. */
  private linksIdentity = false;
  /** Sign-in and its kin answer 401 themselves: no second question on top. */
  private readonly context = new HttpContext().set(WITHOUT_REAUTHENTICATION, true);

  readonly user = computed(() => this.session().user);
  readonly memberships = computed(() => this.session().memberships);
  /** Clients whose data the person may enter. */
  readonly entries = computed(() => this.session().entries);

  /** Asks the server once who is signed in; later calls wait for the same answer. */
  ready(): Promise<void> {
    this.loading ??= this.reload().catch((error: unknown) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  /** There is news of it: asks anew; for all that hear of it meanwhile that is one question. */
  hearNews(): Promise<void> {
    this.hearing ??= this.reload().finally(() => (this.hearing = null));
    return this.hearing;
  }

  async reload(): Promise<void> {
    const { context } = this;
    this.accept(await this.api.get('/api/sessions/current', { context }));
  }

  /**
   * Somebody may have signed in elsewhere in this browser; this page goes on with the same person alone.
   * @returns whether it is the same
   */
  async resume(): Promise<boolean> {
    const { context } = this;
    const session = await this.api.get('/api/sessions/current', { context });
    if (!session.user || session.user.id !== this.user()?.id) return false;
    this.accept(session);
    return true;
  }

  /**
   * @param linksIdentity whether an identity of the provider that waits in this browser is linked then
   * @returns whether a code is asked for now, which `secondStep` gives; nobody is signed in before
   */
  async signIn(email: string, password: string, linksIdentity = false): Promise<boolean> {
    const { context } = this;
    this.linksIdentity = linksIdentity;
    const body = { email, password, linksIdentity };
    const session = await this.api.post('/api/sessions', { body, context });
    if (!session.needsSecondFactor) this.accept(session);
    return session.needsSecondFactor;
  }

  /** @param code of the authenticator, or a recovery code */
  async secondStep(code: string): Promise<void> {
    const { context } = this;
    const body = { code, linksIdentity: this.linksIdentity };
    this.accept(await this.api.post('/api/sessions/second-step', { body, context }));
  }

  /** @param used what a passkey answered to a challenge of the server; no second step follows */
  async signInByPasskey(used: SignInByPasskeyDto): Promise<void> {
    const { context } = this;
    this.accept(await this.api.post('/api/sessions/passkey', { body: used, context }));
  }

  async register(account: { email: string; name: string; password: string }): Promise<void> {
    const { context } = this;
    const body = { ...account, language: this.language.current() };
    this.accept(await this.api.post('/api/accounts', { body, context }));
  }

  async signOut(): Promise<void> {
    const { context } = this;
    await this.api.delete('/api/sessions/current', { context });
    this.session.set(signedOut);
    this.reauthentication.isSignedOut = true;
  }

  async requestPasswordReset(email: string): Promise<void> {
    const { context } = this;
    await this.api.post('/api/password-resets', { body: { email }, context });
  }

  async resetPassword(token: string, password: string): Promise<void> {
    const { context } = this;
    await this.api.put('/api/password-resets/{token}', { token, body: { password }, context });
  }

  /** Has the mail that confirms the own address sent once more. */
  async sendEmailConfirmation(): Promise<void> {
    await this.api.post('/api/account/email-confirmations');
  }

  /** Takes the address to which the link was mailed. */
  async useNewEmail(token: string): Promise<void> {
    const { context } = this;
    await this.api.put('/api/email-changes/{token}', { token, context });
    if (this.user()) await this.reload();
  }

  /** Changes name and language in the account of whoever is signed in. */
  async change(account: { name: string; language: Language }): Promise<void> {
    this.accept(await this.api.patch('/api/account', { body: account }));
  }

  /** Whoever opens the mail may be signed in here, elsewhere or nowhere. */
  async confirmEmail(token: string): Promise<void> {
    const { context } = this;
    await this.api.put('/api/email-confirmations/{token}', { token, context });
    if (this.user()) await this.reload();
  }

  /** Who invites, and as what. */
  seeInvitation(token: string): Promise<SeenInvitationDto> {
    return this.api.get('/api/invitations/{token}', { token, context: this.context });
  }

  /** Becomes a member of the enterprise that sent the invitation. */
  async acceptInvitation(token: string): Promise<void> {
    await this.api.post('/api/invitations/{token}/acceptance', { token });
    await this.reload();
  }

  /** Changes the language here and now, and in the account of whoever is signed in. */
  async useLanguage(language: Language): Promise<void> {
    this.language.use(language);
    if (this.user()) await this.api.patch('/api/account', { body: { language } });
  }

  private accept(session: SessionDto): void {
    this.session.set(session);
    this.loading = Promise.resolve();
    if (!session.user) return;
    this.reauthentication.isSignedOut = false;
    this.language.use(session.user.language);
  }
}
