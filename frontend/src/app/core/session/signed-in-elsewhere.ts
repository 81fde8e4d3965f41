import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Problem, problemOf } from '../errors/problem';
import { ProblemNotice } from '../errors/problem-notice';
import { SessionService } from './session.service';
import { SignOn } from './sign-on';

/** For whom the password is not the way in: signs in by the provider in another window, so that this page stays as it is. */
@Component({
  selector: 'lx-signed-in-elsewhere',
  imports: [TranslocoDirective, ProblemNotice],
  template: `
    @if (signOn.name(); as name) {
      <ng-container *transloco="let t">
        <lx-problem-notice [problem]="problem()" />
        @if (isNotYet()) {
          <p class="problem" role="alert" data-testid="not-yet">{{ t('session.notYet') }}</p>
        }
        <p class="muted small">{{ t('session.signOnWindowHint', { name }) }}</p>
        <p class="answer">
          <a
            class="ant-btn"
            data-testid="sign-on-window"
            href="/sign-in?from=/account"
            target="_blank"
            rel="noopener"
            >{{ t('session.signOn', { name }) }}</a
          >
          <button
            type="button"
            class="ant-btn ant-btn-text"
            data-testid="signed-in-elsewhere"
            (click)="goOn()"
          >
            <span>{{ t('session.signedInElsewhere') }}</span>
          </button>
        </p>
      </ng-container>
    }
  `,
  styles: `
    p {
      margin: 0 0 8px;
    }
    .answer {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 12px;
      align-items: baseline;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignedInElsewhere {
  protected readonly signOn = inject(SignOn);
  private readonly session = inject(SessionService);

  /** The same person is signed in again. */
  readonly done = output();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly isNotYet = signal(false);

  protected async goOn(): Promise<void> {
    this.problem.set(null);
    this.isNotYet.set(false);
    try {
      if (await this.session.resume()) this.done.emit();
      else this.isNotYet.set(true);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
