import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DAYS_UNTIL_DELETION } from '@liangxing/contracts';
import { ModalTitle } from '../../../core/dialog/modal-title';

/** Says what closing means and has the name typed; closes with the name, or with none where it was left. */
@Component({
  selector: 'lx-close-dialog',
  imports: [ModalTitle, TranslocoDirective],
  template: `
    <form *transloco="let t" novalidate (submit)="send($event, typed.value)">
      <h2 lxModalTitle>{{ t('organizations.settings.closeTitle', { name }) }}</h2>
      <ul>
        <li>{{ t('organizations.settings.closeReads') }}</li>
        <li>{{ t('organizations.settings.closeOthers') }}</li>
        <li>{{ t('organizations.settings.closeDeletes', { days }) }}</li>
      </ul>
      <label>
        {{ t('organizations.settings.closeType', { name }) }}
        <input
          #typed
          class="ant-input"
          maxlength="200"
          autocomplete="off"
          data-testid="close-name"
          [attr.aria-invalid]="isOther() || null"
          [attr.aria-describedby]="isOther() ? 'close-other' : null"
          (input)="isOther.set(false)"
        />
      </label>
      @if (isOther()) {
        <span id="close-other" class="problem" role="alert">{{
          t('organizations.settings.closeOther')
        }}</span>
      }
      <div class="modal-buttons">
        <button type="submit" class="ant-btn ant-btn-primary" data-testid="close-sure">
          <span>{{ t('organizations.settings.close') }}</span>
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
    h2,
    label {
      overflow-wrap: anywhere;
    }
    ul {
      margin: 0;
      padding-left: 20px;
    }
    .problem {
      color: var(--lx-block);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CloseDialog {
  protected readonly dialog = inject<DialogRef<string>>(DialogRef);
  protected readonly name = inject<string>(DIALOG_DATA);
  protected readonly days = DAYS_UNTIL_DELETION;
  protected readonly isOther = signal(false);

  protected send(event: Event, typed: string): void {
    event.preventDefault();
    if (typed.trim() === this.name.trim()) this.dialog.close(typed.trim());
    else this.isOther.set(true);
  }
}
