import { expect, test } from '@playwright/test';
import { pdfText } from './pdf-text';
import { api, registerWithEnterprise } from './person';

const count = 150;

test('a page is printed whole: every loaded row, the heads on each sheet, no navigation', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '南通印刷机械有限公司');
  const tenant = `/api/organizations/${id}`;
  for (let each = 1; each <= count; each++)
    await api(page, 'POST', `${tenant}/standards`, {
      body: { number: `Q/YS ${1000 + each}-2026`, title: `印刷作业指导书之${each}` },
    });
  await page.goto(`/o/${id}/standards`);
  await expect(page.getByTestId('standard-row').first()).toContainText('印刷作业指导书');
  const text = await pdfText(await page.pdf({ preferCSSPageSize: true }));
  for (const each of [1, count / 2, count]) expect(text).toContain(`Q/YS${1000 + each}-2026`);
  expect(text.match(/标准名称/g)?.length ?? 0).toBeGreaterThan(2);
  expect(text).not.toContain('申请材料');
  await expect(page.getByTestId('standard-row').first()).toBeVisible();
});
