import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Problem, problemOf } from '../errors/problem';
import { ProblemNotice } from '../errors/problem-notice';
import { Reauthentication } from '../api/reauthentication';
import { SessionService } from './session.service';

/** Asks for the password on top of the page, so that nothing typed is lost. */
@Component({
  selector: 'lx-sign-in-again',
  imports: [TranslocoDirective, ProblemNotice],
  template: `
    <dialog #dialog class="again" aria-labelledby="again-title" *transloco="let t">
      <form (submit)="signIn($event, password.value)">
        <h2 id="again-title">{{ t('session.ended') }}</h2>
        <p class="muted">{{ t('session.endedHint') }}</p>
        <lx-problem-notice [problem]="problem()" />
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
          autofocus
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
    </dialog>
  `,
  styles: `
    .again {
      width: 360px;
      padding: 24px;
      border: 1px solid var(--lx-line-strong);
    }
    .again::backdrop {
      background: rgb(29 37 41 / 35%);
    }
    form {
      display: flex;
      flex-direction: column;
      gap: 12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInAgain {
  protected readonly session = inject(SessionService);
  private readonly reauthentication = inject(Reauthentication);
  private readonly dialog = viewChild<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);

  constructor() {
    effect(() => {
      const dialog = this.dialog()?.nativeElement;
      if (dialog && !dialog.open) dialog.showModal();
    });
  }

  protected async signIn(event: Event, password: string): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await this.session.signIn(this.session.user()?.email ?? '', password);
      this.reauthentication.done();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
