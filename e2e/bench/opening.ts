/** How long a page takes in the browser until it can be used. */
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { median } from './measure';
import type { Product } from './product';

const REPETITIONS = 5;

/**
 * Milliseconds from the navigation until what has a test id is shown, medians of a first visit with an empty cache and of
 * a second one.
 * @param path of the page
 * @param cookie `name=value; …` of who opens it
 */
export async function openingTimes(
  { address }: Product,
  { path, testId, cookie }: Readonly<Record<'path' | 'testId' | 'cookie', string>>,
): Promise<{ readonly cold: number; readonly warm: number }> {
  const system = '/usr/bin/chromium';
  const browser = await chromium.launch({
    ...(existsSync(system) ? { executablePath: system } : {}),
    args: ['--no-sandbox'],
  });
  const [cold, warm]: [number[], number[]] = [[], []];
  try {
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await context.addCookies(
        cookie.split('; ').map((pair) => {
          const at = pair.indexOf('=');
          return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address };
        }),
      );
      const page = await context.newPage();
      for (const times of [cold, warm]) {
        const start = performance.now();
        await page.goto(address + path, { waitUntil: 'commit' });
        await page.getByTestId(testId).first().waitFor({ state: 'visible', timeout: 20_000 });
        times.push(performance.now() - start);
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return { cold: median(cold), warm: median(warm) };
}
