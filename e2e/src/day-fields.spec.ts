import { type Page, expect, test } from '@playwright/test';
import { api, registerWithEnterprise, saved } from './person';

const cell = (page: Page, row: number, key: string) =>
  page.getByTestId('standard-row').nth(row).locator(`.cell.${key}`);

test('a day of the register is chosen in the calendar of its cell, which scrolling closes', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '苏州单元格日历有限公司');
  const tenant = `/api/organizations/${id}/standards`;
  for (let number = 1; number <= 40; number += 1)
    await api(page, 'POST', tenant, {
      body: { number: `Q/RL ${number}-2026`, title: `规程${number}`, inForceOn: '2026-03-01' },
    });
  await page.goto(`/o/${id}/standards`);
  const day = page.locator('input.editor');
  await cell(page, 0, 'inForceOn').dblclick();

  await test.step('which stays open while the focus is in it, and gives its day to the cell', async () => {
    await day.press('Alt+ArrowDown');
    await expect(page.getByTestId('calendar-month')).toHaveText('2026年3月');
    await expect(page.getByTestId('day-2026-03-01')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('calendar')).toHaveCount(0);
    await expect(cell(page, 0, 'inForceOn')).toHaveText('2026-03-02');
    await saved(page);
  });

  await test.step('and is closed when the rows move beneath it', async () => {
    await cell(page, 1, 'inForceOn').dblclick();
    await day.press('Alt+ArrowDown');
    await expect(page.getByTestId('calendar')).toBeVisible();
    await page.locator('cdk-virtual-scroll-viewport').evaluate((rows) => rows.scrollBy(0, 40));
    await expect(page.getByTestId('calendar')).toHaveCount(0);
  });

  await page.reload();
  await expect(cell(page, 0, 'inForceOn')).toHaveText('2026-03-02');
  await expect(cell(page, 1, 'inForceOn')).toHaveText('2026-03-01');
});

test('a corrective action is not said to be saved while its day cannot be read', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '苏州整改日期有限公司');
  await page.goto(`/o/${id}/actions`);
  await page.getByTestId('action-add').click();
  const due = page.getByTestId('action-due');
  const state = page.getByTestId('save-state');
  await saved(page);
  for (const [text, said] of [
    ['31.10.2026', '不是有效日期'],
    ['0206-10-31', '不能早于 1900-01-01'],
    ['9999-12-31', '不能晚于 2199-12-31'],
  ] as const) {
    await due.fill(text);
    await due.blur();
    await expect(page.getByTestId('date-problem')).toContainText(said);
    await expect(state).toHaveAttribute('data-state', 'refused');
  }
  await due.fill('2026-10-31');
  await expect(page.getByTestId('date-problem')).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(due).toHaveValue('2026-10-31');
});

test('what is wrong with an invited address is said at its field', async ({ page }) => {
  const id = await registerWithEnterprise(page, '苏州邀请有限公司');
  await page.goto(`/o/${id}/members`);
  const email = page.getByTestId('invite-email');
  await email.fill('张三');
  await page.getByTestId('invite').click();
  const problem = page.getByTestId('field-problem');
  await expect(problem).toContainText('邮箱格式不正确');
  await expect(email).toBeFocused();
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveAttribute('aria-describedby', (await problem.getAttribute('id')) ?? '');
  await expect(page.getByTestId('problem')).toHaveCount(0);
  await email.fill('someone@example.cn');
  await expect(problem).toHaveCount(0);
  await expect(email).not.toHaveAttribute('aria-invalid', 'true');
});
