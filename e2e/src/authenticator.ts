import { expect, type Page } from '@playwright/test';
import { generateSync } from 'otplib';

const SECONDS = 30;
/** For what comes between the code and the server that looks at it. */
const ENOUGH = 8;

/** An authenticator app. Each code is of a later step than the one before: the server takes a code once. */
export class Authenticator {
  private step = 0;

  constructor(private readonly secret: string) {}

  /** Of the step before the present one first, then of the present one and the next, which the server takes as well. */
  code(): string {
    // A code of the step before is over with the present one: not in the last seconds of that.
    const left = SECONDS - ((Date.now() / 1000) % SECONDS);
    if (left < ENOUGH)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, left * 1000 + 50);
    const now = Math.floor(Date.now() / 1000 / SECONDS);
    this.step = Math.max(this.step + 1, now - 1);
    return generateSync({ secret: this.secret, epoch: this.step * SECONDS });
  }
}

/** Switches two-step verification on, on the page of the account. @returns the authenticator and the recovery codes */
export async function setUpSecondFactor(
  page: Page,
  password: string,
): Promise<{ authenticator: Authenticator; codes: readonly string[] }> {
  await page.getByTestId('set-up-factor').click();
  const shown = await page.getByTestId('factor-secret').innerText();
  const authenticator = new Authenticator(shown.replaceAll(' ', ''));
  await page.getByTestId('factor-code').fill(authenticator.code());
  await page.getByTestId('factor-password').fill(password);
  await page.getByTestId('factor-prove').click();
  const codes = page.getByTestId('recovery-codes').locator('li');
  await expect(codes).toHaveCount(10);
  return { authenticator, codes: await codes.allInnerTexts() };
}
