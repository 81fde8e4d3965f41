import { type Page, expect } from '@playwright/test';

/** Until what was typed in a form, and holds this text, lies on the machine. */
export async function isKept(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(keptForms)).toContain(text);
}

async function keptForms(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('liangxing');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('not opened'));
  });
  const kept = await new Promise<unknown[]>((resolve, reject) => {
    const range = IDBKeyRange.bound('form:', 'form:\uffff');
    const asked = database.transaction('drafts').objectStore('drafts').getAll(range);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('not read'));
  });
  database.close();
  return JSON.stringify(kept);
}
