import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ModalTitle } from '../dialog/modal-title';
import { FocusFirst } from '../focus/focus-first';
import { type Problem, problemOf } from '../errors/problem';
import { ProblemNotice } from '../errors/problem-notice';
import { Reauthentication } from '../api/reauthentication';
import { PasskeyButton } from './passkey-button';
import { SecondStep } from './second-step';
import { SessionService } from './session.service';
import { SignedInElsewhere } from './signed-in-elsewhere';

/** Asks for the password, and the code where there is one, on top of the page, so that nothing typed is lost. */
@Component({
  selector: 'lx-sign-in-again',
  imports: [
    FocusFirst,
    ModalTitle,
    PasskeyButton,
    SecondStep,
    SignedInElsewhere,
    TranslocoDirective,
    ProblemNotice,
  ],
  template: `
    <div class="again" *transloco="let t">
      <h2 lxModalTitle>{{ t('session.ended') }}</h2>
      <p class="muted">{{ t('session.endedHint') }}</p>
      <lx-problem-notice [problem]="problem()" />
      @if (isSecondStep()) {
        <lx-second-step (done)="goOn()" (over)="beginAgain($event)" />
      } @else {
        <form (submit)="signIn($event, password.value)">
          <input
            class="ant-input"
            type="text"
            name="email"
            autocomplete="username"
            readonly
            [attr.aria-label]="t('session.email')"
            [value]="session.user()?.email"
          />
          <input
            #password
            cdkFocusInitial
            lxFocusFirst
            class="ant-input"
            type="password"
            name="password"
            autocomplete="current-password"
            data-testid="again-password"
            [attr.aria-label]="t('session.password')"
          />
          <button class="ant-btn ant-btn-primary" type="submit" [disabled]="isBusy()">
            <span>{{ t('session.signIn') }}</span>
          </button>
        </form>
        <lx-passkey-button [userId]="session.user()?.id" (done)="goOn()" />
        <lx-signed-in-elsewhere (done)="goOn()" />
      }
    </div>
  `,
  styles: `
    .again,
    form {
      display: flex;
      flex-direction: column;
      gap: 12px;
    }
    h2 {
      margin-bottom: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInAgain {
  protected readonly session = inject(SessionService);
  private readonly reauthentication = inject(Reauthentication);
  private readonly dialog = inject(DialogRef);

  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly isSecondStep = signal(false);

  protected goOn(): void {
    this.dialog.close();
    this.reauthentication.done();
  }

  protected beginAgain(problem: Problem | null): void {
    this.problem.set(problem);
    this.isSecondStep.set(false);
  }

  protected async signIn(event: Event, password: string): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      this.problem.set(null);
      const email = this.session.user()?.email ?? '';
      this.isSecondStep.set(await this.session.signIn(email, password));
      if (!this.isSecondStep()) this.goOn();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
