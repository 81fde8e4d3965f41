import { expect, test } from '@playwright/test';
import { registerWithEnterprise, saved } from './person';

test('readiness says what is missing, may be judged otherwise with a reason, and becomes actions', async ({
  page,
}) => {
  const organizationId = await registerWithEnterprise(page, '准备情况有限公司');
  await page.goto(`/o/${organizationId}/assessment`);
  await page.getByTestId('scheme-gb-t-19273-2017').check();
  await page.getByTestId('create-assessment').click();
  const card = page.getByTestId('item-card');
  const state = page.getByTestId('readiness-state');
  await expect(state).toHaveText('待确认');
  await expect(page.getByTestId('checks')).toContainText('没有证实材料');

  await page.getByTestId('state-met').click();
  await page.getByTestId('override-reason').fill('由集团公司统一管理，已查集团文件');
  await saved(page);
  await page.reload();
  await expect(state).toHaveText('符合');
  await expect(page.getByTestId('verdict')).toContainText('检查得出：待确认');
  await page.getByTestId('state-unanswered').click();
  await expect(state).toHaveText('待确认');
  await saved(page);

  await page.goto(`/o/${organizationId}/overview`);
  await page.getByTestId('next-item').click();
  await expect(card).toBeVisible();
  const next = await card.getAttribute('data-item');

  await page.goto(`/o/${organizationId}/gaps`);
  const rows = page.getByTestId('unmet');
  await expect(rows.first()).toHaveAttribute('data-item', String(next));
  const tick = rows.first().getByRole('checkbox');
  if (!(await tick.isChecked())) await tick.check();
  // What it takes is an estimate until the enterprise says otherwise; that stays, and goes with the action.
  await rows.first().getByTestId('unmet-effort').fill('12.5');
  await rows.first().getByTestId('unmet-months').fill('4');
  await saved(page);
  await expect(tick).toBeChecked();
  await page.reload();
  await expect(rows.first().getByTestId('unmet-effort')).toHaveValue('12.5');
  await expect(rows.first().getByTestId('unmet-months')).toHaveValue('4');
  if (!(await tick.isChecked())) await tick.check();
  await page.getByTestId('readiness-to-actions').click();
  await expect(page.getByText(/已转为 \d+ 条整改措施/)).toBeVisible();
  await page.goto(`/o/${organizationId}/actions`);
  await expect(page.getByText(String(next), { exact: false }).first()).toBeVisible();
});
