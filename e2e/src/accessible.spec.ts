import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seriousFindings } from './serious-findings';

interface SignIn {
  readonly email: string;
  readonly password: string;
}
const samples = join(import.meta.dirname, '..', '..', 'backend', 'samples');
const signIns = JSON.parse(
  readFileSync(join(samples, 'sign-ins.json'), 'utf8'),
) as readonly SignIn[];

const screens = [
  'overview',
  'conditions',
  'profile',
  'standards',
  'standards/import',
  'standards/bin',
  'assessment',
  'gaps',
  'actions',
  'dossiers',
  'schemes',
  'system',
  'system/diagram',
  'system/list',
  'system/statistics',
  'system/notes',
  'system/drafts',
  'standards/currency',
  'records',
  'evidence',
  'members',
  'settings',
  'members/trail',
];

/** Shown otherwise where a scheme gives points: those of the sample by the form of 2003. */
const screensOfPoints = ['conditions', 'assessment', 'gaps', 'actions', 'system/diagram'];
const historical = JSON.parse(readFileSync(join(samples, '2003', 'enterprise.json'), 'utf8')) as {
  readonly organizationId: string;
};

for (const width of [1280, 768]) {
  test(`no screen has a serious accessibility finding at ${width} px`, async ({ page }) => {
    // Many screens, each read whole by axe.
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    const [owner] = signIns;
    if (!owner) throw new Error('the sample has no sign-in');
    await page.goto('/sign-in');
    await expect(page.getByTestId('sign-in')).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByTestId('email').fill(owner.email);
    await page.getByTestId('password').fill(owner.password);
    await page.getByTestId('sign-in').click();
    await expect(page).toHaveURL(/\/o\//);
    const home = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
    const other = `/o/${historical.organizationId}`;
    for (const screen of [
      ...screens.map((name) => `${home}/${name}`),
      ...screensOfPoints.map((name) => `${other}/${name}`),
    ]) {
      await page.goto(screen);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect.soft(await seriousFindings(page), screen).toEqual([]);
    }
    await page.goto('/account');
    await expect(page.getByTestId('sessions')).toContainText('本设备');
    expect.soft(await seriousFindings(page), 'account').toEqual([]);
    await page.goto('/confirm-email/some-token');
    await expect(page.getByTestId('confirm-email')).toBeVisible();
    expect.soft(await seriousFindings(page), 'confirm-email').toEqual([]);
    await page.goto('/verify');
    await expect(page.getByTestId('verify-code')).toBeVisible();
    expect.soft(await seriousFindings(page), 'verify').toEqual([]);
  });
}
