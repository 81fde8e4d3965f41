import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { FieldProblem } from '../../core/errors/field-problem';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { SessionService } from '../../core/session/session.service';
import { AccountsCover } from './accounts-cover';

/** Without a token: asks where to send the link. With one: takes the new password. */
@Component({
  selector: 'lx-reset-password',
  imports: [FieldProblem, RouterLink, TranslocoDirective, ProblemNotice, AccountsCover],
  template: `
    <lx-accounts-cover />
    <main class="panel" *transloco="let t">
      <h1>{{ t('screens.resetPassword') }}</h1>
      <lx-problem-notice [problem]="problem()" [listFields]="true" [told]="['password', 'email']" />
      @if (isDone()) {
        <p role="status" data-testid="reset-done">
          {{ t(token() ? 'accounts.resetDone' : 'accounts.resetSent') }}
        </p>
      } @else {
        <form novalidate (submit)="submit($event, value.value)">
          <div class="field">
            <label for="value">{{ t(token() ? 'accounts.newPassword' : 'session.email') }}</label>
            <input
              #value
              id="value"
              class="ant-input"
              required
              data-testid="reset-value"
              (input)="isMissing.set(false)"
              [type]="token() ? 'password' : 'email'"
              [autocomplete]="token() ? 'new-password' : 'email'"
            />
            <lx-field-problem
              [message]="
                isMissing()
                  ? t(token() ? 'session.passwordMissing' : 'session.emailMissing')
                  : problem()?.field(token() ? 'password' : 'email')
              "
              [control]="value"
            />
          </div>
          <button class="ant-btn ant-btn-primary" type="submit" [disabled]="isBusy()">
            <span>{{ t(token() ? 'actions.save' : 'accounts.sendLink') }}</span>
          </button>
        </form>
      }
      <div class="links">
        <a routerLink="/sign-in">{{ t('accounts.toSignIn') }}</a>
      </div>
    </main>
  `,
  styleUrl: './accounts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResetPasswordPage {
  private readonly session = inject(SessionService);

  readonly token = input<string>();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);
  /** It was sent empty. */
  protected readonly isMissing = signal(false);
  protected readonly isDone = signal(false);

  protected async submit(event: Event, value: string): Promise<void> {
    event.preventDefault();
    const token = this.token();
    this.isMissing.set(value.trim() === '');
    if (this.isMissing() || this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await (token
        ? this.session.resetPassword(token, value)
        : this.session.requestPasswordReset(value.trim()));
      this.isDone.set(true);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
