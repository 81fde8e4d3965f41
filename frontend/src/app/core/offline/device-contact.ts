import { HttpContext } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { DeviceWipe } from '@liangxing/contracts';
import { Api } from '../api/api';
import { WITHOUT_REAUTHENTICATION } from '../api/reauthentication';
import { problemOf } from '../errors/problem';
import type { LeftReason } from './own-writing';
import { SealedStore, type TakenCase } from './sealed-store';
import { ShellOnDevice } from './shell-on-device';

/** Why it is deleted here; `no_member`: the person belongs to the body no more. */
export type WipeReason = DeviceWipe | 'no_member';

/** What was deleted, as it is told. */
export interface Wiped {
  readonly number: string;
  readonly reason: WipeReason;
  /** Answers and findings that had not been sent. */
  readonly unsent: number;
  /** They stay behind the lock, to be read and copied. */
  readonly isLeft: boolean;
}

/** Contact of this machine with the server, for cases that were taken along. */
@Injectable({ providedIn: 'root' })
export class DeviceContact {
  private readonly api = inject(Api);
  private readonly store = inject(SealedStore);
  private readonly shell = inject(ShellOnDevice);
  /** Nobody is asked for a password by what happens by itself. */
  private readonly context = new HttpContext().set(WITHOUT_REAUTHENTICATION, true);

  /** In the session of its person. @returns why it has to be deleted; null: it stays. @throws Problem */
  async make(taken: TakenCase): Promise<WipeReason | null> {
    const { context } = this;
    try {
      const asked = { ...placeOf(taken), context };
      const { wipe } = await this.api.post('/cases/{id}/devices/{deviceId}/contact', asked);
      return wipe;
    } catch (error) {
      if (problemOf(error).code === 'not_found') return 'no_member';
      throw error;
    }
  }

  /** Deletes it here, then says so. @returns null where it was deleted before */
  async wipe(taken: TakenCase, reason: WipeReason): Promise<Wiped | null> {
    const found = await this.store.find(taken.id);
    if (found === undefined) return null;
    await this.remove(taken);
    return { number: taken.number, reason, unsent: found.unsent, isLeft: false };
  }

  /**
   * Deletes what the enterprise handed in, and leaves what was not sent: the device holds something still, and is deleted
   * where somebody asks for it.
   * @returns null where that was done before
   */
  async leave(taken: TakenCase, reason: LeftReason): Promise<Wiped | null> {
    const found = await this.store.find(taken.id);
    if (found === undefined || found.left !== undefined) return null;
    await this.store.strip(taken.id, reason);
    return { number: taken.number, reason, unsent: found.unsent, isLeft: true };
  }

  /** The person has no use for it any more, or it was not taken along whole. */
  async remove(taken: TakenCase): Promise<void> {
    const { context } = this;
    await this.store.wipe(taken.id);
    const end = { ...placeOf(taken), context };
    await this.api.post('/cases/{id}/devices/{deviceId}/end', end).catch(() => undefined);
    if ((await this.store.list()).length === 0) await this.shell.forget().catch(() => undefined);
  }
}

const placeOf = ({ organizationId, caseId, id }: TakenCase) => ({
  ...{ organizationId, id: caseId, deviceId: id },
});
