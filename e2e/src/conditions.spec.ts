import { expect, test } from '@playwright/test';
import { registerWithEnterprise, saved } from './person';

const ids = ['registered', 'operation', 'accidents', 'sampling', 'dishonesty', 'mandatory'];

test('one condition that is not met stands before every grade, until all are confirmed', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '泰州条件机械有限公司');
  const home = `/o/${id}`;
  await page.goto(`${home}/conditions`);
  await expect(page.getByTestId('conditions-ahead').locator('li')).toHaveCount(ids.length);
  await page.getByTestId('begin-conditions').click();
  const verdict = page.getByRole('main').getByTestId('conditions-verdict');
  await expect(verdict).toHaveAttribute('data-state', 'open');
  await page.getByTestId('condition-sampling-no').check();
  await expect(verdict).toHaveAttribute('data-state', 'unmet');
  await saved(page);
  await page.reload();
  await expect(page.getByTestId('condition-sampling')).toHaveAttribute('data-answer', 'no');

  for (const screen of ['overview', 'assessment', 'gaps', 'dossiers']) {
    await page.goto(`${home}/${screen}`);
    await expect(verdict).toContainText('暂不具备申请条件');
  }
  const finding = page.locator('[data-testid=finding-group][data-code=condition_unmet]');
  await finding.evaluate((one) => one.setAttribute('open', ''));
  await finding.getByTestId('finding').locator('a').click();
  await expect(page.locator('.asked-field')).toHaveAttribute('data-testid', 'condition-sampling');

  for (const one of ids) {
    await page.getByTestId(`condition-${one}-yes`).check();
    await page.getByTestId(`condition-${one}-proof`).fill('查询结果和记录');
  }
  await saved(page);
  await expect(page.getByTestId('conditions-met')).toBeVisible();
  await expect(page.getByTestId('nav-conditions')).toContainText('6/6');
  await page.goto(`${home}/overview`);
  await expect(page.getByTestId('nav-conditions')).toContainText('6/6');
  await expect(verdict).toHaveCount(0);
});
