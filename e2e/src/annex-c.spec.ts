import { expect, test, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { confirmAddress } from './confirm-address';
import { mailsTo } from './mails';
import { api, registerWithEnterprise, saved } from './person';

/** A second person of the enterprise with the right to edit, in a browser of their own. */
async function colleague(page: Page, second: Page, enterpriseId: string): Promise<void> {
  const email = `li-${randomUUID()}@example.cn`;
  const body = { email, role: 'editor' };
  await api(page, 'POST', `/api/organizations/${enterpriseId}/members`, { body });
  await registerWithEnterprise(second, '另一家虚构企业', email);
  let token = '';
  await expect
    .poll(() => {
      token = /invitation=([\w.-]+)/.exec(mailsTo(email).join())?.[1] ?? '';
      return token;
    })
    .not.toBe('');
  await api(second, 'POST', `/api/invitations/${token}/acceptance`, { body: {} });
}

async function type(page: Page, testId: string, text: string): Promise<void> {
  await page.getByTestId(testId).fill(text);
  await page.getByTestId(testId).blur();
}

async function paste(page: Page, testId: string, text: string): Promise<void> {
  await page.getByTestId(`${testId}-open`).click();
  await page.getByTestId(testId).fill(text);
  await page.getByTestId(`${testId}-add`).click();
}

test('one person enters a table, another reads it again, and a sheet is scored by it', async ({
  page,
  browser,
}) => {
  const email = `wang-${randomUUID()}@example.cn`;
  const id = await registerWithEnterprise(page, '虚构评分企业', email);
  await confirmAddress(page, email);
  const second = await (await browser.newContext()).newPage();
  await colleague(page, second, id);

  // 虚构: every figure is made up; the points of annex C are not public.
  await page.goto(`/o/${id}/schemes`);
  await page.getByTestId('begin-entry').click();
  await page.getByTestId('entry-document').fill('GB/T 0000-2099 虚构文件');
  await page.getByTestId('entry-edition').fill('第 1 版');
  await page.getByTestId('entry-holder').fill('资料室');
  await page.getByTestId('entry-pages').fill('3～4');
  await page.getByTestId('step-parts').click();
  await type(page, 'entry-total', '100');
  await paste(page, 'paste-parts', '1\t虚构部分一\t60\n2\t虚构部分二\t41');
  await expect(page.getByTestId('step-problems')).toContainText('合计 101 分，多 1 分');
  await type(page, 'part-points-1', '40');
  await page.getByTestId('step-items').click();
  await paste(page, 'paste-items', '1.1\t虚构方针\t\t60\t未发布扣 5 分\n2.1\t虚构培训\t\t40\t');
  await page.getByTestId('step-grades').click();
  await page.getByTestId('add-route').click();
  await type(page, 'route-share-AAAAA', '90');
  await page.getByTestId('step-submit').click();
  await saved(page);
  await page.getByTestId('entry-submit').click();
  await expect(page.getByTestId('entry-state')).toHaveAttribute('data-state', 'checking');
  await expect(page.getByTestId('entry-check')).toHaveCount(0);

  await second.goto(page.url());
  await expect(second.getByTestId('entry-check')).toBeVisible();
  await expect(second.getByTestId('step-parts')).toHaveCount(0);
  await type(second, 'check-total', '100');
  await type(second, 'check-part-1', '60');
  await type(second, 'check-part-2', '39');
  await type(second, 'check-share-AAAAA-1', '90');
  await second.getByTestId('entry-agree').click();
  await expect(second.getByTestId('entry-checks')).toContainText('第 2 部分');
  await type(second, 'check-part-2', '40');
  await second.getByTestId('entry-agree').click();
  await expect(second.getByTestId('entry-entered')).toBeVisible();

  await second.getByTestId('use-entered').click();
  await second.getByTestId('create-assessment').click();
  await expect(second.getByTestId('open-assessment')).toBeVisible();
  const base = `/api/organizations/${id}/assessments`;
  const [assessment] = await api<{ id: string }[]>(second, 'GET', base);
  for (const [item, rules] of [
    ['1.1', { '1.1-a': true }],
    ['2.1', {}],
  ] as const) {
    const body = {
      ...{ state: 'assessed', rules, finding: '', responsible: '' },
      ...{ reason: '', approval: null, measured: null },
    };
    const path = `${base}/${String(assessment?.id)}/answers/${item}`;
    await api(second, 'PUT', path, { body, version: 0 });
  }
  await second.reload();
  await expect(second.getByTestId('total')).toHaveText('95');
  await expect(second.getByRole('complementary').last()).toContainText('AAAAA');
});
