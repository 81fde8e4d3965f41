import { type BrowserContext, type Page, expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { sql } from './database';
import { evaluatedAlone, openAcceptingBody, signInAsSample } from './evaluating';
import { api } from './person';
import { isWhole } from './whole-page';

test.use({ serviceWorkers: 'allow' });

const PASSPHRASE = '三号车间 东门 2026';

interface Answer {
  readonly itemId: string;
  readonly state: string;
  readonly version: number;
  readonly finding: string;
}

async function takeAlong(page: Page, name: string): Promise<void> {
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
async function reopen(context: BrowserContext, page: Page): Promise<Page> {
  await context.setOffline(true);
  await page.close();
  const next = await context.newPage();
  // Whoever opens the product without a network is led there.
  await next.goto('/');
  await expect(next.getByTestId('taken-case')).toHaveCount(1);
  return next;
}

async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.getByTestId('open-passphrase').fill(passphrase);
  await page.getByTestId('open-taken').click();
}

/** Judges so many items in a row, each with a finding of its own. */
async function judge(page: Page, findings: readonly string[]): Promise<void> {
  for (const [at, finding] of findings.entries()) {
    if (at > 0) await page.getByTestId('next').click();
    // Whichever scheme it is: nothing is established, nothing awarded, or nothing met.
    await page
      .getByTestId(/^score-(not_established|full|not_met)$/)
      .last()
      .click();
    await page.getByTestId('score-finding').fill(finding);
  }
}

test('an assessor scores where there is no network; nothing is lost, doubled or left behind', async ({
  browser,
}) => {
  test.slow();
  const [context, other] = [await browser.newContext(), await browser.newContext()];
  const enterprise = await other.newPage();
  let page = await context.newPage();
  context.setDefaultTimeout(20_000);
  let bodyId = '';
  let id = '';
  const answers = async (from: Page): Promise<readonly Answer[]> =>
    (
      await api<{ answers: readonly Answer[] }>(
        from,
        'GET',
        `/api/organizations/${bodyId}/cases/${id}/sheet`,
      )
    ).answers;

  await test.step('an application is under evaluation', async () => {
    bodyId = await openAcceptingBody(page, `江南评价中心 ${randomUUID().slice(0, 6)}`);
    await signInAsSample(enterprise);
    id = await evaluatedAlone(enterprise, page, bodyId);
  });

  await test.step('it is taken along, and the lead sees on which machine', async () => {
    await page.goto(`/o/${bodyId}/cases/${id}/sheet`);
    await takeAlong(page, '现场笔记本');
    await expect(page.getByTestId('taken-device')).toContainText('现场笔记本');
    expect(await page.evaluate(kept)).not.toMatch(/enterpriseName|scheme|结论/);
  });

  await test.step('without a network it opens by its passphrase alone, and takes judgements', async () => {
    page = await reopen(context, page);
    await isWhole(page, 'taken along');
    await unlock(page, '三号车间 西门 2026');
    await expect(page.getByTestId('not-opened')).toContainText('口令不正确');
    await unlock(page);
    await expect(page.getByTestId('sheet-item')).toBeVisible();
    await expect(page.getByTestId('line')).toHaveAttribute('data-line', 'none');
    await isWhole(page, 'sheet taken along');
    await judge(page, ['甲', '乙', '丙', '丁', '戊']);
    await expect(page.getByTestId('unsent')).toContainText('5');
    const file = page.getByTestId('show-file');
    if ((await file.count()) > 0) {
      await file.first().click();
      await expect(page.getByTestId('item-files').locator('iframe, img')).toBeVisible();
    }
    page = await reopen(context, page);
    await unlock(page);
    await expect(page.getByTestId('score-finding')).toHaveValue('甲');
    await expect(page.getByTestId('unsent')).toContainText('5');
  });

  await test.step('meanwhile one of them is judged elsewhere; with a network the others go once', async () => {
    await judgedElsewhere(id);
    await context.setOffline(false);
    await expect(page.getByTestId('unsent')).toContainText('1', { timeout: 60_000 });
    await expect(page.getByTestId('line')).toHaveAttribute('data-line', 'live');
    const sent = await answers(page);
    expect(sent.map(({ finding }) => finding).sort()).toEqual(
      ['丁', '丙', '乙', '另一台设备', '戊'].sort(),
    );
    expect(sent.every(({ version }) => version === 1)).toBe(true);
    const conflict = page.getByTestId('score-conflict');
    await expect(conflict).toContainText('甲');
    await expect(conflict).toContainText('另一台设备');
    await conflict.locator('button').first().click();
    await expect(page.getByTestId('unsent')).toBeHidden();
    const settled = (await answers(page)).find(({ finding }) => finding === '甲');
    expect(settled?.version).toBe(2);
  });

  await test.step('the lead has it deleted: the machine does so, and says what was not sent', async () => {
    page = await reopen(context, page);
    await unlock(page);
    await page.getByTestId('score-finding').fill('来不及发送');
    await expect(page.getByTestId('unsent')).toContainText('1');
    const elsewhere = await browser.newContext({ storageState: await context.storageState() });
    const lead = await elsewhere.newPage();
    await lead.goto(`/o/${bodyId}/cases/${id}/sheet`);
    await expect(lead.getByTestId('take-along')).toBeVisible();
    await lead.getByTestId('wipe-device').click();
    await lead.getByTestId('confirm-sure').click();
    await expect(lead.getByTestId('taken-device')).toContainText('已要求清除');
    await elsewhere.close();
    await context.setOffline(false);
    await expect(page.getByTestId('wiped')).toContainText('1 项评分尚未发送', { timeout: 60_000 });
    await page.getByTestId('wiped-seen').click();
    await expect(page.getByTestId('nothing-taken')).toBeVisible();
    expect(await page.evaluate(kept)).toBe('{"cases":[],"sealed":[]}');
    await page.goto(`/o/${bodyId}/cases/${id}/sheet`);
    await expect(page.getByTestId('taken-device')).toContainText('已清除');
  });
});

/** The first item of the sheet, on another machine. */
async function judgedElsewhere(caseId: string): Promise<void> {
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
async function kept(): Promise<string> {
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
