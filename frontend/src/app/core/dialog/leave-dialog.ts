import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ModalTitle } from './modal-title';

/** Asks before a dialog goes with what was typed in it; answers `true` where it may go. */
@Component({
  selector: 'lx-leave-dialog',
  imports: [ModalTitle, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h2 lxModalTitle>{{ t('dialog.unsent') }}</h2>
      <p>{{ t('dialog.unsentHint') }}</p>
      <div class="modal-buttons">
        <button
          type="button"
          class="ant-btn ant-btn-primary"
          data-testid="leave-stay"
          (click)="dialog.close(false)"
        >
          <span>{{ t('dialog.stay') }}</span>
        </button>
        <button type="button" class="ant-btn" data-testid="leave-sure" (click)="dialog.close(true)">
          <span>{{ t('dialog.leave') }}</span>
        </button>
      </div>
    </ng-container>
  `,
  host: { 'data-testid': 'leave' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeaveDialog {
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
}
