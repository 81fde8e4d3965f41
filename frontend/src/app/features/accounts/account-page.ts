import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { TimePipe } from '../../core/i18n/time.pipe';
import type { OwnSessionDto } from '../../core/api/generated/openapi';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { ConfirmEmailBanner } from '../../core/session/confirm-email-banner';
import { SessionService } from '../../core/session/session.service';
import { ChangePasswordForm } from './change-password-form';
import { AccessTokens } from './tokens/access-tokens';

/** The person's own account: where it is signed in, and the password. */
@Component({
  selector: 'lx-account-page',
  imports: [
    TimePipe,
    RouterLink,
    TranslocoDirective,
    ProblemNotice,
    ConfirmEmailBanner,
    ChangePasswordForm,
    AccessTokens,
  ],
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
    .others {
      margin-top: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPage {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(SessionService);

  protected readonly sessions = signal<readonly OwnSessionDto[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly others = computed(
    () => this.sessions().filter(({ isCurrent }) => !isCurrent).length,
  );

  constructor() {
    void this.load();
  }

  protected end({ id }: OwnSessionDto): Promise<void> {
    return this.change('accounts.sessions.ended', () =>
      this.api.delete('/api/sessions/{sessionId}', {
        sessionId: id,
      }),
    );
  }

  protected endOthers(): Promise<void> {
    return this.change('accounts.sessions.endedOthers', () =>
      this.api.delete('/api/sessions/others'),
    );
  }

  protected async load(): Promise<void> {
    try {
      this.sessions.set(await this.api.get('/api/sessions'));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private async change(done: string, work: () => Promise<unknown>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      await work();
      this.notices.done(this.transloco.translate(done));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      await this.load();
      this.isBusy.set(false);
    }
  }
}
