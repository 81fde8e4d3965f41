import { expect, type Page } from '@playwright/test';
import { mailsTo } from './mails';

/** The link of the newest mail to an address, as soon as the worker has written it. */
async function mailedLink(email: string): Promise<string> {
  let link = '';
  await expect
    .poll(
      () => {
        link = /\/confirm-email\/[\w-]+/.exec(mailsTo(email).at(-1) ?? '')?.[0] ?? '';
        return link;
      },
      { timeout: 60_000 },
    )
    .not.toBe('');
  return link;
}

/** Opens the link of the mail that followed the registration. */
export async function confirmAddress(page: Page, email: string): Promise<void> {
  await page.goto(await mailedLink(email));
  await page.getByTestId('confirm-email').click();
  await expect(page.getByTestId('confirm-email-done')).toBeVisible();
}
