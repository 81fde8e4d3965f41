import { expect, test } from '@playwright/test';
import { api, registerWithEnterprise } from './person';

test('one fact deducted in two items is told at both, and one click leads to the other', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '扬州事实阀门有限公司');
  const tenant = `/api/organizations/${id}`;
  const { id: assessmentId } = await api<{ id: string }>(page, 'POST', `${tenant}/assessments`, {
    body: { title: '2026 年自评', schemeId: 'gsp-2004', targetGrade: 'AAA' },
  });
  for (const [item, rules] of [
    ['2.1.3', { '2.1.3-b': 1 }],
    ['2.8.1', { '2.8.1-a': 1 }],
  ] as const)
    await api(page, 'PUT', `${tenant}/assessments/${assessmentId}/answers/${item}`, {
      body: { state: 'assessed', rules },
      version: 0,
    });
  await page.goto(`/o/${id}/assessment?item=2.1.3`);
  const note = page.getByTestId('same-fact');
  await expect(note).toContainText('应在 2.8.1 扣');
  await note.getByRole('link').click();
  await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', '2.8.1');
  await expect(note).toContainText('留在本项，2.1.3 不扣');
  await page.getByTestId('state-full').click();
  await expect(note).toHaveCount(0);
});

test('a published item to which we added deductions says so', async ({ page }) => {
  const id = await registerWithEnterprise(page, '扬州来源阀门有限公司');
  await api(page, 'POST', `/api/organizations/${id}/assessments`, {
    body: { title: '2026 年自评', schemeId: 'gsp-2004', targetGrade: 'AAA' },
  });
  await page.goto(`/o/${id}/assessment?item=1.4`);
  await expect(page.getByTestId('item-card')).toContainText('公开规则，部分扣分标准自拟');
});
