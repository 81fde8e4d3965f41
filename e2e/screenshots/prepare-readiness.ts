import { type Page, expect } from '@playwright/test';
import { settled, visit } from './sample-page';

/**
 * The pictures show a readiness evaluation with corrective actions. Where the sample has one it is chosen; else one is
 * begun, as a person would.
 */
export async function prepareReadiness(page: Page): Promise<void> {
  await visit(page, 'assessment');
  if (!(await showsReadiness(page)) && !(await chooseReadiness(page))) await beginReadiness(page);
  await visit(page, 'actions');
  if ((await page.getByTestId('action-row').count()) === 0) await turnGapsIntoActions(page);
}

/** Chooses the readiness evaluation of the sample; the pictures all show it. */
export async function chooseReadiness(page: Page): Promise<boolean> {
  const which = page.getByTestId('which-assessment');
  const values = await which
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  for (const value of values) {
    await which.selectOption(value);
    await settled(page);
    await visit(page, 'assessment');
    if (await showsReadiness(page)) return true;
  }
  return false;
}

async function showsReadiness(page: Page): Promise<boolean> {
  await expect(page.getByTestId('item-card')).toBeVisible();
  return (await page.getByTestId('readiness-state').count()) > 0;
}

async function beginReadiness(page: Page): Promise<void> {
  await page.getByTestId('manage-assessments').click();
  await page.locator('a[href*="add=1"]').click();
  await page.getByTestId('scheme-gb-t-19273-2017').check();
  await page.getByTestId('create-assessment').click();
  await expect(page.getByTestId('readiness-state')).toBeVisible();
}

async function turnGapsIntoActions(page: Page): Promise<void> {
  await visit(page, 'gaps');
  const rows = page.getByTestId('unmet');
  await expect(rows.first()).toBeVisible();
  const all = page.getByTestId('choose-all');
  // Some are chosen at first: of all chosen, none is left.
  await all.check();
  await all.uncheck();
  for (const row of (await rows.all()).slice(0, 6)) await row.getByRole('checkbox').check();
  await page.getByTestId('readiness-to-actions').click();
  await settled(page);
  await visit(page, 'actions');
  await expect(page.getByTestId('action-row').first()).toBeVisible();
}
