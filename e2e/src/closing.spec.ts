import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { registerWithEnterprise } from './person';
import { isWhole } from './whole-page';

test('an owner takes everything out, cannot leave alone, closes and restores', async ({ page }) => {
  test.slow();
  const name = `苏州良方 ${randomUUID().slice(0, 6)}`;
  await registerWithEnterprise(page, name, `ye-${randomUUID()}@example.cn`);
  await page.goto('/');
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('settings-state')).toHaveText('已开通');
  await isWhole(page, 'settings');

  await test.step('everything is made in the background and fetched as one file', async () => {
    await page.getByTestId('export-order').dblclick();
    await expect(page.getByTestId('export')).toHaveCount(1);
    // Whoever comes back finds it.
    await page.getByTestId('nav-members').click();
    await page.getByTestId('nav-settings').click();
    const link = page.getByTestId('export-download');
    await expect(link).toBeVisible({ timeout: 90_000 });
    await isWhole(page, 'export');
    const downloading = page.waitForEvent('download');
    await link.click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^苏州良方.*全部数据.*\.zip$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    // Names stand in the directory at its end.
    for (const part of ['README.txt', '数据JSON/standards.json', '表格Excel/标准台账'])
      expect(bytes.includes(Buffer.from(part))).toBe(true);
  });

  await test.step('the last owner is told what to do instead of leaving', async () => {
    await page.getByTestId('leave-organization').click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(`退出“${name}”`);
    await isWhole(page, 'leaving');
    await page.getByTestId('leave-organization-sure').click();
    await expect(dialog).toContainText('您是最后一位所有者，不能退出');
    await expect(dialog).toContainText('注销');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('it is closed under its name alone, and every page says until when', async () => {
    await page.getByTestId('close-organization').click();
    await page.getByTestId('close-name').fill('别的单位');
    await page.getByTestId('close-sure').click();
    await expect(page.getByRole('dialog')).toContainText('与单位名称不一致');
    await isWhole(page, 'closing');
    await page.getByTestId('close-name').fill(name);
    await page.getByTestId('close-sure').click();
    await expect(page.getByTestId('restorable-until')).toBeVisible();
    await isWhole(page, 'closed');
    await page.getByTestId('nav-members').click();
    await expect(page.getByTestId('closing')).toContainText('前可以恢复');
    await expect(page.getByTestId('invite')).toHaveCount(0);
  });

  await test.step('it is restored, and works as before', async () => {
    await page.getByTestId('nav-settings').click();
    await page.getByTestId('restore-organization').click();
    await expect(page.getByTestId('settings-state')).toHaveText('已开通');
    await expect(page.getByTestId('closing')).toHaveCount(0);
    await page.getByTestId('nav-members').click();
    await expect(page.getByTestId('invite')).toBeVisible();
  });

  await test.step('the account lists it, with the same way out', async () => {
    await page.getByTestId('account').click();
    await expect(page.getByTestId('own-organizations')).toContainText(name);
    await isWhole(page, 'account');
    await page.getByTestId('leave-organization').click();
    await expect(page.getByRole('dialog')).toContainText(`退出“${name}”`);
  });
});
