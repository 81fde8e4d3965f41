import { expect, test } from '@playwright/test';
import { registerWithEnterprise, saved } from './person';

test('an approved not-applicable item keeps its approval, and no other item shows it', async ({
  page,
}) => {
  const organizationId = await registerWithEnterprise(page, '不适用确认有限公司');
  await page.goto(`/o/${organizationId}/assessment`);
  await page.getByTestId('scheme-gsp-2004').check();
  await page.getByTestId('create-assessment').click();
  const card = page.getByTestId('item-card');
  await expect(card).toHaveAttribute('data-item', '1.1');

  await page.getByTestId('state-not_applicable').click();
  await page.getByTestId('reason').fill('本企业没有这一过程');
  await page.getByTestId('approval-by').fill('评价组组长');
  await page.getByTestId('next').click();
  await expect(card).toHaveAttribute('data-item', '1.2');
  await page.getByTestId('state-not_applicable').click();
  await expect(page.getByTestId('approval-by')).toHaveValue('');
  await page.getByTestId('state-unanswered').click();

  await page.goto(`/o/${organizationId}/assessment?item=1.1`);
  await expect(page.getByTestId('approval-by')).toHaveValue('评价组组长');
  await page.getByTestId('approval-on').fill('2026-03-01');
  await page.getByTestId('approval-document').fill('确认书 2026-1 号');
  await page.getByTestId('next').click();
  await expect(card).toHaveAttribute('data-item', '1.2');
  await page.getByTestId('previous').click();
  await expect(card).toHaveAttribute('data-item', '1.1');
  await expect(page.getByTestId('approval-document')).toHaveValue('确认书 2026-1 号');
  await saved(page);

  await page.reload();
  await expect(page.getByTestId('reason')).toHaveValue('本企业没有这一过程');
  await expect(page.getByTestId('approval-by')).toHaveValue('评价组组长');
  await expect(page.getByTestId('approval-on')).toHaveValue('2026-03-01');
  await expect(page.getByTestId('approval-document')).toHaveValue('确认书 2026-1 号');
  await expect(page.getByTestId('item-points')).toHaveText('5 / 5');
});
