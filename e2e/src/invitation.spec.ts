import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { confirmAddress } from './confirm-address';
import { mailsTo } from './mails';
import { registerWithEnterprise } from './person';
import { seriousFindings } from './serious-findings';

test('an invited person sees who invites, joins, and a mail that failed is shown beside them', async ({
  page,
  browser,
}) => {
  const [email, colleague] = [`wang-${randomUUID()}@example.cn`, `li-${randomUUID()}@example.cn`];
  const id = await registerWithEnterprise(page, '苏州邀请机械有限公司', email);
  await confirmAddress(page, email);
  const apart = await browser.newContext();
  const elsewhere = await apart.newPage();
  let link = '';

  await test.step('the mailed link names the enterprise and the role', async () => {
    await page.goto(`/o/${id}/members`);
    await page.getByTestId('invite-email').fill(colleague);
    await page.getByTestId('invite').click();
    const linkOf = () =>
      /\/register\?invitation=[\w.-]+/.exec(mailsTo(colleague).at(-1) ?? '')?.[0];
    await expect.poll(linkOf, { timeout: 60_000 }).toBeTruthy();
    link = linkOf() ?? '';
    await elsewhere.goto(link);
    await expect(elsewhere.getByTestId('invited-by')).toContainText('苏州邀请机械有限公司');
    await expect(elsewhere.getByTestId('to-sign-in')).toHaveText('已有账号？登录后加入');
    expect(await seriousFindings(elsewhere)).toEqual([]);
    await elsewhere.getByTestId('name').fill('李标准');
    await elsewhere.getByTestId('email').fill(colleague);
    await elsewhere.getByTestId('password').fill('lanse-dianti-39-yezi');
    await elsewhere.getByTestId('register').click();
    await expect(elsewhere).toHaveURL(new RegExp(`/o/${id}/`));
  });

  await test.step('the link is used up, and says so instead of asking for an account', async () => {
    await elsewhere.goto(link);
    await expect(elsewhere.getByTestId('to-overview')).toBeVisible();
    await expect(elsewhere.getByText('邀请链接已使用过')).toBeVisible();
    await expect(elsewhere.getByTestId('register')).toHaveCount(0);
  });

  await test.step('the only owner can be removed by nobody, the colleague can', async () => {
    await page.reload();
    await expect(page.getByTestId('members').locator('tbody tr')).toHaveCount(2);
    await expect(page.getByTestId('remove-member')).toHaveCount(1);
    await expect(page.getByTestId('remove-member')).toHaveAttribute('aria-label', '删除 李标准');
  });

  await test.step('the trail says who joined, and is narrowed to a part', async () => {
    await page.getByTestId('open-trail').click();
    const lines = page.getByTestId('trail-line');
    await expect(lines.first()).toContainText('成员加入');
    await expect(lines.first()).toContainText('李标准');
    await page.getByTestId('trail-part').selectOption('evidence');
    await expect(lines).toHaveCount(0);
    await expect(page.getByText('没有符合条件的记录。')).toBeVisible();
    await page.goBack();
  });

  await test.step('a reset mail that cannot be sent is told to who manages the members', async () => {
    const outbox = join(process.env['E2E_DATA_DIR'] ?? '', 'outbox');
    renameSync(outbox, `${outbox}-aside`);
    writeFileSync(outbox, '');
    try {
      await apart.clearCookies();
      await elsewhere.goto('/reset-password');
      await elsewhere.getByTestId('reset-value').fill(colleague);
      await elsewhere.locator('button[type=submit]').click();
      await expect(async () => {
        await page.reload();
        await expect(page.getByTestId('reset-mail-failed')).toContainText('未能送出', {
          timeout: 3_000,
        });
      }).toPass({ timeout: 120_000 });
    } finally {
      rmSync(outbox);
      renameSync(`${outbox}-aside`, outbox);
    }
    expect(await seriousFindings(page)).toEqual([]);
  });
  await apart.close();
});
