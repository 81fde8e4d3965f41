import { expect, test } from '@playwright/test';
import { pdfText } from './pdf-text';
import { registerWithEnterprise, saved } from './person';

test('the scoring sheet is printed whole, whichever item is open', async ({ page }) => {
  const id = await registerWithEnterprise(page, '宿迁全表打印有限公司');
  await page.goto(`/o/${id}/assessment`);
  await page.getByTestId('scheme-gsp-2004').check();
  await page.getByTestId('create-assessment').click();
  await expect(page.getByTestId('item-card')).toBeVisible();
  await page.getByTestId('finding').fill('打印出来的评价记录');
  await page.getByTestId('state-full').click();
  await saved(page);
  const text = await pdfText(await page.pdf({ preferCSSPageSize: true }));
  expect(text).toContain('打印出来的评价记录');
  const numbers = new Set(text.match(/\d+\.\d+(\.\d+)?(?=\D)/g));
  expect(numbers.size).toBeGreaterThanOrEqual(121);
  // On the screen it is one item again.
  await expect(page.getByTestId('item-card')).toBeVisible();
  await expect(page.getByTestId('printed-section')).toHaveCount(0);
});
