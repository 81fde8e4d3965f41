import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ModalTitle } from './modal-title';

/** What is asked, in the language of the page. */
export interface Confirmation {
  /** Names what it is about. */
  readonly title: string;
  /** What is lost, or can no longer be changed. */
  readonly text: string;
  /** The verb, as it stands on the button that was pressed. */
  readonly sure: string;
}

/** A question with the answers “do it” and “cancel”; answers `true` where it may be done. */
@Component({
  selector: 'lx-confirm-dialog',
  imports: [ModalTitle, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h2 lxModalTitle>{{ asked.title }}</h2>
      <p>{{ asked.text }}</p>
      <div class="modal-buttons">
        <button
          type="button"
          class="ant-btn ant-btn-primary ant-btn-dangerous"
          data-testid="confirm-sure"
          (click)="dialog.close(true)"
        >
          <span>{{ asked.sure }}</span>
        </button>
        <button
          type="button"
          class="ant-btn"
          data-testid="confirm-cancel"
          (click)="dialog.close(false)"
        >
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </ng-container>
  `,
  host: { 'data-testid': 'confirm' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmDialog {
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly asked = inject<Confirmation>(DIALOG_DATA);
}
