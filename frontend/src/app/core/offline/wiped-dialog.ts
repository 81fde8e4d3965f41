import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ModalTitle } from '../dialog/modal-title';
import type { Wiped } from './device-contact';

/** Tells what was deleted on this machine, why, and what was lost by it. */
@Component({
  selector: 'lx-wiped-dialog',
  imports: [ModalTitle, TranslocoDirective],
  template: `
    <div *transloco="let t" data-testid="wiped">
      <h2 lxModalTitle>{{ t('offline.wiped') }}</h2>
      <p>
        <strong>{{ wiped.number }}</strong>
        {{ t('offline.wipedBecause.' + wiped.reason) }}
      </p>
      <p>
        {{
          wiped.unsent === 0
            ? t('offline.wipedNothingUnsent')
            : t(wiped.isLeft ? 'offline.leftUnsent' : 'offline.wipedUnsent', {
                count: wiped.unsent,
              })
        }}
      </p>
      <div class="modal-buttons">
        <button
          type="button"
          class="ant-btn ant-btn-primary"
          data-testid="wiped-seen"
          (click)="dialog.close()"
        >
          <span>{{ t('offline.seen') }}</span>
        </button>
      </div>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WipedDialog {
  protected readonly dialog = inject(DialogRef);
  protected readonly wiped = inject<Wiped>(DIALOG_DATA);
}
