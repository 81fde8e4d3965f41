import { expect, type Page } from '@playwright/test';
import { seriousFindings } from './serious-findings';

const WIDTHS = [1280, 768];

/** A page is seen whole at each width, and everybody can use it. @param where for the message */
export async function isWhole(page: Page, where: string, widths = WIDTHS): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(beyond, `${where} at ${width} px`).toBeLessThanOrEqual(0);
    expect.soft(await seriousFindings(page), `${where} at ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
