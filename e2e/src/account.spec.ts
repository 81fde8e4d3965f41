import { expect, test, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { confirmAddress } from './confirm-address';
import { registerWithEnterprise } from './person';
import { seriousFindings } from './serious-findings';

const password = 'liang-xing-2026-e2e';

async function signIn(page: Page, email: string, secret: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByTestId('email').fill(email);
  await page.getByTestId('password').fill(secret);
  await page.getByTestId('sign-in').click();
}

test('a weak password is refused with its reason; sessions are seen and ended', async ({
  page,
  browser,
}) => {
  const email = `wang-${randomUUID()}@example.cn`;
  await page.goto('/register');
  await page.getByTestId('name').fill('王质量');
  await page.getByTestId('email').fill(email);
  await page.getByTestId('password').fill('12345678');
  await page.getByTestId('register').click();
  await expect(page.getByTestId('password-problem')).toContainText('太常见');
  expect(await seriousFindings(page)).toEqual([]);

  await registerWithEnterprise(page, '苏州示范机械有限公司', email);
  const elsewhere = await browser.newPage();
  await signIn(elsewhere, email, password);
  await expect(elsewhere).toHaveURL(/\/o\//);

  await page.getByTestId('account').click();
  const rows = page.getByTestId('sessions').locator('tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('本设备');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByTestId('end-session').click();
  await expect(rows).toHaveCount(1);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in/);

  await page.getByTestId('current-password').fill(password);
  await page.getByTestId('new-password').fill('王质量王质量王质量');
  await page.getByTestId('change-password').click();
  await expect(page.getByTestId('new-password-problem')).toContainText('姓名');
  await page.getByTestId('new-password').fill('lanse-dianti-39-yezi');
  await page.getByTestId('change-password').click();
  await expect(page.getByText('密码已修改')).toBeVisible();
  await signIn(elsewhere, email, 'lanse-dianti-39-yezi');
  await expect(elsewhere).toHaveURL(/\/o\//);
  await elsewhere.close();
});

test('mail to others waits for the confirmed address, and nothing else does', async ({ page }) => {
  const email = `li-${randomUUID()}@example.cn`;
  const id = await registerWithEnterprise(page, '苏州示范机械有限公司', email);
  await expect(page.getByTestId('confirm-email-banner')).toContainText('请先确认邮箱');
  await page.goto(`/o/${id}/members`);
  const invite = async (): Promise<void> => {
    await page.getByTestId('invite-email').fill(`colleague-${randomUUID()}@example.cn`);
    await page.getByTestId('invite').click();
  };
  await invite();
  await expect(page.getByTestId('problem')).toContainText('请先确认邮箱');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByTestId('confirm-email-send').click();
  await expect(page.getByText('已重新发送')).toBeVisible();

  await confirmAddress(page, email);
  await page.goto(`/o/${id}/members`);
  await expect(page.getByTestId('members')).toBeVisible();
  await expect(page.getByTestId('confirm-email-banner')).toBeHidden();
  await invite();
  await expect(page.getByTestId('invitations').locator('tbody tr')).toHaveCount(1);
});
