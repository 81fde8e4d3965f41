import { expect, test } from '@playwright/test';
import { api, registerWithEnterprise, saved } from './person';

interface Opened {
  readonly id: string;
  readonly version: number;
}

test('an item of a closed evaluation is read and not written, its files too', async ({ page }) => {
  const organizationId = await registerWithEnterprise(page, '已经结束有限公司');
  const tenant = `/api/organizations/${organizationId}`;
  await page.goto(`/o/${organizationId}/assessment`);
  await page.getByTestId('scheme-gsp-2004').check();
  await page.getByTestId('create-assessment').click();
  await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', '1.1');
  await page.getByTestId('finding').fill('结束前写下的记录');
  await page.getByTestId('state-full').click();
  await saved(page);
  await page.getByTestId('evidence-file').setInputFiles({
    name: '方针.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n方针\n%%EOF\n'),
  });
  await expect(page.getByTestId('evidence-item')).toBeVisible();
  const total = await page.getByTestId('total').textContent();

  const [evaluation] = await api<Opened[]>(page, 'GET', `${tenant}/assessments`);
  await api(page, 'POST', `${tenant}/assessments/${evaluation?.id}/moves`, {
    body: { move: 'close' },
    version: evaluation?.version ?? 0,
  });
  await page.reload();

  await expect(page.getByTestId('assessment-fixed')).toBeVisible();
  await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', '1.1');
  await expect(page.getByTestId('finding')).toHaveValue('结束前写下的记录');
  const card = page.getByTestId('item-card');
  for (const field of ['finding', 'state-full', 'state-not_established', 'state-unanswered'])
    await expect(card.getByTestId(field)).toBeDisabled();
  await page.keyboard.press('3');
  await expect(page.getByTestId('total')).toHaveText(total ?? '');

  await expect(page.getByTestId('evidence-item')).toContainText('方针');
  await expect(page.getByTestId('evidence-fixed')).toBeVisible();
  for (const act of ['evidence-file', 'evidence-pick', 'evidence-revise'])
    await expect(page.getByTestId(act)).toHaveCount(0);
  const answers = await api<{ itemId: string; finding: string }[]>(
    page,
    'GET',
    `${tenant}/assessments/${evaluation?.id}/answers`,
  );
  expect(answers.find(({ itemId }) => itemId === '1.1')?.finding).toBe('结束前写下的记录');

  await page.goto(`/o/${organizationId}/evidence`);
  await expect(page.getByTestId('evidence-stays')).toContainText('用于已结束的');
  const reason = await page.getByTestId('evidence-stays').getAttribute('id');
  for (const act of ['evidence-detach', 'evidence-edit', 'evidence-delete']) {
    const button = page.getByTestId(act);
    await button.focus();
    await expect(button).toBeFocused();
    await expect(button).toBeDisabled();
    await expect(button).toHaveAttribute('aria-describedby', reason ?? '');
    await button.press('Enter');
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByTestId('evidence-delete-yes')).toHaveCount(0);
  await expect(page.getByTestId('evidence-use')).toHaveCount(1);
});

test('what is typed in a tab that does not know of the closing is set aside, for copying or giving up', async ({
  page,
}) => {
  const organizationId = await registerWithEnterprise(page, '另处结束有限公司');
  const tenant = `/api/organizations/${organizationId}`;
  await page.goto(`/o/${organizationId}/assessment`);
  await page.getByTestId('scheme-gsp-2004').check();
  await page.getByTestId('create-assessment').click();
  await page.getByTestId('finding').fill('结束前写下的记录');
  await saved(page);
  const [evaluation] = await api<Opened[]>(page, 'GET', `${tenant}/assessments`);
  await api(page, 'POST', `${tenant}/assessments/${evaluation?.id}/moves`, {
    body: { move: 'close' },
    version: evaluation?.version ?? 0,
  });

  await page.getByTestId('finding').fill('结束后才写的');
  const aside = page.getByTestId('set-aside');
  await expect(aside).toContainText('结束后才写的');
  await expect(page.getByTestId('finding')).toHaveValue('结束前写下的记录');
  await expect(page.getByTestId('finding')).toBeDisabled();
  await expect(page.getByTestId('assessment-fixed')).toBeVisible();
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'closed');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByTestId('set-aside-copy').click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('结束后才写的');

  await page.reload();
  await expect(aside).toContainText('结束后才写的');
  await page.getByTestId('set-aside-give-up').click();
  await expect(aside).toHaveCount(0);
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
});
