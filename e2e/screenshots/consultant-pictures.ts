import { type Page, expect } from '@playwright/test';
import type { Picture } from './pictures';
import { settled, visit } from './sample-page';

/** What the consultant of the sample sees. */
export const consultantPictures: readonly Picture[] = [
  { name: 'clients', show: (page) => visit(page, 'clients') },
  { name: 'portfolio', show: showPortfolio },
  { name: 'due-dates', show: (page) => visit(page, 'portfolio-dates') },
  { name: 'client-page', height: 1000, show: showClient },
  { name: 'acting', show: showActing },
];

/** The client that is busiest: it has overdue actions. */
const BUSY = '某某精密主轴有限公司（示例）';

async function showPortfolio(page: Page): Promise<void> {
  await visit(page, 'portfolio');
  await expect(page.getByTestId('portfolio-client').first()).toBeVisible();
}

async function showClient(page: Page): Promise<void> {
  await showPortfolio(page);
  const row = page.getByTestId('portfolio-client').and(page.locator(`[data-client="${BUSY}"]`));
  await row.getByTestId('portfolio-open').click();
  await expect(page.getByTestId('client-name')).toHaveText(BUSY);
  await settled(page);
}

/** Leaves the consultancy: the last picture. */
async function showActing(page: Page): Promise<void> {
  await showClient(page);
  await page.getByTestId('client-enter').click();
  await visit(page, 'actions');
}
