import { expect, test } from '@playwright/test';
import { api, registerWithEnterprise } from './person';
import { seriousFindings } from './serious-findings';

test('standards are followed by pasting their numbers, looked up, marked as read and let go', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '苏州关注传动有限公司');
  await api(page, 'POST', `/api/organizations/${id}/standards`, {
    body: { number: 'GB/T 8170-2008', title: '数值修约规则' },
  });
  await page.goto(`/o/${id}/standards/currency`);
  await page.getByTestId('view-watched').click();
  await page
    .getByTestId('watch-numbers')
    .fill('AQ 1109-2014 煤矿安全标志\nGB/T 8170-2008\n另行通知');
  await page.getByTestId('watch-add').dblclick();
  const rows = page.getByTestId('watched-row');
  await expect(rows).toHaveCount(2);
  // What holds no number stays in the field.
  await expect(page.getByTestId('watch-numbers')).toHaveValue('另行通知');
  await expect(page.getByTestId('watch-unread')).toBeVisible();

  const coal = rows.filter({ hasText: 'AQ 1109-2014' });
  await coal.getByTestId('watched-verify').click();
  await page.getByTestId('verify-replaced').check();
  await page.getByTestId('verify-replaced-by').fill('AQ 1109-2027');
  await page.getByTestId('verify-picture').setInputFiles({
    name: '查询结果.png',
    mimeType: 'image/png',
    buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 80 } }),
  });
  await page.getByTestId('verify-send').click();
  await expect(coal.getByTestId('watched-changed')).toBeVisible();
  await expect(coal).toContainText('AQ 1109-2027');
  await expect(coal.getByTestId('watched-verified').getByRole('link')).toBeVisible();
  expect.soft(await seriousFindings(page), 'followed standards').toEqual([]);
  await coal.getByTestId('mark-read').click();
  await expect(coal.getByTestId('watched-changed')).toHaveCount(0);

  await coal.getByTestId('unwatch').click();
  await expect(rows).toHaveCount(1);
  const removed = page.getByTestId('notice').filter({ hasText: '已取消关注' });
  await removed.getByRole('button', { name: '撤销' }).click();
  await expect(rows).toHaveCount(2);
});
