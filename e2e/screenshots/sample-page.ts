import { type Page, type Request, expect } from '@playwright/test';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFewColours } from './few-colours';

export type Language = 'zh-CN' | 'en';

const projectRoot = join(import.meta.dirname, '..', '..');
export const samples = join(projectRoot, 'backend', 'samples');

/** Who is signed in, and the first thing they see in the menu. */
const ENTRIES = {
  owner: 'nav-overview',
  consultant: 'nav-portfolio',
  body_lead: 'nav-cases',
  body_director: 'nav-cases',
} as const;

/** Signs in as somebody of the sample, in a language of the interface. */
export async function openSample(
  page: Page,
  language: Language,
  role: keyof typeof ENTRIES = 'owner',
): Promise<void> {
  watchRequests(page);
  await page.addInitScript((chosen) => {
    localStorage.setItem('lx.language', chosen);
  }, language);
  const signIns = JSON.parse(readFileSync(join(samples, 'sign-ins.json'), 'utf8')) as {
    email: string;
    password: string;
    role: string;
  }[];
  const person = signIns.find((one) => one.role === role);
  await page.goto('/sign-in');
  await page.getByTestId('email').fill(person?.email ?? '');
  await page.getByTestId('password').fill(person?.password ?? '');
  await page.getByTestId('sign-in').click();
  await expect(page.getByTestId(ENTRIES[role])).toBeVisible();
  // The account remembers a language too, and may bring it with the sign-in.
  await page.getByTestId(language === 'en' ? 'language-en' : 'language-zh').click();
}

/** Goes to a screen by the menu, as a person does. */
export async function visit(page: Page, screen: string): Promise<void> {
  await page.getByTestId(`nav-${screen}`).click();
  await expect(page.getByTestId(`nav-${screen}`)).toHaveClass(/active/);
  await settled(page);
}

/** Requests that are under way, per page. */
const underWay = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on('request', (one) => open.add(one));
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (one) => open.delete(one));
}

/** The server has been asked nothing for a while, and the fonts are there. */
export async function settled(page: Page): Promise<void> {
  let quiet = 0;
  for (let tries = 0; tries < 100 && quiet < 4; tries += 1) {
    await page.waitForTimeout(100);
    quiet = (underWay.get(page)?.size ?? 0) === 0 ? quiet + 1 : 0;
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/**
 * Keeps what the page shows as a picture of the guide: without pointer, focus, caret and moving parts, taken as soon as
 * two pictures in a row are alike (charts draw themselves).
 */
export async function shoot(page: Page, language: Language, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await settled(page);
  let last = await page.screenshot();
  for (let tries = 0; tries < 20; tries += 1) {
    await page.waitForTimeout(250);
    const next = await page.screenshot();
    if (next.equals(last)) break;
    last = next;
  }
  const folder = join(projectRoot, 'docs', 'images', language);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), withFewColours(last));
}
