import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  input,
  output,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** What proves that the owner of the account asks. */
export interface Proof {
  readonly code: string;
  readonly password: string;
}

let made = 0;

/** Asks for a code and the password. */
@Component({
  selector: 'lx-prove-form',
  imports: [TranslocoDirective],
  template: `
    <form novalidate *transloco="let t" (submit)="prove($event, code.value, password.value)">
      <div class="field">
        <label [for]="id + '-code'">{{
          t(takesRecovery() ? 'accounts.secondFactor.codeOrRecovery' : 'accounts.secondFactor.code')
        }}</label>
        <input
          #code
          class="ant-input"
          autocomplete="one-time-code"
          autocapitalize="none"
          spellcheck="false"
          maxlength="60"
          data-testid="factor-code"
          [id]="id + '-code'"
          [attr.inputmode]="takesRecovery() ? null : 'numeric'"
        />
      </div>
      <div class="field">
        <label [for]="id + '-password'">{{ t('accounts.changePassword.current') }}</label>
        <input
          #password
          class="ant-input"
          type="password"
          autocomplete="current-password"
          data-testid="factor-password"
          [id]="id + '-password'"
        />
      </div>
      <p class="answer">
        <button class="ant-btn" type="submit" data-testid="factor-prove" [disabled]="isBusy()">
          <span>{{ label() }}</span>
        </button>
        <button class="ant-btn ant-btn-text" type="button" (click)="cancelled.emit()">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </p>
    </form>
  `,
  styleUrl: '../account-section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProveForm {
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('code');

  /** What the button does, in words. */
  readonly label = input.required<string>();
  readonly isBusy = input(false);
  /** Whether a recovery code does as well. */
  readonly takesRecovery = input(false);
  readonly proved = output<Proof>();
  readonly cancelled = output();

  protected readonly id = `prove-${(made += 1)}`;

  constructor() {
    afterNextRender(() => {
      if (this.takesRecovery()) this.field().nativeElement.focus();
    });
  }

  protected prove(event: Event, code: string, password: string): void {
    event.preventDefault();
    if (code.trim() === '') this.field().nativeElement.focus();
    else if (password !== '') this.proved.emit({ code: code.trim(), password });
  }
}
