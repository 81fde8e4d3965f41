import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { ConfirmEmailBanner } from '../../core/session/confirm-email-banner';
import { SessionService } from '../../core/session/session.service';
import { signOnProblem } from '../../core/session/sign-on-problem';
import { wayBack } from './way-back';
import { AccountFacts } from './account-facts';
import { ChangePasswordForm } from './change-password-form';
import { EmailSection } from './email-section';
import { OwnOrganizations } from './own-organizations';
import { PasskeysSection } from './passkeys/passkeys-section';
import { ProfileSection } from './profile-section';
import { SecondFactorSection } from './second-factor/second-factor-section';
import { SessionsSection } from './sessions-section';
import { SetPassword } from './set-password';
import { SignOnSection } from './sign-on/sign-on-section';
import { AccessTokens } from './tokens/access-tokens';

/** The person's own account. */
@Component({
  selector: 'lx-account-page',
  imports: [
    RouterLink,
    TranslocoDirective,
    ProblemNotice,
    ConfirmEmailBanner,
    ChangePasswordForm,
    AccessTokens,
    EmailSection,
    OwnOrganizations,
    PasskeysSection,
    ProfileSection,
    SecondFactorSection,
    SessionsSection,
    SetPassword,
    SignOnSection,
  ],
  providers: [AccountFacts],
  templateUrl: './account-page.html',
  styles: `
    main {
      max-width: 880px;
      margin: 0 auto;
      padding: 24px 16px 48px;
    }
    h2 {
      margin-top: 32px;
    }
    .required {
      margin: 12px 0 0;
      padding: 6px 12px;
      border-left: 3px solid var(--lx-accent);
      background: var(--lx-accent-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPage {
  private readonly language = inject(LanguageService);
  protected readonly session = inject(SessionService);
  protected readonly account = inject(AccountFacts);

  /** The page that asked for a second factor, to go back to, from the query. */
  readonly from = input<string>();
  /** What came of linking an identity of the provider, from the query: `linked`, or a problem. */
  readonly signOn = input<string>();
  protected readonly signOnProblem = computed(() =>
    signOnProblem(this.signOn(), this.language.current()),
  );

  /**
   * Organizations that ask for a second factor which the person lacks; empty where it is one of others. It stays while
   * the page is open, so that what is being done there does not jump.
   */
  protected readonly requiredBy = linkedSignal<string[] | null, string[] | null>({
    source: () => this.missing(),
    computation: (missing, before) => before?.value ?? missing,
  });

  /** Where one comes in without a second factor that is missing still; null: nowhere. */
  protected readonly back = computed(() => wayBack(this.missing(), this.session.memberships()));

  constructor() {
    void this.account.load();
  }

  private missing(): string[] | null {
    const user = this.session.user();
    if (!user || user.hasSecondFactor) return null;
    const asking = this.session.memberships().filter((each) => each.requiresSecondFactor);
    if (asking.length === 0 && this.from() === undefined) return null;
    return asking.map(({ organizationName }) => organizationName);
  }
}
