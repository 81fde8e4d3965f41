import { type Page, expect } from '@playwright/test';
import { randomUUID } from 'node:crypto';

/** A person of one's own for a test: registered through the page, with an enterprise of their own. */
export async function registerWithEnterprise(
  page: Page,
  enterprise: string,
  email = `wang-${randomUUID()}@example.cn`,
): Promise<string> {
  await page.goto('/register');
  await page.getByTestId('name').fill('王质量');
  await page.getByTestId('email').fill(email);
  await page.getByTestId('password').fill('liang-xing-2026-e2e');
  await page.getByTestId('register').click();
  await page.getByTestId('enterprise-name').fill(enterprise);
  await page.getByTestId('create-enterprise').click();
  await expect(page).toHaveURL(/\/o\/[0-9a-f-]{36}\//);
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** Talks to the server as the signed-in person of the page, with the page's cookies. @returns undefined for a 204 */
export async function api<T>(
  page: Page,
  method: 'GET' | 'PUT' | 'POST' | 'PATCH',
  path: string,
  options: { body?: unknown; version?: number } = {},
): Promise<T> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.fetch(path, {
    method,
    headers: {
      'x-xsrf-token': decodeURIComponent(token),
      ...(options.version === undefined ? {} : { 'if-match': `"${options.version}"` }),
      'idempotency-key': randomUUID(),
    },
    ...(options.body === undefined ? {} : { data: options.body }),
  });
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

/** Waits until everything typed has been acknowledged by the server. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('main').getByTestId('save-state')).toHaveAttribute(
    'data-state',
    'saved',
  );
}
