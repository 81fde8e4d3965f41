import { DatePipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { ConfirmEmailBanner } from '../../core/session/confirm-email-banner';
import { SessionService } from '../../core/session/session.service';
import { ChangePasswordForm } from './change-password-form';
import { type OwnSession, OwnSessionsService } from './own-sessions.service';

/** The person's own account: where it is signed in, and the password. */
@Component({
  selector: 'lx-account-page',
  imports: [
    DatePipe,
    RouterLink,
    TranslocoDirective,
    ProblemNotice,
    ConfirmEmailBanner,
    ChangePasswordForm,
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
  private readonly own = inject(OwnSessionsService);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(SessionService);

  protected readonly sessions = signal<readonly OwnSession[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly others = computed(
    () => this.sessions().filter(({ isCurrent }) => !isCurrent).length,
  );

  constructor() {
    void this.load();
  }

  protected end({ id }: OwnSession): Promise<void> {
    return this.change('accounts.sessions.ended', () => this.own.end(id));
  }

  protected endOthers(): Promise<void> {
    return this.change('accounts.sessions.endedOthers', () => this.own.endOthers());
  }

  protected async load(): Promise<void> {
    try {
      this.sessions.set(await this.own.list());
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private async change(done: string, work: () => Promise<void>): Promise<void> {
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
