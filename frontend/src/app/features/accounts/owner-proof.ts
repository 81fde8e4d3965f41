import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ChangeEmailDto } from '../../core/api/generated/openapi';
import { AccountFacts } from './account-facts';

/** Asks for the password, and for a code where a second factor is on: fields of the form around it. */
@Component({
  selector: 'lx-owner-proof',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <div class="field">
        <label [for]="what() + '-password'">{{ t('accounts.changePassword.current') }}</label>
        <input
          #password
          class="ant-input"
          type="password"
          autocomplete="current-password"
          [id]="what() + '-password'"
          [attr.data-testid]="what() + '-password'"
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
  private readonly password = viewChild<ElementRef<HTMLInputElement>>('password');
  private readonly code = viewChild<ElementRef<HTMLInputElement>>('code');

  /** What is proved; begins the ids of the fields. */
  readonly what = input.required<string>();

  protected readonly asksForCode = computed(() => !!this.account.facts()?.secondFactorSince);

  /** What was typed; null where something is missing, and the first such field has the focus. */
  typed(): Pick<ChangeEmailDto, 'password' | 'code'> | null {
    const fields = [this.password(), this.code()].flatMap((field) => field?.nativeElement ?? []);
    const empty = fields.find(({ value }) => value.trim() === '');
    empty?.focus();
    const [password, code] = fields;
    if (empty !== undefined || password === undefined) return null;
    return { password: password.value, ...(code ? { code: code.value.trim() } : {}) };
  }

  /** What was typed is done with. */
  clear(): void {
    for (const field of [this.password(), this.code()]) if (field) field.nativeElement.value = '';
  }
}
