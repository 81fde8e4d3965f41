import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from './database';
import { evaluatedAlone, openAcceptingBody, signInAsSample } from './evaluating';
import { api } from './person';
import { judgedElsewhere, kept, reopen, takeAlong, unlock } from './taken-case';
import { isWhole } from './whole-page';

test.use({ serviceWorkers: 'allow' });

const PHOTO = {
  ...{ name: '现场.png', mimeType: 'image/png' },
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

interface Answer {
  readonly itemId: string;
  readonly state: string;
  readonly version: number;
  readonly finding: string;
}

interface Finding {
  readonly number: number;
  readonly severity: string;
  readonly deviceId: string | null;
  readonly files: readonly object[];
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

/** As in one hand, on site. */
const asPhone = (page: Page) => page.setViewportSize({ width: 390, height: 844 });

async function writeFinding(page: Page, text: string): Promise<void> {
  await page.getByTestId('offline-finding-add').click();
  await page.getByTestId('severity-major').check();
  await page.getByTestId('finding-text').fill(text);
}

async function saveWithPhoto(page: Page): Promise<void> {
  await page.getByTestId('finding-save').click();
  await expect(page.getByTestId('kept-state')).toHaveText('待发送');
  await page.getByTestId('take-photo').setInputFiles(PHOTO);
  await expect(page.getByTestId('kept-photo')).toBeVisible();
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

  await test.step('a finding with a photo is written in one hand, outlives the browser, and goes once', async () => {
    page = await reopen(context, page);
    await unlock(page);
    await asPhone(page);
    await writeFinding(page, '抽查 3 份检验记录，1 份无签名');
    await isWhole(page, 'finding without a network', [390]);
    page = await reopen(context, page);
    await unlock(page);
    await asPhone(page);
    await expect(page.getByTestId('kept-finding')).toHaveAttribute('data-state', 'unwritten');
    await page.getByTestId('kept-edit').click();
    await expect(page.getByTestId('finding-text')).toHaveValue('抽查 3 份检验记录，1 份无签名');
    await saveWithPhoto(page);
    await isWhole(page, 'finding that waits', [390]);
    expect(await page.evaluate(kept)).not.toMatch(/无签名|IHDR/);
    await context.setOffline(false);
    const card = page.getByTestId('kept-finding');
    await expect(card).toHaveAttribute('data-state', 'sent', { timeout: 60_000 });
    await expect(card).toContainText('不符合项 1');
    await expect(page.getByTestId('unsent')).toBeHidden();
    const at = `/api/organizations/${bodyId}/cases/${id}/findings`;
    const findings = await api<readonly Finding[]>(page, 'GET', at);
    expect(findings).toMatchObject([{ number: 1, severity: 'major', files: [{}] }]);
    expect(findings[0]?.deviceId).not.toBeNull();
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
    await expect(lead.getByTestId('received-from')).toContainText('不符合项 1（照片 1 张）');
    await lead.getByTestId('wipe-device').click();
    await lead.getByTestId('confirm-sure').click();
    await expect(lead.getByTestId('taken-device')).toContainText('已要求清除');
    await elsewhere.close();
    await context.setOffline(false);
    await expect(page.getByTestId('wiped')).toContainText('1 项评分或不符合项（含照片）尚未发送', {
      timeout: 60_000,
    });
    await page.getByTestId('wiped-seen').click();
    await expect(page.getByTestId('nothing-taken')).toBeVisible();
    expect(await page.evaluate(kept)).toBe('{"cases":[],"sealed":[]}');
    await page.goto(`/o/${bodyId}/cases/${id}/sheet`);
    await expect(page.getByTestId('taken-device')).toContainText('已清除');
  });

  await test.step('what comes too late is not taken, and stays to be read and exported', async () => {
    await takeAlong(page, '平板');
    page = await reopen(context, page);
    await unlock(page);
    await writeFinding(page, '消防通道堆放物料');
    await saveWithPhoto(page);
    await sql(`UPDATE cases SET state = 'rectifying' WHERE id = $1`, [id]);
    await context.setOffline(false);
    await expect(page.getByTestId('wiped')).toContainText('仍加密保存', { timeout: 60_000 });
    await page.getByTestId('wiped-seen').click();
    await expect(page.getByTestId('left-behind')).toContainText('消防通道堆放物料');
    await expect(page.getByTestId('kept-photo')).toBeVisible();
    await isWhole(page, 'left behind', [1280, 768, 390]);
    const download = page.waitForEvent('download');
    await page.getByTestId('export-all').click();
    const exported = await readFile(await (await download).path(), 'utf8');
    expect(exported).toMatch(/消防通道堆放物料[^]*data:image\/png;base64/);
    page = await reopen(context, page);
    await unlock(page);
    await expect(page.getByTestId('left-behind')).toContainText('消防通道堆放物料');
    await context.setOffline(false);
    await page.getByTestId('left-delete').click();
    await page.getByTestId('left-delete-sure').click();
    await expect(page.getByTestId('nothing-taken')).toBeVisible();
    expect(await page.evaluate(kept)).toBe('{"cases":[],"sealed":[]}');
  });
});
