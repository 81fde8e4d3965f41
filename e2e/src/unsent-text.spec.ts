import { expect, test } from '@playwright/test';
import { api, registerWithEnterprise, saved } from './person';

interface Action {
  readonly id: string;
  readonly cause: string;
}

test('text that was not sent says so, outlives a reload, and goes by itself', async ({ page }) => {
  const organizationId = await registerWithEnterprise(page, '断续保存有限公司');
  const tenant = `/api/organizations/${organizationId}`;
  await api(page, 'POST', `${tenant}/corrective-actions`, { body: { finding: '记录不全' } });
  await page.goto(`/o/${organizationId}/actions`);
  await page.getByTestId('action-details').first().click();
  const cause = page.getByTestId('action-cause');
  await cause.fill('没有人负责归档');
  const state = page.getByRole('main').getByTestId('save-state');
  await page.route('**/corrective-actions/*', (route) => route.abort());
  await cause.blur();
  await expect(state).toHaveAttribute('data-state', 'offline');
  await page.unroute('**/corrective-actions/*');
  await page.reload();
  await saved(page);
  const [action] = await api<Action[]>(page, 'GET', `${tenant}/corrective-actions`);
  expect(action?.cause).toBe('没有人负责归档');

  await page.getByTestId('action-details').first().click();
  await cause.fill('没有人负责归档，也没有人检查');
  // Left by the keyboard: the field is still being written.
  await page.goBack();
  await expect
    .poll(async () => (await api<Action[]>(page, 'GET', `${tenant}/corrective-actions`))[0]?.cause)
    .toBe('没有人负责归档，也没有人检查');
});
