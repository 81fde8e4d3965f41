import { type Page, expect } from '@playwright/test';
import { join } from 'node:path';
import { openVerification } from './dossier-pages';
import { chooseReadiness } from './prepare-readiness';
import { samples, settled, visit } from './sample-page';

/** One picture of the guide: `docs/images/<language>/<name>.png`. */
export interface Picture {
  readonly name: string;
  /** Of the window, in pixels; 800 unless said. */
  readonly height?: number;
  /** Brings the page to what is shown; ids, numbers and texts of the sample are not known to it. */
  readonly show: (page: Page) => Promise<void>;
}

interface ReadinessItems {
  readonly items: readonly {
    readonly itemId: string;
    readonly checks: readonly { readonly state: string }[];
  }[];
}

/** A screen as the menu opens it. */
const screen = (name: string) => (page: Page) => visit(page, name);

export const pictures: readonly Picture[] = [
  {
    name: 'workbench',
    show: async (page) => {
      await visit(page, 'assessment');
      if ((await page.getByTestId('readiness-state').count()) === 0) await chooseReadiness(page);
      await visit(page, 'overview');
    },
  },
  { name: 'conditions', height: 900, show: screen('conditions') },
  { name: 'profile', show: screen('profile') },
  { name: 'system-tree', show: showTree },
  { name: 'drafts', show: showMissing },
  { name: 'import-preview', show: showImport },
  { name: 'currency', show: showCurrency },
  { name: 'item-card', height: 1000, show: showItem },
  { name: 'gaps', height: 1000, show: screen('gaps') },
  { name: 'actions', show: showAction },
  { name: 'records', show: screen('records') },
  { name: 'evidence', show: screen('evidence') },
  { name: 'dossier-check', height: 1000, show: screen('dossiers') },
  { name: 'schemes', show: showSchemes },
  { name: 'verify', height: 640, show: openVerification },
];

async function showTree(page: Page): Promise<void> {
  await visit(page, 'system');
  const rows = page.getByTestId('system-tree').getByRole('treeitem');
  await page.getByTestId('collapse-all').click();
  await rows.first().locator('.twist').click();
  await rows.nth(1).locator('.name').click();
  await page.getByTestId('panel-node').click();
  await expect(page.getByTestId('node-panel')).toBeVisible();
}

async function showMissing(page: Page): Promise<void> {
  await visit(page, 'system');
  await page.getByTestId('tab-drafts').click();
  await settled(page);
  await page.getByTestId('open-missing').click();
  await expect(page.getByTestId('missing-row').first()).toBeVisible();
}

/** The untidy workbook that comes with the sample, up to its preview: nothing is written. */
async function showImport(page: Page): Promise<void> {
  await visit(page, 'standards');
  await page.getByTestId('import').click();
  await page.getByTestId('file').setInputFiles(join(samples, '杂乱的标准台账.xlsx'));
  await expect(page.getByTestId('import-row').first()).toBeVisible();
}

async function showCurrency(page: Page): Promise<void> {
  await visit(page, 'standards');
  await page.getByTestId('to-currency').click();
  await expect(page.getByTestId('currency-row').first()).toBeVisible();
}

/** The item that tells most: with three checks, of which most have a result. */
async function showItem(page: Page): Promise<void> {
  await visit(page, 'assessment');
  const url = new URL(page.url());
  const [, , organization = ''] = url.pathname.split('/');
  const assessment = await page.getByTestId('which-assessment').inputValue();
  const path = `/api/organizations/${organization}/assessments/${assessment}/readiness`;
  const answer = await page.request.get(path);
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
  const { items } = (await answer.json()) as ReadinessItems;
  const known = ({ checks }: ReadinessItems['items'][number]): number =>
    checks.filter(({ state }) => state !== 'unknown').length;
  const [best] = items
    .filter(({ checks }) => checks.length === 3)
    .sort((one, other) => known(other) - known(one));
  url.searchParams.set('assessment', assessment);
  url.searchParams.set('item', best?.itemId ?? '');
  await page.goto(url.href);
  await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', best?.itemId ?? '');
}

/** The list with its first action open. */
async function showAction(page: Page): Promise<void> {
  await visit(page, 'actions');
  await page.getByTestId('action-details').first().click();
}

async function showSchemes(page: Page): Promise<void> {
  await page.getByTestId('manage-assessments').click();
  await page.locator('a[href*="add=1"]').click();
  await expect(page.getByTestId('create-assessment')).toBeVisible();
}
