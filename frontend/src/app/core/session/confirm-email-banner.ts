import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Problem, problemOf } from '../errors/problem';
import { SessionService } from './session.service';

/** Asks for the confirmation of the own address while mail to others waits for it; everything else goes on. */
@Component({
  selector: 'lx-confirm-email-banner',
  imports: [TranslocoDirective],
  template: `
    @if (session.user(); as user) {
      @if (user.mustConfirmEmail) {
        <aside
          class="banner"
          data-testid="confirm-email-banner"
          [attr.aria-label]="t('session.confirmEmail')"
          *transloco="let t"
        >
          <strong>{{ t('session.confirmEmail') }}</strong>
          <span>{{ t('session.confirmEmailHint', { email: user.email }) }}</span>
          <span role="status" class="answer">
            @if (isSent()) {
              {{ t('session.confirmEmailSent') }}
            } @else if (problem(); as problem) {
              {{ problem.title || t('errors.unexpected') }} {{ problem.detail }}
            }
          </span>
          @if (!isSent()) {
            <button
              type="button"
              class="ant-btn ant-btn-sm"
              data-testid="confirm-email-send"
              [disabled]="isBusy()"
              (click)="send()"
            >
              <span>{{ t('session.confirmEmailSend') }}</span>
            </button>
          }
          <button type="button" class="ant-btn ant-btn-sm ant-btn-text" (click)="look()">
            <span>{{ t('session.confirmEmailDone') }}</span>
          </button>
        </aside>
      }
    }
  `,
  styles: `
    .banner {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: baseline;
      padding: 6px 16px;
      border-bottom: 1px solid var(--lx-line);
      background: var(--lx-accent-soft);
    }
    .answer:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmEmailBanner {
  protected readonly session = inject(SessionService);

  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly isSent = signal(false);

  protected async send(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await this.session.sendEmailConfirmation();
      this.isSent.set(true);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  /** Confirmed in another window or on the phone. */
  protected async look(): Promise<void> {
    await this.session.reload().catch((error: unknown) => {
      this.problem.set(problemOf(error));
    });
  }
}
