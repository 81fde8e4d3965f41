import { expect, test, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { mailsTo } from './mails';
import { registerWithEnterprise } from './person';
import { signInThere, startProvider } from './sign-on-provider';
import { isWhole } from './whole-page';

const password = 'liang-xing-2026-e2e';
let stop: (() => Promise<void>) | undefined;

test.beforeAll(async () => {
  stop = await startProvider();
});
test.afterAll(() => stop?.());

async function beginAt(page: Page, address: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(address);
  await page.getByTestId('sign-on').click();
}

test('an account is linked by its password once, then entered straight, and unlinked', async ({
  page,
}) => {
  const email = `wang-${randomUUID()}@example.cn`;
  const id = await registerWithEnterprise(page, '苏州统一登录机械有限公司', email);

  await test.step('who comes with its address proves it by the password', async () => {
    await page.context().clearCookies();
    await page.goto(`/o/${id}/standards`);
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByTestId('sign-on')).toHaveText('用集团账号登录');
    await isWhole(page, 'sign-in');
    await page.getByTestId('sign-on').focus();
    await page.keyboard.press('Enter');
    await signInThere(page, email);
    await expect(page.getByTestId('problem')).toContainText('该邮箱已有账号');
    await isWhole(page, 'sign-in, to be proved');
    await page.getByTestId('email').fill(email);
    await page.getByTestId('password').fill(password);
    await page.getByTestId('sign-in').click();
    await expect(page).toHaveURL(new RegExp(`/o/${id}/standards`));
    await expect
      .poll(() => mailsTo(email).some((text) => text.includes('已关联单点登录')), {
        timeout: 60_000,
      })
      .toBe(true);
  });

  await test.step('the second time leads straight in', async () => {
    await beginAt(page, `/sign-in?from=/o/${id}/standards`);
    await signInThere(page, email);
    await expect(page).toHaveURL(new RegExp(`/o/${id}/standards`));
  });

  await test.step('a session that ends goes on after a sign-in in another window', async () => {
    await page.goto('/account');
    await page.getByTestId('own-name').fill('王质量（质量部）');
    await page.context().clearCookies();
    await page.getByTestId('save-own').click();
    await expect(page.getByTestId('again-password')).toBeFocused();
    await page.getByTestId('signed-in-elsewhere').click();
    await expect(page.getByTestId('not-yet')).toBeVisible();
    const opening = page.waitForEvent('popup');
    await page.getByTestId('sign-on-window').click();
    const other = await opening;
    await other.getByTestId('sign-on').click();
    await signInThere(other, email);
    await expect(other.getByTestId('own-email')).toHaveText(email);
    await other.close();
    await page.getByTestId('signed-in-elsewhere').click();
    await expect(page.getByTestId('own-saved')).toHaveText('已保存');
  });

  await test.step('it is unlinked, and linked again, on the page of the account', async () => {
    await expect(page.getByTestId('sign-on-state')).toContainText('关联');
    await page.getByTestId('change-sign-on').click();
    await page.getByTestId('sign-on-password').fill(password);
    await isWhole(page, 'account, unlinking');
    await page.getByTestId('prove-sign-on').click();
    await expect(page.getByTestId('sign-on-state')).toHaveText('未关联');
    await page.getByTestId('change-sign-on').click();
    await page.getByTestId('sign-on-password').fill(password);
    await page.getByTestId('prove-sign-on').click();
    // The provider knows who that is, and asks once more.
    await signInThere(page, email);
    await expect(page.getByTestId('sign-on-linked')).toContainText('已关联');
    await expect(page.getByTestId('sign-on-told')).toHaveText(`赵磊 · ${email}`);
    await page.getByTestId('change-sign-on').click();
    await page.getByTestId('sign-on-password').fill(password);
    await page.getByTestId('prove-sign-on').click();
    await expect(page.getByTestId('sign-on-state')).toHaveText('未关联');
    await beginAt(page, '/sign-in');
    await signInThere(page, email);
    await expect(page.getByTestId('problem')).toContainText('该邮箱已有账号');
  });
});

test('who comes with a new address has an account without a password, and sets one by mail', async ({
  page,
}) => {
  const email = `li-${randomUUID()}@example.cn`;
  await beginAt(page, '/sign-in?from=/account');
  await page.locator('a[href$="/abort"]').click();
  await expect(page.getByTestId('problem')).toContainText('没有允许这次登录');
  await page.getByTestId('sign-on').click();
  await signInThere(page, email);
  await expect(page.getByTestId('own-email')).toHaveText(email);
  await expect(page.getByTestId('email-state')).toHaveText('已确认');
  await expect(page.getByTestId('current-password')).toBeHidden();
  await page.getByTestId('change-sign-on').click();
  await expect(page.getByTestId('sign-on-password')).toBeDisabled();
  await isWhole(page, 'account without a password');
  await page.getByTestId('set-password').click();
  await expect(page.getByTestId('set-password-sent')).toContainText(email);
  const link = () => /\/reset-password\?token=[\w-]+/.exec(mailsTo(email).at(-1) ?? '')?.[0];
  await expect.poll(link, { timeout: 60_000 }).toBeTruthy();
  await page.goto(link() ?? '');
  await page.getByTestId('reset-value').fill(password);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByTestId('reset-done')).toBeVisible();
  await page.goto('/sign-in?from=/account');
  await page.getByTestId('email').fill(email);
  await page.getByTestId('password').fill(password);
  await page.getByTestId('sign-in').click();
  await expect(page.getByTestId('current-password')).toBeVisible();
});
