import { expect, test } from '@playwright/test';
import { api, registerWithEnterprise, saved } from './person';

interface AnswerView {
  readonly itemId: string;
  readonly finding: string;
}

test('what is typed without a connection is kept and saved when it is back', async ({
  page,
  context,
}) => {
  const organizationId = await registerWithEnterprise(page, '断网试验有限公司');
  const tenant = `/api/organizations/${organizationId}`;
  await page.goto(`/o/${organizationId}/assessment`);
  await page.getByTestId('scheme-gsp-2004').check();
  await page.getByTestId('create-assessment').click();
  await expect(page.getByTestId('item-card')).toBeVisible();

  await context.setOffline(true);
  await page.getByTestId('finding').fill('断网时写下的记录');
  await page.getByTestId('finding').blur();
  await page.getByTestId('state-full').click();
  const state = page.getByRole('main').getByTestId('save-state');
  await expect(state).toHaveAttribute('data-state', 'offline');
  await expect(page.getByTestId('total')).toHaveText('5');

  await context.setOffline(false);
  await saved(page);
  const [assessment] = await api<{ id: string }[]>(page, 'GET', `${tenant}/assessments`);
  const answers = await api<AnswerView[]>(
    page,
    'GET',
    `${tenant}/assessments/${assessment?.id}/answers`,
  );
  expect(answers.find(({ itemId }) => itemId === '1.1')?.finding).toBe('断网时写下的记录');
});

test('two people on one item see both findings and lose neither', async ({ page }) => {
  const organizationId = await registerWithEnterprise(page, '两人同改有限公司');
  await page.goto(`/o/${organizationId}/assessment`);
  await page.getByTestId('scheme-gsp-2004').check();
  await page.getByTestId('create-assessment').click();
  await expect(page.getByTestId('item-card')).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`/o/${organizationId}/assessment`);
  await expect(other.getByTestId('item-card')).toBeVisible();

  await page.getByTestId('finding').fill('第一个人的记录');
  await page.getByTestId('finding').blur();
  await page.getByTestId('state-full').click();
  await saved(page);
  await other.getByTestId('finding').fill('第二个人的记录');
  await other.getByTestId('finding').blur();
  await other.getByTestId('state-not_established').click();

  const conflict = other.getByTestId('conflict');
  await expect(conflict).toContainText('第一个人的记录');
  await expect(conflict).toContainText('第二个人的记录');
  await other.getByTestId('keep-mine').click();
  await saved(other);
  await page.reload();
  await expect(page.getByTestId('finding')).toHaveValue('第二个人的记录');
});

test('what is still being typed is saved without leaving the field', async ({ page }) => {
  const organizationId = await registerWithEnterprise(page, '边写边存有限公司');
  await page.goto(`/o/${organizationId}/assessment`);
  await page.getByTestId('scheme-gsp-2004').check();
  await page.getByTestId('create-assessment').click();
  await page.getByTestId('next').click();
  await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', '1.2');
  const stored = page.waitForResponse(
    (answer) => answer.url().endsWith('/answers/1.2') && answer.ok(),
  );
  await page.getByTestId('finding').fill('还没有写完的记录');
  await stored;
  await saved(page);
  await page.reload();
  await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', '1.2');
  await expect(page.getByTestId('finding')).toHaveValue('还没有写完的记录');
});
