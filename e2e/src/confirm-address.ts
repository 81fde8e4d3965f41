import { expect, type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Chinese text travels as base64, other text as quoted-printable. */
function textOf(raw: string): string {
  const [head = '', body = ''] = raw.split('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  return body.replaceAll('=\r\n', '').replaceAll('=3D', '=');
}

/** The link of the newest mail to an address, as soon as the worker has written it. */
async function mailedLink(email: string): Promise<string> {
  const folder = join(process.env['E2E_DATA_DIR'] ?? '', 'outbox');
  let link = '';
  await expect
    .poll(
      () => {
        const mails = readdirSync(folder)
          .sort()
          .map((name) => readFileSync(join(folder, name), 'utf8'))
          .filter((raw) => raw.includes(`To: ${email}`));
        const text = textOf(mails.at(-1) ?? '');
        link = /\/confirm-email\/[\w-]+/.exec(text)?.[0] ?? '';
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
