import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PlatformMove } from '@liangxing/contracts';
import { ModalTitle } from '../../core/dialog/modal-title';

export interface AskedReason {
  readonly move: PlatformMove;
  /** Of the organization. */
  readonly name: string;
}

/** Asks why people are shut out; they read it. Closes with the reason, or with none where it was left. */
@Component({
  selector: 'lx-reason-dialog',
  imports: [ModalTitle, TranslocoDirective],
  template: `
    <form *transloco="let t" novalidate (submit)="send($event, reason.value)">
      <h2 lxModalTitle>{{ t('platform.reason.' + asked.move, { name: asked.name }) }}</h2>
      <p class="muted">{{ t('platform.reason.hint.' + asked.move) }}</p>
      <label>
        {{ t('platform.reason.label') }}
        <textarea
          #reason
          class="ant-input"
          rows="4"
          maxlength="1000"
          required
          data-testid="reason"
          [attr.aria-invalid]="isMissing() || null"
          [attr.aria-describedby]="isMissing() ? 'reason-missing' : null"
        ></textarea>
      </label>
      @if (isMissing()) {
        <span id="reason-missing" class="problem" role="alert">{{
          t('platform.reason.missing')
        }}</span>
      }
      <div class="buttons">
        <button type="submit" class="ant-btn ant-btn-primary" data-testid="reason-send">
          <span>{{ t('platform.moves.' + asked.move) }}</span>
        </button>
        <button type="button" class="ant-btn" (click)="dialog.close()">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </form>
  `,
  styles: `
    form,
    label {
      display: flex;
      flex-direction: column;
      gap: var(--lx-gap-2);
    }
    h2 {
      margin-bottom: 0;
      overflow-wrap: anywhere;
    }
    .problem {
      color: var(--lx-block);
    }
    .buttons {
      display: flex;
      gap: var(--lx-gap-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonDialog {
  protected readonly dialog = inject<DialogRef<string>>(DialogRef);
  protected readonly asked = inject<AskedReason>(DIALOG_DATA);
  protected readonly isMissing = signal(false);

  protected send(event: Event, reason: string): void {
    event.preventDefault();
    if (reason.trim()) this.dialog.close(reason.trim());
    else this.isMissing.set(true);
  }
}
