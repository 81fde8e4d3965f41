import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { FieldProblem } from '../../../core/errors/field-problem';

/** What proves that the owner of the account asks. */
export interface Proof {
  readonly code: string;
  readonly password: string;
}

let made = 0;

/** Asks for a code and the password. */
@Component({
  selector: 'lx-prove-form',
  imports: [FieldProblem, TranslocoDirective],
  template: `
    <form novalidate *transloco="let t" (submit)="prove($event, code, password)">
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
          (input)="missing.set(null)"
        />
        <lx-field-problem
          [message]="missing() === 'code' ? t('session.codeMissing') : ''"
          [control]="code"
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
          (input)="missing.set(null)"
        />
        <lx-field-problem
          [message]="missing() === 'password' ? t('session.passwordMissing') : ''"
          [control]="password"
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

  /** The first of what was not filled in. */
  protected readonly missing = signal<'code' | 'password' | null>(null);

  constructor() {
    afterNextRender(() => {
      if (this.takesRecovery()) this.field().nativeElement.focus();
    });
  }

  protected prove(event: Event, code: HTMLInputElement, password: HTMLInputElement): void {
    event.preventDefault();
    const proof = { code: code.value.trim(), password: password.value };
    this.missing.set(missingOf(proof));
    if (this.missing() === null) this.proved.emit(proof);
    else (this.missing() === 'code' ? code : password).focus();
  }
}

function missingOf({ code, password }: Proof): keyof Proof | null {
  if (code === '') return 'code';
  return password === '' ? 'password' : null;
}
