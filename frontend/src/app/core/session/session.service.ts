import { HttpClient, HttpContext } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Language } from '../i18n/language';
import { LanguageService } from '../i18n/language.service';
import { WITHOUT_REAUTHENTICATION } from './reauthentication';
import type { Session, SeenInvitation } from './session';

const signedOut: Session = { user: null, memberships: [] };

/** Who is signed in and where they belong. */
@Injectable({ providedIn: 'root' })
export class SessionService {
  private readonly http = inject(HttpClient);
  private readonly language = inject(LanguageService);
  private readonly session = signal<Session>(signedOut);
  private loading: Promise<void> | null = null;
  /** Sign-in and its kin answer 401 themselves: no second question on top. */
  private readonly context = new HttpContext().set(WITHOUT_REAUTHENTICATION, true);

  readonly user = computed(() => this.session().user);
  readonly memberships = computed(() => this.session().memberships);

  /** Asks the server once who is signed in; later calls wait for the same answer. */
  ready(): Promise<void> {
    this.loading ??= this.reload().catch((error: unknown) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  async reload(): Promise<void> {
    const { context } = this;
    this.accept(await firstValueFrom(this.http.get<Session>('/api/sessions/current', { context })));
  }

  async signIn(email: string, password: string): Promise<void> {
    const { context } = this;
    const body = { email, password };
    this.accept(await firstValueFrom(this.http.post<Session>('/api/sessions', body, { context })));
  }

  async register(account: { email: string; name: string; password: string }): Promise<void> {
    const { context } = this;
    const body = { ...account, language: this.language.current() };
    this.accept(await firstValueFrom(this.http.post<Session>('/api/accounts', body, { context })));
  }

  async signOut(): Promise<void> {
    const { context } = this;
    await firstValueFrom(this.http.delete('/api/sessions/current', { context }));
    this.session.set(signedOut);
  }

  async requestPasswordReset(email: string): Promise<void> {
    const { context } = this;
    await firstValueFrom(this.http.post('/api/password-resets', { email }, { context }));
  }

  async resetPassword(token: string, password: string): Promise<void> {
    const { context } = this;
    const url = `/api/password-resets/${encodeURIComponent(token)}`;
    await firstValueFrom(this.http.put(url, { password }, { context }));
  }

  /** Has the mail that confirms the own address sent once more. */
  async sendEmailConfirmation(): Promise<void> {
    await firstValueFrom(this.http.post('/api/account/email-confirmations', {}));
  }

  /** Whoever opens the mail may be signed in here, elsewhere or nowhere. */
  async confirmEmail(token: string): Promise<void> {
    const { context } = this;
    const url = `/api/email-confirmations/${encodeURIComponent(token)}`;
    await firstValueFrom(this.http.put(url, {}, { context }));
    if (this.user()) await this.reload();
  }

  /** Who invites, and as what. */
  async seeInvitation(token: string): Promise<SeenInvitation> {
    const url = `/api/invitations/${encodeURIComponent(token)}`;
    return firstValueFrom(this.http.get<SeenInvitation>(url, { context: this.context }));
  }

  /** Becomes a member of the enterprise that sent the invitation. */
  async acceptInvitation(token: string): Promise<void> {
    await firstValueFrom(
      this.http.post(`/api/invitations/${encodeURIComponent(token)}/acceptance`, {}),
    );
    await this.reload();
  }

  /** Changes the language here and now, and in the account of whoever is signed in. */
  async useLanguage(language: Language): Promise<void> {
    this.language.use(language);
    if (this.user()) await firstValueFrom(this.http.patch('/api/account', { language }));
  }

  private accept(session: Session): void {
    this.session.set(session);
    this.loading = Promise.resolve();
    if (session.user) this.language.use(session.user.language);
  }
}
