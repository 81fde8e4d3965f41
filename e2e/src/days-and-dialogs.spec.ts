import { expect, test } from '@playwright/test';
import { registerWithEnterprise } from './person';
import { seriousFindings } from './serious-findings';

// A browser that writes days as mm/dd/yyyy and lives in another time zone.
test.use({ locale: 'en-US', timezoneId: 'America/New_York' });

test('a day is shown, typed and chosen in the language of the product', async ({ page }) => {
  await registerWithEnterprise(page, '苏州日期测试有限公司');
  const home = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
  await page.goto(`${home}/records`);
  await page.getByTestId('record-add').click();
  const form = page.getByTestId('record-form');
  const day = form.locator('input.lx-date').first();

  await test.step('in every usual way of writing it', async () => {
    for (const text of [
      '2026/10/31',
      '2026.10.31',
      '20261031',
      '２０２６－１０－３１',
      '2026年10月31日',
    ]) {
      await day.fill(text);
      await expect(day).toHaveValue('2026-10-31');
    }
    await day.fill('2026/9/3');
    await day.press('Tab');
    await expect(day).toHaveValue('2026-09-03');
  });

  await test.step('what is no day says so and is not sent', async () => {
    await day.fill('31.10.2026');
    await page.getByTestId('record-save').click();
    await expect(page.getByTestId('date-problem')).toContainText('不是有效日期');
    await expect(form).toBeVisible();
    await expect(day).toHaveValue('31.10.2026');
    await day.fill('2026-09-03');
    await expect(page.getByTestId('date-problem')).toHaveCount(0);
  });

  await test.step('by the keys of the calendar, whose week begins on Monday', async () => {
    await day.press('Alt+ArrowDown');
    await expect(page.getByTestId('calendar-month')).toHaveText('2026年9月');
    await expect(
      page.getByRole('columnheader').filter({ hasText: /^[一二三四五六日]$/u }),
    ).toHaveText([...'一二三四五六日']);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    await expect(page.getByTestId('day-2026-10-04')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(day).toHaveValue('2026-10-04');
    await expect(day).toBeFocused();
  });

  await test.step('Esc closes the calendar, and only then the dialog', async () => {
    await day.press('Alt+ArrowDown');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('calendar')).toHaveCount(0);
    await expect(form).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
    await expect(page.getByTestId('record-add')).toBeFocused();
  });
});
