import { expect, test } from '@playwright/test';
import { registerWithEnterprise } from './person';
import { seriousFindings } from './serious-findings';

test('a token made on the page of the account lets a program in, until it is revoked', async ({
  page,
  playwright,
  baseURL,
}) => {
  const organizationId = await registerWithEnterprise(page, '苏州接口传动有限公司');
  const register = `/api/organizations/${organizationId}/standards`;

  await page.goto('/account');
  await page.getByTestId('token-name').fill('生产系统同步');
  await page.getByTestId('make-token').click();
  await expect(page.getByTestId('token-missing')).toBeVisible();
  await page.getByTestId('read-everything').click();
  await page.getByTestId('token-area-register').selectOption('write');
  await page.getByTestId('token-organization').selectOption(organizationId);
  await page.getByTestId('token-days').fill('30');
  await page.getByTestId('token-password').fill('liang-xing-2026-e2e');
  await page.getByTestId('make-token').click();
  const token = await page.getByTestId('token').inputValue();
  expect(token).toMatch(/^lxp_[0-9A-Za-z]{49}$/);
  const row = page.getByTestId('tokens').locator('tbody tr');
  await expect(row).toContainText('生产系统同步');
  await expect(row).toContainText('读写：标准明细');
  await expect(row).toContainText('尚未使用');
  expect(await seriousFindings(page)).toEqual([]);

  const program = await playwright.request.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const data = { number: 'Q/LX 101-2026', title: '采购管理规范' };
  expect((await program.post(register, { data })).status()).toBe(201);
  expect((await program.get(register.replace('standards', 'members'))).status()).toBe(403);

  await page.reload();
  await expect(page.getByTestId('token')).toBeHidden();
  await expect(row).not.toContainText('尚未使用');
  await page.getByTestId('revoke-token').click();
  await expect(page.getByTestId('tokens')).toBeHidden();
  expect((await program.get(register)).status()).toBe(401);
  await program.dispose();

  await page.goto(`/o/${organizationId}/members/trail`);
  const line = page.getByTestId('trail-line').filter({ hasText: '登记标准' });
  await expect(line.getByTestId('trail-token')).toContainText('生产系统同步');
});
