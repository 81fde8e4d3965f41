import { Dialog } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/portal';
import { Injectable, inject } from '@angular/core';

/**
 * Opens a component as a dialog above the page: the focus stays in it until Esc or an answer closes it, then goes back to
 * where it was. The component takes what it is about from `DIALOG_DATA` and closes itself by its `DialogRef`.
 */
@Injectable({ providedIn: 'root' })
export class Modal {
  private readonly dialog = inject(Dialog);

  /** @param label what assistive technology calls it */
  open(component: ComponentType<unknown>, label: string, data: unknown): void {
    const opened = this.dialog.open(component, {
      data,
      ariaLabel: label,
      ariaModal: true,
      panelClass: 'lx-modal',
      backdropClass: 'lx-modal-backdrop',
      // Whoever clicks beside it keeps what is typed.
      disableClose: true,
    });
    opened.keydownEvents.subscribe((event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      opened.close();
    });
  }
}
