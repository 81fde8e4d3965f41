import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/portal';
import { Injectable, inject } from '@angular/core';
import { ActingFor } from '../acting/acting-for';
import { LeaveDialog } from './leave-dialog';
import { titleIdOf } from './modal-title';

export interface ModalOptions {
  /** What it is about: the component takes it from `DIALOG_DATA`. */
  readonly data?: unknown;
  readonly size?: 'narrow' | 'wide' | 'page';
  /** What is typed in it outlives it, so that it may go without asking. */
  readonly keepsText?: boolean;
  /** Only an answer closes it; Esc does not. */
  readonly isFirm?: boolean;
  /** It is about no organization: the client for whom one acts is not named above it. */
  readonly isOutside?: boolean;
}

let opened = 0;

/**
 * Opens a component as a dialog above the page: the focus stays in it until Esc or an answer closes it, then goes back to
 * where it was; the page behind does not scroll. The component closes itself by its `DialogRef`, and its heading, marked
 * `lxModalTitle`, is the dialog's name. Whoever acts for a client reads its name above it. Esc asks before it throws away what was typed,
 * and waits while a form of it is on its way: that one says `aria-busy`.
 */
@Injectable({ providedIn: 'root' })
export class Modal {
  private readonly dialog = inject(Dialog);
  private readonly acting = inject(ActingFor);

  /** @returns the dialog, whose `closed` tells the answer; none where it was left */
  open<Answer>(
    component: ComponentType<unknown>,
    options: ModalOptions = {},
  ): DialogRef<Answer, unknown> {
    const id = `modal-${(opened += 1)}`;
    const modal = this.dialog.open<Answer>(component, {
      id,
      data: options.data,
      ariaLabelledBy: titleIdOf(id),
      panelClass: ['lx-modal', options.size ?? 'middle'],
      backdropClass: 'lx-modal-backdrop',
      // Whoever clicks beside it keeps what is typed.
      disableClose: true,
      // Back would take away for good what only an answer may close.
      closeOnNavigation: !options.isFirm,
    });
    const client = this.acting.client();
    if (client && !options.isOutside) {
      const { overlayElement } = modal.overlayRef;
      overlayElement.dataset['client'] = client.words;
      overlayElement.style.setProperty('--lx-client', client.colour);
    }
    let hasText = false;
    const hear = ({ target }: Event): void => {
      hasText ||= !(target instanceof HTMLInputElement && target.type === 'search');
    };
    // A field of dates keeps to itself what is no day yet; core/typing/ still stands before this, at the window.
    // eslint-disable-next-line no-restricted-syntax
    modal.overlayRef.overlayElement.addEventListener('input', hear, { capture: true });
    modal.keydownEvents.subscribe((event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      if (options.isFirm || isOnItsWay(modal.overlayRef.overlayElement)) return;
      if (hasText && !options.keepsText) this.askToLeave(modal);
      else modal.close();
    });
    return modal;
  }

  private askToLeave(modal: { close: () => void }): void {
    this.open<boolean>(LeaveDialog, { size: 'narrow' }).closed.subscribe((leaves) => {
      if (leaves === true) modal.close();
    });
  }
}

const isOnItsWay = (dialog: HTMLElement): boolean =>
  dialog.querySelector('form[aria-busy=true]') !== null;
