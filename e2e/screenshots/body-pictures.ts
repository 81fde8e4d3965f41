import { type Page, expect } from '@playwright/test';
import type { Picture } from './pictures';
import { settled, visit } from './sample-page';

/** What those of the sample body see, by who is signed in. */
export const leadPictures: readonly Picture[] = [
  { name: 'queue', show: (page) => visit(page, 'cases') },
  { name: 'plan', height: 1000, show: (page) => openEvaluated(page, 'plan') },
  { name: 'sheet', height: 900, show: showSheet },
  { name: 'findings', height: 1000, show: (page) => openEvaluated(page, 'findings') },
];

export const directorPictures: readonly Picture[] = [
  { name: 'conclusion', height: 1000, show: showConclusion },
  { name: 'certificates', show: (page) => visit(page, 'certificates') },
  { name: 'register', height: 640, show: showRegister },
];

/** The case of the sample that is being evaluated: the newest one. */
async function openEvaluated(page: Page, tab: 'plan' | 'sheet' | 'findings'): Promise<void> {
  await visit(page, 'cases');
  await page.getByTestId('case').last().getByRole('link').first().click();
  await page.getByTestId(`case-tab-${tab}`).click();
  await settled(page);
}

async function showSheet(page: Page): Promise<void> {
  await openEvaluated(page, 'sheet');
  await expect(page.getByTestId('sheet-item')).toBeVisible();
}

/** The case that has its certificate. */
async function showConclusion(page: Page): Promise<void> {
  await visit(page, 'cases');
  await page.getByTestId('cases-all').click();
  await page
    .getByTestId('case')
    .filter({ hasText: /已发证|Certified/ })
    .getByRole('link')
    .click();
  await page.getByTestId('case-tab-conclusion').click();
  await expect(page.getByTestId('certificate')).toBeVisible();
  await settled(page);
}

/** As anybody sees it: the last picture. */
async function showRegister(page: Page): Promise<void> {
  await page.goto('/certificates');
  await page.getByTestId('register-q').fill('示例');
  await page.getByTestId('register-search').click();
  await expect(page.getByTestId('register-found')).toBeVisible();
  await settled(page);
}
