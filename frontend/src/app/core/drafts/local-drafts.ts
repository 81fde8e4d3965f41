import { Injectable } from '@angular/core';
import { type IDBPDatabase, openDB } from 'idb';

const store = 'drafts';

/**
 * What was typed and is not yet acknowledged by the server, on this machine (IndexedDB).
 * Keys carry the person and the thing: `profile:<userId>:<organizationId>`.
 */
@Injectable({ providedIn: 'root' })
export class LocalDrafts {
  private database: Promise<IDBPDatabase> | null = null;

  async read<T>(key: string): Promise<T | undefined> {
    const value: unknown = await (await this.open()).get(store, key);
    return value as T | undefined;
  }

  async write<T>(key: string, value: T): Promise<void> {
    const writing = (await this.open()).transaction(store, 'readwrite');
    void writing.store.put(value, key);
    // At once: a page that is left before it hears of its own write would take it back with it.
    writing.commit();
    await writing.done;
  }

  async remove(key: string): Promise<void> {
    await (await this.open()).delete(store, key);
  }

  /** All drafts whose key starts with a prefix. */
  async readAll<T>(prefix: string): Promise<readonly { key: string; value: T }[]> {
    const database = await this.open();
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const [keys, values] = await Promise.all([
      database.getAllKeys(store, range),
      database.getAll(store, range),
    ]);
    return keys.map((key, index) => ({ key: String(key), value: values[index] as T }));
  }

  private open(): Promise<IDBPDatabase> {
    this.database ??= openDB('liangxing', 1, {
      upgrade: (database) => {
        database.createObjectStore(store);
      },
    }).catch((error: unknown) => {
      // A refusal may pass (storage freed, permission given): the next use tries anew.
      this.database = null;
      throw error;
    });
    return this.database;
  }
}
