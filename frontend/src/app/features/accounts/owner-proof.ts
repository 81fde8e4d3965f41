import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ChangeEmailDto } from '../../core/api/generated/openapi';
import { FieldProblem } from '../../core/errors/field-problem';
import { AccountFacts } from './account-facts';

/** Asks for the password, and for a code where a second factor is on: fields of the form around it. */
@Component({
  selector: 'lx-owner-proof',
  imports: [FieldProblem, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (lacksPassword()) {
        <p class="problem">{{ t('accounts.setPassword.first') }}</p>
      }
      <div class="field">
        <label [for]="what() + '-password'">{{ t('accounts.changePassword.current') }}</label>
        <input
          #password
          class="ant-input"
          type="password"
          autocomplete="current-password"
          [id]="what() + '-password'"
          [disabled]="lacksPassword()"
          [attr.data-testid]="what() + '-password'"
          (input)="missing.set(null)"
        />
        <lx-field-problem
          [message]="missing() === 'password' ? t('session.passwordMissing') : ''"
          [control]="password"
        />
      </div>
      @if (asksForCode()) {
        <div class="field">
          <label [for]="what() + '-code'">{{ t('accounts.secondFactor.codeOrRecovery') }}</label>
          <input
            #code
            class="ant-input"
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck="false"
            maxlength="60"
            [id]="what() + '-code'"
            [attr.data-testid]="what() + '-code'"
            (input)="missing.set(null)"
          />
          <lx-field-problem
            [message]="missing() === 'code' ? t('session.codeMissing') : ''"
            [control]="code"
          />
        </div>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 12px;
      width: 100%;
      max-width: 360px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnerProof {
  private readonly account = inject(AccountFacts);
  private readonly passwordField = viewChild<ElementRef<HTMLInputElement>>('password');
  private readonly codeField = viewChild<ElementRef<HTMLInputElement>>('code');
  protected readonly missing = signal<'password' | 'code' | null>(null);

  /** What is proved; begins the ids of the fields. */
  readonly what = input.required<string>();

  protected readonly lacksPassword = computed(() => this.account.facts()?.hasPassword === false);
  protected readonly asksForCode = computed(() => !!this.account.facts()?.secondFactorSince);

  /** What was typed; null where something is missing, which is said at its field. */
  typed(): Pick<ChangeEmailDto, 'password' | 'code'> | null {
    const password = this.passwordField()?.nativeElement.value ?? '';
    const code = this.codeField()?.nativeElement.value.trim();
    this.missing.set(password.trim() === '' ? 'password' : code === '' ? 'code' : null);
    return this.missing() === null ? { password, ...(code ? { code } : {}) } : null;
  }

  /** What was typed is done with. */
  clear(): void {
    for (const field of [this.passwordField(), this.codeField()])
      if (field) field.nativeElement.value = '';
  }
}
