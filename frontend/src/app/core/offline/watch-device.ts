import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Modal } from '../dialog/modal';
import { Notices } from '../errors/notices';
import { SessionService } from '../session/session.service';
import { DeviceContact, type WipeReason, type Wiped } from './device-contact';
import { leavesWriting, type LeftReason } from './own-writing';
import { SealedStore, type TakenCase } from './sealed-store';
import { ShellOnDevice } from './shell-on-device';
import { WipedDialog } from './wiped-dialog';

/**
 * `over`: its time is over, and something waits that may be sent before it is deleted; `left`: what was not sent can not be
 * sent any more, and is all that is here.
 */
export type DeviceVerdict = 'stays' | 'over' | 'left' | 'gone';

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

  private readonly stripped = signal<ReadonlyMap<string, LeftReason>>(new Map());

  /** What was deleted since this page began. */
  readonly gone = this.deleted.asReadonly();
  /** Of what only what was not sent was left since this page began, and why. */
  readonly left = this.stripped.asReadonly();

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
    this.tell(wiped);
  }

  /** Leaves what was not sent, deletes the rest, and tells the person. */
  async leave(taken: TakenCase, reason: LeftReason): Promise<void> {
    const left = await this.contact.leave(taken, reason);
    this.stripped.update((reasons) => new Map([...reasons, [taken.id, reason]]));
    this.tell(left);
  }

  private tell(wiped: Wiped | null): void {
    if (wiped) this.modal.open(WipedDialog, { data: wiped, isFirm: true, isOutside: true });
  }

  private async ask(taken: TakenCase): Promise<DeviceVerdict> {
    if (this.gone().has(taken.id)) return 'gone';
    const reason = await this.contact.make(taken);
    if (reason === null) return 'stays';
    const { unsent = 0, left } = (await this.store.find(taken.id)) ?? {};
    if (reason === 'over' && unsent > 0) return left ? 'left' : 'over';
    if (leavesWriting(reason) && unsent > 0) {
      await this.leave(taken, reason);
      return 'left';
    }
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
