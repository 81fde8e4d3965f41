import { expect, test, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setUpSecondFactor } from './authenticator';
import { confirmAddress } from './confirm-address';
import { mailsTo } from './mails';
import { registerWithEnterprise } from './person';
import { seriousFindings } from './serious-findings';

const password = 'liang-xing-2026-e2e';

async function firstStep(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByTestId('email').fill(email);
  await page.getByTestId('password').fill(password);
  await page.getByTestId('sign-in').click();
  await expect(page.getByTestId('second-step-code')).toBeFocused();
}

async function secondStep(page: Page, code: string): Promise<void> {
  await page.getByTestId('second-step-code').fill(code);
  await page.getByTestId('second-step').click();
}

test('two-step verification is switched on, asked for, and asked of a colleague by the organization', async ({
  page,
  browser,
}) => {
  const [email, colleague] = [`wang-${randomUUID()}@example.cn`, `li-${randomUUID()}@example.cn`];
  const id = await registerWithEnterprise(page, '苏州两步机械有限公司', email);
  await confirmAddress(page, email);
  await page.goto('/account');

  const { authenticator, codes } = await test.step('a code proves the secret', async () => {
    await page.setViewportSize({ width: 768, height: 900 });
    await page.getByTestId('set-up-factor').click();
    await expect(page.getByTestId('factor-picture')).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await page.reload();
    await page.setViewportSize({ width: 1280, height: 800 });
    const made = await setUpSecondFactor(page, password);
    expect(await seriousFindings(page)).toEqual([]);
    const saving = page.waitForEvent('download');
    await page.getByTestId('download-codes').click();
    const saved = readFileSync(await (await saving).path(), 'utf8');
    expect(saved.trim().split(/\s+/)).toEqual(made.codes);
    await page.getByTestId('codes-kept').click();
    await expect(page.getByTestId('second-factor-state')).toContainText('剩余恢复码 10 个');
    return made;
  });

  await test.step('signing in asks for a code, and takes none twice', async () => {
    await page.context().clearCookies();
    await firstStep(page, email);
    expect(await seriousFindings(page)).toEqual([]);
    const code = authenticator.code();
    await secondStep(page, 'wrong');
    await expect(page.getByTestId('problem')).toContainText('验证码不正确或已用过');
    await secondStep(page, code);
    await expect(page).toHaveURL(new RegExp(`/o/${id}/`));
    await page.context().clearCookies();
    await firstStep(page, email);
    await secondStep(page, code);
    await expect(page.getByTestId('problem')).toContainText('验证码不正确或已用过');
  });

  await test.step('a recovery code does as well, once, and a mail tells of it', async () => {
    const [code = ''] = codes;
    await secondStep(page, code.toUpperCase());
    await expect(page).toHaveURL(new RegExp(`/o/${id}/`));
    await expect
      .poll(() => mailsTo(email).some((text) => text.includes('用恢复码登录')), { timeout: 60_000 })
      .toBe(true);
    await page.goto('/account');
    await expect(page.getByTestId('second-factor-state')).toContainText('剩余恢复码 9 个');
  });

  const elsewhere = await (await browser.newContext()).newPage();
  await test.step('a colleague joins by a copied link', async () => {
    await page.goto(`/o/${id}/members`);
    await page.getByTestId('invite-many').locator('summary').click();
    await page
      .getByTestId('invite-many-text')
      .fill(`李标准\t${colleague}\n王质量\t${email}\n没有邮箱`);
    await page.getByTestId('invite-many-send').click();
    await expect(page.getByTestId('invite-many-rows').locator('li')).toHaveText([
      new RegExp(`${colleague}\\s*已邀请`),
      new RegExp(`${email}\\s*已是成员`),
      /没有邮箱\s*不是有效的邮箱/,
    ]);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByTestId('copy-link').click();
    const link = await page.getByTestId('invitation-link').inputValue();
    await elsewhere.goto(new URL(link).pathname + new URL(link).search);
    await expect(elsewhere.getByTestId('invited-by')).toHaveText(
      '王质量 邀请您加入企业“苏州两步机械有限公司”，角色为“编辑”。',
    );
    await elsewhere.getByTestId('name').fill('李标准');
    await elsewhere.getByTestId('email').fill(colleague);
    await elsewhere.getByTestId('password').fill(password);
    await elsewhere.getByTestId('register').click();
    await expect(elsewhere).toHaveURL(new RegExp(`/o/${id}/`));
  });

  await test.step('asked by the organization, the colleague is led to the account and back', async () => {
    await elsewhere.goto(`/o/${id}/members`);
    await expect(elsewhere.getByTestId('members')).toContainText('王质量');
    await page.reload();
    await expect(page.getByText('尚未启用的成员：李标准。')).toBeVisible();
    await page.getByTestId('second-factor-rule').check();
    await expect(page.getByTestId('second-factor-rule')).toBeEnabled();
    await expect(page.getByTestId('second-factor-rule')).toBeChecked();
    expect(await seriousFindings(page)).toEqual([]);

    // The page is open: the next thing that is asked of the server leads away.
    await elsewhere.getByRole('link', { name: '标准明细' }).first().click();
    await expect(elsewhere.getByTestId('second-factor-required')).toContainText(
      '苏州两步机械有限公司要求成员启用两步验证',
    );
    expect(await seriousFindings(elsewhere)).toEqual([]);
    await setUpSecondFactor(elsewhere, password);
    await elsewhere.getByTestId('codes-kept').click();
    await expect(elsewhere).toHaveURL(new RegExp(`/o/${id}/standards`));
  });

  await test.step('a session that ends asks for both on top of the page', async () => {
    await page.goto('/account');
    await page.getByTestId('own-name').fill('王质量（质量部）');
    await page.context().clearCookies();
    await page.getByTestId('save-own').click();
    await page.getByTestId('again-password').fill(password);
    await page.getByTestId('again-password').press('Enter');
    await secondStep(page, codes[1] ?? '');
    await expect(page.getByTestId('own-saved')).toHaveText('已保存');
  });
  await elsewhere.context().close();
});

test('an address is changed by the link that was mailed to the new one', async ({ page }) => {
  const [email, wanted] = [`wang-${randomUUID()}@example.cn`, `neu-${randomUUID()}@example.cn`];
  await registerWithEnterprise(page, '苏州邮箱机械有限公司', email);
  await page.goto('/account');
  await expect(page.getByTestId('email-state')).toHaveText('未确认');
  await page.getByTestId('change-email').click();
  await page.getByTestId('new-email').fill('neu');
  await page.getByTestId('email-password').fill(password);
  await page.getByTestId('begin-email-change').click();
  await expect(page.getByTestId('new-email')).toHaveAttribute('aria-invalid', 'true');
  await page.getByTestId('new-email').fill(wanted);
  await page.getByTestId('begin-email-change').click();
  await expect(page.getByTestId('pending-email')).toContainText(wanted);
  expect(await seriousFindings(page)).toEqual([]);
  const link = () => /\/change-email\/[\w-]+/.exec(mailsTo(wanted).at(-1) ?? '')?.[0];
  await expect.poll(link, { timeout: 60_000 }).toBeTruthy();
  await page.goto(link() ?? '');
  await page.getByTestId('confirm-email').click();
  await expect(page.getByTestId('confirm-email-done')).toContainText('邮箱已更改');
  await page.goto('/account');
  await expect(page.getByTestId('own-email')).toHaveText(wanted);
  await expect(page.getByTestId('email-state')).toHaveText('已确认');
  await expect
    .poll(() => mailsTo(email).some((text) => text.includes('改为另一个邮箱')), { timeout: 60_000 })
    .toBe(true);
});
