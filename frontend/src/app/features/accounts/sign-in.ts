import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { FieldProblem } from '../../core/errors/field-problem';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { FocusFirst } from '../../core/focus/focus-first';
import { SecondStep } from '../../core/session/second-step';
import { SessionService } from '../../core/session/session.service';
import { ownAddress } from '@liangxing/contracts';
import { LanguageService } from '../../core/i18n/language.service';
import { PasskeyButton } from '../../core/session/passkey-button';
import { SignOnButton } from '../../core/session/sign-on-button';
import { signOnProblem } from '../../core/session/sign-on-problem';
import { AccountsCover } from './accounts-cover';

@Component({
  selector: 'lx-sign-in',
  imports: [
    ReactiveFormsModule,
    RouterLink,
    TranslocoDirective,
    FieldProblem,
    FocusFirst,
    ProblemNotice,
    AccountsCover,
    PasskeyButton,
    SecondStep,
    SignOnButton,
  ],
  template: `
    <lx-accounts-cover />
    <main class="panel" *transloco="let t">
      <h1>{{ t('screens.signIn') }}</h1>
      <lx-problem-notice [problem]="problem()" />
      @if (isSecondStep()) {
        <lx-second-step (done)="enter()" (over)="beginAgain($event)" />
      } @else {
        <form [formGroup]="form" (ngSubmit)="signIn()">
          <div class="field">
            <label for="email">{{ t('session.email') }}</label>
            <input
              #email
              id="email"
              class="ant-input"
              type="email"
              formControlName="email"
              autocomplete="username webauthn"
              data-testid="email"
              (input)="missing.set(null)"
            />
            <lx-field-problem
              [message]="missing() === 'email' ? t('session.emailMissing') : ''"
              [control]="email"
            />
          </div>
          <div class="field">
            <label for="password">{{ t('session.password') }}</label>
            <input
              #password
              [lxFocusFirst]="isAgain()"
              id="password"
              class="ant-input"
              type="password"
              formControlName="password"
              autocomplete="current-password"
              data-testid="password"
              (input)="missing.set(null)"
            />
            <lx-field-problem
              [message]="missing() === 'password' ? t('session.passwordMissing') : ''"
              [control]="password"
            />
          </div>
          <button
            class="ant-btn ant-btn-primary"
            type="submit"
            data-testid="sign-in"
            [disabled]="isBusy()"
          >
            <span>{{ t('session.signIn') }}</span>
          </button>
        </form>
        <lx-passkey-button [fillsIn]="true" [linksIdentity]="links()" (done)="enter()" />
        <lx-sign-on-button [from]="from()" />
        <div class="links">
          <a
            routerLink="/register"
            data-testid="to-register"
            [queryParams]="from() ? { from: from() } : {}"
            >{{ t('accounts.toRegister') }}</a
          >
          <a routerLink="/reset-password">{{ t('accounts.toReset') }}</a>
        </div>
      }
    </main>
  `,
  styleUrl: './accounts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  private readonly session = inject(SessionService);
  private readonly router = inject(Router);
  private readonly language = inject(LanguageService);

  /** Address to go back to, from the query. */
  readonly from = input<string>();
  /** What came of single sign-on, from the query: `second_step`, as after a right password, or a problem. */
  readonly signOn = input<string>();

  /** Only who was told of it here links by signing in. */
  protected readonly links = computed(() => this.signOn() === 'sign_on_unproved');
  protected readonly problem = linkedSignal<Problem | null>(() =>
    signOnProblem(this.signOn(), this.language.current()),
  );
  protected readonly isBusy = signal(false);
  /** The password was right, and a code is asked for. */
  protected readonly isSecondStep = linkedSignal(() => this.signOn() === 'second_step');
  /** The password is asked for once more. */
  protected readonly isAgain = signal(false);
  /** The first of what was not filled in. */
  protected readonly missing = signal<'email' | 'password' | null>(null);
  protected readonly form = inject(NonNullableFormBuilder).group({
    email: ['', [Validators.required]],
    password: ['', [Validators.required]],
  });

  protected async enter(): Promise<void> {
    await this.router.navigateByUrl(ownAddress(this.from()));
  }

  /** The password once more; the address stays as it was typed. */
  protected beginAgain(problem: Problem | null): void {
    this.problem.set(problem);
    this.form.controls.password.reset();
    this.isAgain.set(true);
    this.isSecondStep.set(false);
  }

  protected async signIn(): Promise<void> {
    const { email, password } = this.form.controls;
    this.missing.set(email.invalid ? 'email' : password.invalid ? 'password' : null);
    if (this.form.invalid || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      this.problem.set(null);
      const links = this.links();
      this.isSecondStep.set(await this.session.signIn(email.value.trim(), password.value, links));
      if (!this.isSecondStep()) await this.enter();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
