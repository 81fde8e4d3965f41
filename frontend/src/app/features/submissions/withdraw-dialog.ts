import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ModalTitle } from '../../core/dialog/modal-title';

/** Asks before an application is withdrawn; answers with the reason, which may be empty. */
@Component({
  selector: 'lx-withdraw-dialog',
  imports: [ModalTitle, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h2 lxModalTitle>{{ t('submissions.withdrawFrom', { name }) }}</h2>
      <p>{{ t('submissions.withdrawHint') }}</p>
      <label>
        {{ t('submissions.reason') }}
        <textarea
          #reason
          class="ant-input"
          rows="2"
          maxlength="4000"
          data-testid="withdraw-reason"
        ></textarea>
      </label>
      <div class="modal-buttons">
        <button
          type="button"
          class="ant-btn ant-btn-primary"
          data-testid="withdraw-sure"
          (click)="dialog.close(reason.value)"
        >
          <span>{{ t('submissions.withdraw') }}</span>
        </button>
        <button type="button" class="ant-btn" (click)="dialog.close()">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WithdrawDialog {
  protected readonly dialog = inject<DialogRef<string>>(DialogRef);
  /** Of the body. */
  protected readonly name = inject<string>(DIALOG_DATA);
}
