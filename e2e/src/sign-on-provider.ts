import { expect, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../backend/src/testing/provider-program.mjs');

/** Starts the provider of identities that the product was set to, on its port. @returns its end */
export async function startProvider(): Promise<() => Promise<void>> {
  const { hostname, port } = new URL(process.env['E2E_OIDC_ISSUER'] ?? '');
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      PROVIDER_HOST: hostname,
      PROVIDER_PORT: port,
      CALLBACK: `http://localhost:${process.env['E2E_PORT'] ?? ''}/api/sign-on/callback`,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  return async () => {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  };
}

/** Signs in there, on its own page. */
export async function signInThere(page: Page, email: string): Promise<void> {
  await expect(page).toHaveURL((url) => url.href.startsWith(process.env['E2E_OIDC_ISSUER'] ?? '-'));
  await page.locator('input[name=login]').fill(email);
  await page.locator('input[name=password]').fill('-');
  await page.locator('button[type=submit]').click();
}
