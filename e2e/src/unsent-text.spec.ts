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
  const stored = async (): Promise<string | undefined> =>
    (await api<Action[]>(page, 'GET', `${tenant}/corrective-actions`))[0]?.cause;
  // The page looks for what is left only once it stands.
  await expect.poll(stored).toBe('没有人负责归档');

  await page.getByTestId('action-details').first().click();
  await cause.fill('没有人负责归档，也没有人检查');
  // Left by the keyboard, at once: what does not go any more waits on this machine for the next visit.
  await page.goBack();
  await page.goto(`/o/${organizationId}/actions`);
  await expect.poll(stored).toBe('没有人负责归档，也没有人检查');
});

interface Named {
  readonly id: string;
  readonly title: string;
  readonly version: number;
}

test('the name of an evaluation outlives a reload while it is typed, and gives way to nobody unasked', async ({
  page,
}) => {
  const organizationId = await registerWithEnterprise(page, '命名保存有限公司');
  const assessments = `/api/organizations/${organizationId}/assessments`;
  const body = { title: '年度自评', schemeId: 'gb-t-19273-2017' };
  const { id } = await api<Named>(page, 'POST', assessments, { body });
  const stored = async () => (await api<Named[]>(page, 'GET', assessments))[0] as Named;
  const renameElsewhere = async (title: string) =>
    api(page, 'PATCH', `${assessments}/${id}`, {
      body: { title },
      version: (await stored()).version,
    });
  await page.goto(`/o/${organizationId}/assessments`);
  const name = page.getByTestId('assessment-name');

  await test.step('typed without a line, not left, and the page is loaded anew', async () => {
    await page.route(`**/assessments/${id}`, (route) => route.abort());
    await name.fill('2026 年度自我评价');
    await expect(page.getByTestId('assessment-row').getByTestId('save-state')).toHaveAttribute(
      'data-state',
      'offline',
    );
    await page.reload();
    await expect(name).toHaveValue('2026 年度自我评价');
    await page.unroute(`**/assessments/${id}`);
    await expect.poll(async () => (await stored()).title).toBe('2026 年度自我评价');
  });

  await test.step('an empty name is not stored: the field shows what is', async () => {
    await name.fill('');
    await name.blur();
    await expect(name).toHaveValue('2026 年度自我评价');
  });

  await test.step('what another person stored meanwhile is shown beside, and one is chosen', async () => {
    await page.reload();
    await expect(name).toHaveValue('2026 年度自我评价');
    await renameElsewhere('复评前自查');
    await name.fill('首次评价');
    await expect(page.getByTestId('name-conflict')).toContainText('复评前自查');
    await page.getByTestId('name-keep-mine').click();
    await expect.poll(async () => (await stored()).title).toBe('首次评价');
    await expect(page.getByTestId('name-conflict')).toHaveCount(0);
  });
});
