import { expect, test } from '@playwright/test';
import { keepDossierOfSample, layOutPages } from './dossier-pages';
import { consultantPictures } from './consultant-pictures';
import { pictures } from './pictures';
import { prepareReadiness } from './prepare-readiness';
import { openSample, shoot, type Language } from './sample-page';

test.describe.configure({ mode: 'serial' });

test('the sample holds what the pictures show', async ({ page }) => {
  await openSample(page, 'zh-CN');
  await keepDossierOfSample(page);
  await prepareReadiness(page);
});

for (const language of ['zh-CN', 'en'] satisfies Language[]) {
  test(`pictures in ${language}`, async ({ page }) => {
    await openSample(page, language);
    for (const { name, height, show } of pictures) {
      await test.step(name, async () => {
        await page.setViewportSize({ width: 1280, height: height ?? 800 });
        await show(page);
        await shoot(page, language, name);
      });
    }
    await page.setViewportSize({ width: 1280, height: 640 });
    await layOutPages(page);
    await shoot(page, language, 'dossier-pages');
    expect(pictures.length).toBeGreaterThan(0);
  });

  test(`pictures of the consultant in ${language}`, async ({ page }) => {
    await openSample(page, language, 'consultant');
    for (const { name, height, show } of consultantPictures) {
      await test.step(name, async () => {
        await page.setViewportSize({ width: 1280, height: height ?? 800 });
        await show(page);
        await shoot(page, language, name);
      });
    }
    expect(consultantPictures.length).toBeGreaterThan(0);
  });
}
