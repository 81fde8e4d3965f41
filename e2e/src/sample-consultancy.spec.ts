import { expect, test } from '@playwright/test';

test('the sample consultant sees six clients in their stages, and opens one', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByTestId('email').fill('miao@example.cn');
  await page.getByTestId('password').fill('liangxing-sample-6');
  await page.getByTestId('sign-in').click();
  const rows = page.getByTestId('portfolio-client');
  await expect(rows).toHaveCount(6);
  const rowOf = (name: string) => rows.filter({ has: page.locator('a', { hasText: name }) });
  const stages = { 家具: '企业信息', 电子元件: '标准体系', 食品: '自我评价', 传动: '自我评价' };
  for (const [name, stage] of Object.entries(stages))
    await expect(rowOf(name).getByTestId('client-stage')).toHaveText(stage);
  await expect(rowOf('食品')).toContainText('未授权');
  await expect(rowOf('主轴').getByTestId('client-overdue')).toHaveText(/^[1-9]/);

  await rowOf('主轴').getByTestId('portfolio-open').click();
  await expect(page.getByTestId('client-name')).toHaveText('某某精密主轴有限公司（示例）');
  await page.getByTestId('client-enter').click();
  await expect(page).toHaveTitle(/某某精密主轴有限公司（示例）/);
  await expect(page.getByTestId('acting-bar')).toContainText('某某标准化咨询有限公司（示例）');
});
