import { Injectable } from '@angular/core';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Lock } from './lock';
import { isOwnWriting, type LeftReason } from './own-writing';
import type { Sealed } from './seal';

/** What is known in clear of a case that was taken along: which one, whose, until when, and how it is locked. */
export interface TakenCase {
  /** Of this taking along: `deviceId` of the server. */
  readonly id: string;
  readonly organizationId: string;
  readonly caseId: string;
  readonly userId: string;
  /** 受理编号; the enterprise is named behind the lock alone. */
  readonly number: string;
  readonly deviceName: string;
  readonly takenAt: string;
  readonly until: string;
  readonly lock: Lock;
  /** Everything arrived. */
  readonly isWhole: boolean;
  /** Wrong passphrases in a row. */
  readonly failures: number;
  /** In milliseconds since 1970; 0: no waiting. */
  readonly waitsUntil: number;
  /** Answers and findings that wait to be sent. */
  readonly unsent: number;
  /** What the enterprise handed in is deleted here; what waits stays to be read. Left out: everything is here. */
  readonly left?: LeftReason;
}

interface Tables extends DBSchema {
  cases: { key: string; value: TakenCase };
  sealed: { key: [id: string, name: string]; value: Sealed };
}

/** Cases that were taken along on this machine (IndexedDB): their locks, and what these keep. */
@Injectable({ providedIn: 'root' })
export class SealedStore {
  private database: Promise<IDBPDatabase<Tables>> | null = null;

  async list(): Promise<readonly TakenCase[]> {
    return (await this.open()).getAll('cases');
  }

  async find(id: string): Promise<TakenCase | undefined> {
    return (await this.open()).get('cases', id);
  }

  async add(taken: TakenCase): Promise<void> {
    await (await this.open()).put('cases', taken);
  }

  /** What was deleted meanwhile stays deleted. */
  async change(id: string, values: Partial<Omit<TakenCase, 'id' | 'lock'>>): Promise<void> {
    const { store, done } = (await this.open()).transaction('cases', 'readwrite');
    const found = await store.get(id);
    if (found) await store.put({ ...found, ...values });
    await done;
  }

  async read(id: string, name: string): Promise<Sealed | undefined> {
    return (await this.open()).get('sealed', [id, name]);
  }

  /** Nothing is written behind a lock that is gone. @returns false where it is */
  async write(id: string, name: string, sealed: Sealed): Promise<boolean> {
    const transaction = (await this.open()).transaction(['cases', 'sealed'], 'readwrite');
    const isThere = (await transaction.objectStore('cases').getKey(id)) !== undefined;
    if (isThere) await transaction.objectStore('sealed').put(sealed, [id, name]);
    await transaction.done;
    return isThere;
  }

  async remove(id: string, name: string): Promise<void> {
    await (await this.open()).delete('sealed', [id, name]);
  }

  /** Deletes all but what the person wrote. */
  async strip(id: string, left: LeftReason): Promise<void> {
    const transaction = (await this.open()).transaction(['cases', 'sealed'], 'readwrite');
    const [cases, sealed] = [transaction.objectStore('cases'), transaction.objectStore('sealed')];
    const found = await cases.get(id);
    if (found) await cases.put({ ...found, left });
    for (const key of await sealed.getAllKeys(IDBKeyRange.bound([id], [id, []])))
      if (!isOwnWriting(key[1])) await sealed.delete(key);
    await transaction.done;
  }

  /** The lock goes with what it keeps: what a disk may still hold of either opens no more. */
  async wipe(id: string): Promise<void> {
    const transaction = (await this.open()).transaction(['cases', 'sealed'], 'readwrite');
    await transaction.objectStore('cases').delete(id);
    await transaction.objectStore('sealed').delete(IDBKeyRange.bound([id], [id, []]));
    await transaction.done;
  }

  private open(): Promise<IDBPDatabase<Tables>> {
    this.database ??= openDB<Tables>('liangxing-sealed', 1, {
      upgrade: (database) => {
        database.createObjectStore('cases', { keyPath: 'id' });
        database.createObjectStore('sealed');
      },
    }).catch((error: unknown) => {
      this.database = null;
      throw error;
    });
    return this.database;
  }
}
