import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { SessionService } from '../../core/session/session.service';

const passwordLength = 8;

@Component({
  selector: 'lx-change-password-form',
  imports: [ReactiveFormsModule, TranslocoDirective, ProblemNotice],
  template: `
    <form novalidate [formGroup]="form" (ngSubmit)="change()" *transloco="let t">
      <lx-problem-notice [problem]="problem()" />
      <input
        class="visually-hidden"
        type="text"
        autocomplete="username"
        readonly
        tabindex="-1"
        aria-hidden="true"
        [value]="session.user()?.email"
      />
      <div class="field">
        <label for="current-password">{{ t('accounts.changePassword.current') }}</label>
        <input
          id="current-password"
          class="ant-input"
          type="password"
          formControlName="current"
          autocomplete="current-password"
          data-testid="current-password"
        />
      </div>
      <div class="field">
        <label for="new-password">{{ t('accounts.newPassword') }}</label>
        <input
          id="new-password"
          class="ant-input"
          type="password"
          formControlName="next"
          autocomplete="new-password"
          aria-describedby="new-password-hint new-password-problem"
          data-testid="new-password"
          [attr.aria-invalid]="problem()?.field('newPassword') ? true : null"
        />
        <span id="new-password-hint" class="hint">{{
          t('accounts.passwordHint', { length: passwordLength })
        }}</span>
        <span id="new-password-problem" class="problem" data-testid="new-password-problem">{{
          problem()?.field('newPassword')
        }}</span>
      </div>
      <button
        class="ant-btn"
        type="submit"
        data-testid="change-password"
        [disabled]="isBusy() || form.invalid"
      >
        <span>{{ t('accounts.changePassword.change') }}</span>
      </button>
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-direction: column;
      gap: 12px;
      align-items: flex-start;
      max-width: 360px;
    }
    .field,
    .ant-input {
      width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangePasswordForm {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(SessionService);

  /** The password is another one, and every other session has ended. */
  readonly changed = output();

  protected readonly passwordLength = passwordLength;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group({
    current: ['', [Validators.required]],
    next: ['', [Validators.required, Validators.minLength(passwordLength)]],
  });

  protected async change(): Promise<void> {
    if (this.form.invalid || this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const { current, next } = this.form.getRawValue();
      const body = { currentPassword: current, newPassword: next };
      await this.api.put('/api/account/password', { body });
      this.form.reset();
      this.notices.done(this.transloco.translate('accounts.changePassword.done'));
      this.changed.emit();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
