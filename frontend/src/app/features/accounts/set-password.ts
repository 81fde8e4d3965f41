import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { SessionService } from '../../core/session/session.service';
import { SectionWork } from './section-work';

/** For an account without a password: its first one is set by a mail, as one that was forgotten. */
@Component({
  selector: 'lx-set-password',
  imports: [ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <lx-problem-notice [problem]="work.problem()" />
      @if (isSent()) {
        <p role="status" data-testid="set-password-sent">
          {{ t('accounts.setPassword.sent', { email: session.user()?.email }) }}
        </p>
      } @else {
        <button
          type="button"
          class="ant-btn"
          data-testid="set-password"
          [disabled]="work.isBusy()"
          (click)="send()"
        >
          <span>{{ t('accounts.setPassword.send') }}</span>
        </button>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetPassword {
  protected readonly session = inject(SessionService);
  protected readonly work = new SectionWork();
  protected readonly isSent = signal(false);

  protected async send(): Promise<void> {
    const email = this.session.user()?.email ?? '';
    this.isSent.set(await this.work.run(() => this.session.requestPasswordReset(email)));
  }
}
