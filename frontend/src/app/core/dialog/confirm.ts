import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog, type Confirmation } from './confirm-dialog';
import { Modal } from './modal';

/** Asks before something is done that cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly modal = inject(Modal);

  /** @returns whether it may be done */
  async isSure(asked: Confirmation): Promise<boolean> {
    const { closed } = this.modal.open<boolean>(ConfirmDialog, { data: asked, size: 'narrow' });
    return (await firstValueFrom(closed, { defaultValue: false })) === true;
  }
}
