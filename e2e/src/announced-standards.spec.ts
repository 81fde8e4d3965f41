import { type Page, expect, test } from '@playwright/test';
import { api, registerWithEnterprise } from './person';
import { seriousFindings } from './serious-findings';

const rowOf = (page: Page, number: string) =>
  page.getByTestId('currency-row').filter({ hasText: number });

test('what was announced long ago is to be looked up, and the shipped catalogue knows what replaces old standards', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '无锡标准跟踪有限公司');
  const standards: readonly (readonly [string, string])[] = [
    ['GB/T 4706.34-2024', '商用电强制对流烤炉的特殊要求'],
    ['GB 2894-2008', '安全标志及其使用导则'],
    ['GB 3100-1993', '国际单位制及其应用'],
  ];
  for (const [number, title] of standards)
    await api(page, 'POST', `/api/organizations/${id}/standards`, { body: { number, title } });
  await page.goto(`/o/${id}/standards/currency`);
  await expect(rowOf(page, '4706.34')).toContainText('应已实施，待核');
  await expect(rowOf(page, '2894')).toContainText('被代替');
  await expect(rowOf(page, '2894')).toContainText('安全色和安全标志');
  await expect(rowOf(page, '3100')).toContainText('GB/T 3100');
  expect.soft(await seriousFindings(page), 'report').toEqual([]);

  await rowOf(page, '4706.34').getByTestId('verify').click();
  await page.getByTestId('verify-source').fill('全国标准信息公共服务平台');
  await page.getByTestId('verify-send').click();
  await expect(rowOf(page, '4706.34')).not.toContainText('应已实施');

  await page.getByTestId('view-search').click();
  await page.getByTestId('catalogue-search').fill('GB/T 4706.34');
  await expect(page.getByTestId('catalogue-found')).toContainText('应已实施，待核');
});
