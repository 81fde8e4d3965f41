import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { mailsTo } from './mails';
import { registerWithEnterprise } from './person';
import { isWhole } from './whole-page';

const password = 'liang-xing-2026-e2e';

/** The screen lock of a device, which Chromium plays: whether its owner is there and unlocks it is set. */
class VirtualAuthenticator {
  private constructor(
    private readonly devtools: CDPSession,
    private readonly authenticatorId: string,
  ) {}

  static async of(page: Page): Promise<VirtualAuthenticator> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable', { enableUI: false });
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        defaultBackupEligibility: true,
        defaultBackupState: true,
      },
    });
    return new VirtualAuthenticator(devtools, authenticatorId);
  }

  /** Away, nothing is answered until the owner is back. */
  async isThere(enabled: boolean): Promise<void> {
    const { authenticatorId } = this;
    await this.devtools.send('WebAuthn.setAutomaticPresenceSimulation', {
      authenticatorId,
      enabled,
    });
  }

  /** Whether the owner unlocks it, or gives up. */
  async unlocks(isUserVerified: boolean): Promise<void> {
    const { authenticatorId } = this;
    await this.devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  }
}

test('a passkey is added, signs in by itself, and is removed', async ({ page }) => {
  const email = `wang-${randomUUID()}@example.cn`;
  const id = await registerWithEnterprise(page, '苏州通行密钥机械有限公司', email);
  const authenticator = await VirtualAuthenticator.of(page);
  const rows = page.getByTestId('passkeys').locator('tbody tr');
  await page.goto('/account');

  await test.step('it is added by who proves to own the account', async () => {
    await page.getByTestId('add-passkey').click();
    await expect(page.getByTestId('passkey-name')).toBeFocused();
    await page.getByTestId('make-passkey').click();
    await expect(page.getByTestId('passkey-password')).toHaveAttribute('aria-invalid', 'true');
    await page.getByTestId('passkey-password').fill('wrong');
    await page.getByTestId('make-passkey').click();
    await expect(page.getByTestId('problem')).toContainText('当前密码不正确');
    await isWhole(page, 'account, adding a passkey');
    await page.getByTestId('passkey-name').fill('办公室电脑');
    await page.getByTestId('passkey-password').fill(password);
    await page.getByTestId('make-passkey').click();
    await expect(rows).toHaveText([/办公室电脑.*已同步备份.*尚未使用/]);
    await expect(page.getByTestId('add-passkey')).toBeFocused();
    await expect
      .poll(() => mailsTo(email).some((text) => text.includes('已添加通行密钥')), {
        timeout: 60_000,
      })
      .toBe(true);
  });

  await test.step('a device has one for an account; it is renamed', async () => {
    await page.reload();
    await page.getByTestId('add-passkey').click();
    await page.getByTestId('passkey-password').fill(password);
    await page.getByTestId('make-passkey').click();
    await expect(page.getByTestId('problem')).toContainText('已有本账号的通行密钥');
    await page.getByTestId('rename-passkey').click();
    await page.getByTestId('renamed-passkey').fill('');
    await page.getByTestId('save-passkey').click();
    await expect(page.getByTestId('renamed-passkey')).toHaveAttribute('aria-invalid', 'true');
    await page.getByTestId('renamed-passkey').fill('家里的电脑');
    await isWhole(page, 'account, renaming a passkey');
    await page.getByTestId('save-passkey').click();
    await expect(rows).toHaveText([/家里的电脑/]);
    await expect(page.getByTestId('rename-passkey')).toBeFocused();
  });

  await test.step('the button signs in, and leads back', async () => {
    await authenticator.isThere(false);
    await page.context().clearCookies();
    await page.goto(`/o/${id}/standards`);
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByTestId('passkey')).toHaveText('使用通行密钥登录');
    await isWhole(page, 'sign-in');
    await authenticator.unlocks(false);
    // What waits in the field of the address is not asked again; what is asked from now on is answered at once.
    await authenticator.isThere(true);
    await page.getByTestId('passkey').click();
    await expect(page.getByTestId('problem')).toContainText('通行密钥操作没有完成');
    await authenticator.unlocks(true);
    await page.getByTestId('passkey').click();
    await expect(page).toHaveURL(new RegExp(`/o/${id}/standards`));
  });

  await test.step('a session that ends goes on by it, on top of the page', async () => {
    await page.goto('/account');
    await page.getByTestId('own-name').fill('王质量（质量部）');
    await page.context().clearCookies();
    await page.getByTestId('save-own').click();
    await expect(page.getByTestId('again-password')).toBeFocused();
    await isWhole(page, 'account, the session has ended');
    await page.getByTestId('passkey').click();
    await expect(page.getByTestId('own-saved')).toHaveText('已保存');
  });

  await test.step('chosen in the field of the address it signs in as well', async () => {
    await page.context().clearCookies();
    await page.goto('/sign-in?from=/account');
    // Chromium's authenticator chooses by itself what it is offered there.
    await expect(page.getByTestId('own-email')).toHaveText(email);
    await expect(rows).not.toHaveText([/尚未使用/]);
  });

  await test.step('removed it signs in no longer', async () => {
    await page.getByTestId('remove-passkey').click();
    await page.getByTestId('remove-passkey-password').fill(password);
    await isWhole(page, 'account, removing a passkey');
    await page.getByTestId('remove-passkey-sure').click();
    await expect(page.getByTestId('passkeys')).toBeHidden();
    await expect(page.getByTestId('add-passkey')).toBeFocused();
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await expect(page.getByTestId('problem')).toContainText('没有账号登记了这个通行密钥');
    await page.getByTestId('email').fill(email);
    await page.getByTestId('password').fill(password);
    await page.getByTestId('sign-in').click();
    await expect(page).toHaveURL(new RegExp(`/o/${id}/`));
  });
});
