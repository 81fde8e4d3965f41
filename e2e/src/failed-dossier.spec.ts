import { expect, test } from '@playwright/test';
import { registerWithEnterprise } from './person';

test('a dossier that could not be built says so and is tried again', async ({ page }) => {
  const organizationId = await registerWithEnterprise(page, '失败重试有限公司');
  await page.goto(`/o/${organizationId}/assessment`);
  await page.getByTestId('scheme-gsp-2004').check();
  await page.getByTestId('create-assessment').click();
  await expect(page.getByTestId('item-card')).toBeVisible();
  await expect(page).toHaveURL(/[?&]assessment=[0-9a-f-]{36}/);
  const assessmentId = new URL(page.url()).searchParams.get('assessment');

  const id = '6f1c1f0e-6a1c-4b7e-9d55-0c9f5b7f9a01';
  const failed = {
    id,
    number: 1,
    assessmentId,
    state: 'failed',
    progress: 40,
    step: 'rendering',
    grade: null,
    basic: null,
    bonus: null,
    total: null,
    routeId: null,
    isProvisional: null,
    pages: null,
    size: null,
    sha256: null,
    snapshotSha256: null,
    code: 'AAAA-BBBB-CCCC-DDDD',
    verifyUrl: '',
    error: '申请材料生成失败，请再试一次；如仍失败，请把材料编号告诉管理员。',
    createdAt: '2026-11-28T08:00:00.000Z',
    createdBy: { id, name: '王质量' },
    builtAt: null,
  };
  const queued = { ...failed, state: 'queued', progress: 0, step: 'queued', error: null };
  let asked = 0;
  await page.route(`**/api/organizations/*/dossiers`, (route) => route.fulfill({ json: [failed] }));
  await page.route(`**/api/organizations/*/dossiers/${id}`, (route) =>
    route.fulfill({ json: queued }),
  );
  await page.route(`**/api/organizations/*/dossiers/${id}/retry`, (route) => {
    asked += 1;
    return route.fulfill({ status: 202, json: queued });
  });
  await page.goto(`/o/${organizationId}/dossiers`);
  const alert = page.getByTestId('build-failed');
  await expect(alert).toContainText('申请材料生成失败');
  await page.getByRole('button', { name: '再试一次' }).dblclick();
  await expect(alert).toBeHidden();
  await expect(page.getByRole('progressbar')).toBeVisible();
  expect(asked).toBe(1);
});
