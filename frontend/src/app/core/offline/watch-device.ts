import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Modal } from '../dialog/modal';
import { Notices } from '../errors/notices';
import { SessionService } from '../session/session.service';
import { DeviceContact, type WipeReason } from './device-contact';
import { SealedStore, type TakenCase } from './sealed-store';
import { ShellOnDevice } from './shell-on-device';
import { WipedDialog } from './wiped-dialog';

/** `over`: its time is over, and answers wait that may be sent before it is deleted. */
export type DeviceVerdict = 'stays' | 'over' | 'gone';

/** What a machine on which cases were taken along does by itself: makes contact, and hears of newer versions. */
@Injectable({ providedIn: 'root' })
export class WatchDevice {
  private readonly contact = inject(DeviceContact);
  private readonly store = inject(SealedStore);
  private readonly session = inject(SessionService);
  private readonly modal = inject(Modal);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly shell = inject(ShellOnDevice);
  /** Several parts of a page may ask at once: it is told once. */
  private readonly checks = new Map<string, Promise<DeviceVerdict>>();
  private readonly deleted = signal<ReadonlySet<string>>(new Set());

  /** What was deleted since this page began. */
  readonly gone = this.deleted.asReadonly();

  constructor() {
    effect(() => {
      const userId = this.session.user()?.id;
      if (userId) untracked(() => void this.checkAll(userId).catch(() => undefined));
    });
    void this.shell.watch(() => this.offerReload());
  }

  /** Makes contact, in the session of its person; deletes it where it has to be. @throws Problem */
  check(taken: TakenCase): Promise<DeviceVerdict> {
    const going = this.checks.get(taken.id);
    if (going) return going;
    const check = this.ask(taken).finally(() => this.checks.delete(taken.id));
    this.checks.set(taken.id, check);
    return check;
  }

  /** Deletes it and tells the person. */
  async wipe(taken: TakenCase, reason: WipeReason): Promise<void> {
    const wiped = await this.contact.wipe(taken, reason);
    this.deleted.update((ids) => new Set([...ids, taken.id]));
    if (wiped) this.modal.open(WipedDialog, { data: wiped, isFirm: true, isOutside: true });
  }

  private async ask(taken: TakenCase): Promise<DeviceVerdict> {
    if (this.gone().has(taken.id)) return 'gone';
    const reason = await this.contact.make(taken);
    if (reason === null) return 'stays';
    const { unsent = 0 } = (await this.store.find(taken.id)) ?? {};
    if (reason === 'over' && unsent > 0) return 'over';
    await this.wipe(taken, reason);
    return 'gone';
  }

  private async checkAll(userId: string): Promise<void> {
    if (!this.shell.isPossible()) return;
    for (const taken of await this.store.list())
      if (taken.userId === userId) await this.check(taken).catch(() => undefined);
  }

  private offerReload(): void {
    const t = (key: string) => this.transloco.translate<string>(key);
    const action = { label: t('offline.reload'), run: () => globalThis.location.reload() };
    this.notices.told(t('offline.newer'), action);
  }
}
