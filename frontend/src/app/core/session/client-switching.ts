import { Dialog } from '@angular/cdk/dialog';
import { Injectable, Injector, inject } from '@angular/core';
import { SessionService } from './session.service';

/** Opens the switch between organizations and clients, which is loaded when it is first wanted. */
@Injectable({ providedIn: 'root' })
export class ClientSwitching {
  private readonly session = inject(SessionService);
  private readonly injector = inject(Injector);
  private readonly dialogs = inject(Dialog);
  private isOpen = false;

  /** Whether there is something to switch to besides the menu of the own organizations. */
  isOffered(): boolean {
    return this.session.entries().length > 0;
  }

  async open(): Promise<void> {
    if (this.isOpen || !this.isOffered()) return;
    this.isOpen = true;
    try {
      const [{ Modal }, { ClientSwitch }] = await Promise.all([
        import('../dialog/modal'),
        import('./client-switch'),
      ]);
      const dialog = this.injector.get(Modal).open(ClientSwitch, { isOutside: true });
      dialog.closed.subscribe(() => (this.isOpen = false));
    } catch (error) {
      this.isOpen = false;
      throw error;
    }
  }

  /** Ctrl+K, or ⌘K, wherever the focus is but in a dialog, in which something may be typed. */
  hear(event: KeyboardEvent): void {
    const isMeant =
      (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'k';
    if (!isMeant || !this.isOffered()) return;
    event.preventDefault();
    if (this.dialogs.openDialogs.length === 0) void this.open();
  }
}
