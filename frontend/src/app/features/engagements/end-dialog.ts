import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ModalTitle } from '../../core/dialog/modal-title';

interface AskedEnd {
  readonly verb: 'revoke' | 'resign';
  /** Of the other side. */
  readonly name: string;
}

/** Asks before an engagement is ended, and names the other side; answers `true` where it may. */
@Component({
  selector: 'lx-end-dialog',
  imports: [ModalTitle, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h2 lxModalTitle>{{ t('engagements.end.' + asked.verb, { name: asked.name }) }}</h2>
      <p>{{ t('engagements.end.' + asked.verb + 'Hint', { name: asked.name }) }}</p>
      <div class="modal-buttons">
        <button
          type="button"
          class="ant-btn ant-btn-primary"
          data-testid="end-sure"
          (click)="dialog.close(true)"
        >
          <span>{{ t('engagements.moves.' + asked.verb) }}</span>
        </button>
        <button type="button" class="ant-btn" (click)="dialog.close(false)">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndDialog {
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly asked = inject<AskedEnd>(DIALOG_DATA);
}
