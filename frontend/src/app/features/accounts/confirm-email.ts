import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { SessionService } from '../../core/session/session.service';
import { AccountsCover } from './accounts-cover';

/** Where the link of the mail leads. A press of a button confirms: programs that look at links in mails press none. */
@Component({
  selector: 'lx-confirm-email',
  imports: [RouterLink, TranslocoDirective, ProblemNotice, AccountsCover],
  template: `
    <lx-accounts-cover />
    <main class="panel" *transloco="let t">
      <h1>{{ t('screens.confirmEmail') }}</h1>
      <lx-problem-notice [problem]="problem()" />
      @if (isDone()) {
        <p role="status" data-testid="confirm-email-done">
          {{ t(isChange() ? 'accounts.emailChanged' : 'accounts.confirmed') }}
        </p>
      } @else {
        <p>{{ t(isChange() ? 'accounts.changeHint' : 'accounts.confirmHint') }}</p>
        <button
          type="button"
          class="ant-btn ant-btn-primary"
          data-testid="confirm-email"
          [disabled]="isBusy()"
          (click)="confirm()"
        >
          <span>{{ t('accounts.confirm') }}</span>
        </button>
      }
      <div class="links">
        <a routerLink="/" data-testid="confirm-email-home">{{ t('accounts.toHome') }}</a>
      </div>
    </main>
  `,
  styleUrl: './accounts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmEmailPage {
  private readonly session = inject(SessionService);

  readonly token = input.required<string>();
  /** Whether it is a new address of an account, from the data of the route. */
  readonly isChange = input(false);

  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly isDone = signal(false);

  protected async confirm(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const token = this.token();
      await (this.isChange() ? this.session.useNewEmail(token) : this.session.confirmEmail(token));
      this.isDone.set(true);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
