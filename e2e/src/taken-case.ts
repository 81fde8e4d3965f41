import { type BrowserContext, expect, type Page } from '@playwright/test';
import { sql } from './database';
import { isWhole } from './whole-page';

const PASSPHRASE = '三号车间 东门 2026';

export async function takeAlong(page: Page, name: string): Promise<void> {
  await page.getByTestId('take-along').click();
  await page.getByTestId('device-name').fill(name);
  await page.getByTestId('passphrase').fill(PASSPHRASE);
  await page.getByTestId('passphrase-again').fill(`${PASSPHRASE}，`);
  await page.getByTestId('take-sure').click();
  await expect(page.getByTestId('take-lacks')).toBeVisible();
  await isWhole(page, 'take along');
  await page.getByTestId('passphrase-again').fill(PASSPHRASE);
  if ((await page.getByTestId('take-all-files').count()) > 0)
    await page.getByTestId('take-all-files').check();
  await page.getByTestId('take-sure').click();
  await expect(page.getByTestId('open-offline')).toBeVisible({ timeout: 60_000 });
}

/** The page is killed, and opened anew without a network. */
export async function reopen(context: BrowserContext, page: Page): Promise<Page> {
  await context.setOffline(true);
  await page.close();
  const next = await context.newPage();
  // Whoever opens the product without a network is led there.
  await next.goto('/');
  await expect(next.getByTestId('taken-case')).toHaveCount(1);
  return next;
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByTestId('open-passphrase').fill(passphrase);
  await page.getByTestId('open-taken').click();
}

/** The first item of the sheet, on another machine. */
export async function judgedElsewhere(caseId: string): Promise<void> {
  await sql(
    `INSERT INTO case_sheets (organization_id, case_id, user_id, user_name)
     SELECT organization_id, case_id, user_id, name FROM case_team WHERE case_id = $1
     ON CONFLICT DO NOTHING`,
    [caseId],
  );
  await sql(
    `INSERT INTO case_answers (organization_id, case_id, user_id, item_id, version, state, rules, finding, reason)
     SELECT t.organization_id, t.case_id, t.user_id, item ->> 'id', 1,
       CASE WHEN item ->> 'mode' = 'readiness' THEN 'met' ELSE 'assessed' END, '{}', '另一台设备', ''
     FROM case_team t JOIN case_materials m ON m.case_id = t.case_id,
       jsonb_path_query(m.material::jsonb, '$.scheme.document.sections[*].groups[*].items[*]')
         WITH ORDINALITY AS each (item, place)
     WHERE t.case_id = $1 AND place = 1`,
    [caseId],
  );
}

/** Everything that was taken along, as it lies on the machine. */
export async function kept(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('liangxing-sealed');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('not opened'));
  });
  const all = (name: string) =>
    new Promise<unknown[]>((resolve, reject) => {
      const asked = database.transaction(name).objectStore(name).getAll();
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('not read'));
    });
  const text = (_: string, value: unknown): unknown => {
    const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
    return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : bytes;
  };
  const found = { cases: await all('cases'), sealed: await all('sealed') };
  database.close();
  return JSON.stringify(found, text);
}
