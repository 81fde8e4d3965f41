import { expect, test } from '@playwright/test';
import { keepDossierOfSample, layOutPages } from './dossier-pages';
import { directorPictures, leadPictures } from './body-pictures';
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

  for (const [who, role, shown] of [
    ['the consultant', 'consultant', consultantPictures],
    ['the lead of a team', 'body_lead', leadPictures],
    ['the director of a body', 'body_director', directorPictures],
  ] as const)
    test(`pictures of ${who} in ${language}`, async ({ page }) => {
      await openSample(page, language, role);
      for (const { name, height, show } of shown) {
        await test.step(name, async () => {
          await page.setViewportSize({ width: 1280, height: height ?? 800 });
          await show(page);
          await shoot(page, language, name);
        });
      }
      expect(shown.length).toBeGreaterThan(0);
    });
}
