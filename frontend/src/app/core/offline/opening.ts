import { Injectable, inject } from '@angular/core';
import { DamagedError, openLock } from './lock';
import { OpenedCase } from './opened-case';
import { SealedStore } from './sealed-store';
import { waitAfterTries } from './wrong-tries';

/** Too many wrong passphrases. */
export class WaitError extends Error {
  /** @param until milliseconds since 1970 */
  constructor(readonly until: number) {
    super('too many wrong passphrases');
  }
}

/** Opens cases that were taken along, by their passphrases. */
@Injectable({ providedIn: 'root' })
export class Opening {
  private readonly store = inject(SealedStore);

  /** @throws WaitError, WrongPassphraseError, DamagedError */
  async open(id: string, passphrase: string): Promise<OpenedCase> {
    const taken = await this.store.find(id);
    if (taken === undefined) throw new DamagedError();
    if (taken.waitsUntil > Date.now()) throw new WaitError(taken.waitsUntil);
    // Counted before it is tried: several tabs have no more tries than one.
    const failures = taken.failures + 1;
    const wait = waitAfterTries(failures);
    await this.store.change(id, { failures, waitsUntil: wait === 0 ? 0 : Date.now() + wait });
    const key = await openLock(taken.lock, passphrase);
    await this.store.change(id, { failures: 0, waitsUntil: 0 });
    return new OpenedCase(taken, key, this.store);
  }
}
