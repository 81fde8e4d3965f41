import { type Page, expect } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settled, visit } from './sample-page';

const SHOWN = 3;
let pages: string[] = [];
let verifyAddress = '';

/**
 * Draws the first pages of the newest dossier of the sample, whichever evaluation it belongs to.
 * @throws Error where no evaluation has one, or where `pdftoppm` (poppler-utils) is missing
 */
export async function keepDossierOfSample(page: Page): Promise<void> {
  const which = page.getByTestId('which-assessment');
  const values = await which
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  const link = page.getByTestId('download-dossier').first();
  for (const value of values) {
    await which.selectOption(value);
    await visit(page, 'dossiers');
    await expect(page.getByTestId('dossiers')).toBeVisible();
    if ((await link.count()) > 0) break;
  }
  verifyAddress = (await page.getByTestId('dossier-code').first().getAttribute('href')) ?? '';
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const folder = mkdtempSync(join(tmpdir(), 'liangxing-pages-'));
  const pdf = join(folder, 'dossier.pdf');
  await download.saveAs(pdf);
  const range = ['-f', '1', '-l', String(SHOWN)];
  execFileSync('pdftoppm', ['-png', '-r', '72', ...range, pdf, join(folder, 'page')]);
  pages = readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'base64'));
}

/** Lays the pages side by side in the window. */
export async function layOutPages(page: Page): Promise<void> {
  const sheets = pages.map((data) => `<img alt="" src="data:image/png;base64,${data}" />`).join('');
  await page.setContent(`<style>
      body { display: flex; gap: 20px; margin: 0; padding: 20px; background: #e8eaee; }
      img { flex: 1; min-width: 0; align-self: start; background: #fff; box-shadow: 0 1px 4px #0003; }
    </style>${sheets}`);
  await settled(page);
}

/** Opens the page on which anybody verifies that dossier. */
export async function openVerification(page: Page): Promise<void> {
  await page.goto(verifyAddress);
  await settled(page);
}
