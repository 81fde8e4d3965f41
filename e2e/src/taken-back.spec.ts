import { expect, test } from '@playwright/test';
import { api, registerWithEnterprise } from './person';

test('what was checked by mistake is taken back from the notice and from its row', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '扬州撤销核对有限公司');
  await api(page, 'POST', `/api/organizations/${id}/standards`, {
    body: { number: 'GB/T 990101-2016', title: '核对错的标准' },
  });
  await page.goto(`/o/${id}/standards/currency`);
  const row = page.getByTestId('currency-row');
  const check = async (): Promise<void> => {
    await row.getByTestId('verify').click();
    await page.getByTestId('verify-source').fill('全国标准信息公共服务平台');
    await page.getByTestId('verify-send').click();
    await expect(row.getByTestId('verified')).toContainText('现行');
  };
  await check();
  await page.getByTestId('notice-action').click();
  await expect(row.getByTestId('verified')).toHaveCount(0);
  await expect(row).toContainText('待查');
  await check();
  await row.getByTestId('undo-verified').click();
  await expect(row.getByTestId('verified')).toHaveCount(0);
  await expect(row).toContainText('待查');
});

test('a standard that the system should list is taken into the register in one click', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '泰州应收录有限公司');
  const tenant = `/api/organizations/${id}`;
  await api(page, 'POST', `${tenant}/systems`, {
    body: { templateId: 'gb-t-15496-2017', name: '体系' },
  });
  await page.goto(`/o/${id}/system`);
  await page.getByTestId('panel-steps').click();
  const takes = page.getByTestId('take-up');
  await expect(takes.first()).toBeVisible();
  const count = await takes.count();
  await takes.first().dblclick();
  await expect(takes).toHaveCount(count - 1);
  const { total } = await api<{ total: number }>(page, 'GET', `${tenant}/standards`);
  expect(total).toBe(1);
});

test('a standard of the register has its proofs, and the library leads to them', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '镇江标准证实有限公司');
  const standard = await api<{ id: string }>(page, 'POST', `/api/organizations/${id}/standards`, {
    body: { number: 'GB/T 990102-2016', title: '有证实材料的标准' },
  });
  await page.goto(`/o/${id}/standards?standard=${standard.id}`);
  const detail = page.getByTestId('standard-detail');
  await detail.getByTestId('evidence-file').setInputFiles({
    name: '文本.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n文本\n%%EOF\n'),
  });
  await expect(detail.getByTestId('evidence-item')).toContainText('文本');
  await detail.getByTestId('evidence-unlink').click();
  await expect(detail.getByTestId('evidence-item')).toHaveCount(0);
  await detail.getByTestId('evidence-pick').click();
  await page.getByTestId('evidence-picker-file').filter({ hasText: '文本' }).click();
  await expect(detail.getByTestId('evidence-item')).toContainText('文本');
  await page.goto(`/o/${id}/evidence`);
  await page.getByTestId('evidence-use').getByRole('link').click();
  await expect(detail.getByTestId('evidence-item')).toContainText('文本');
});
