import { type Page, expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { openBody } from './open-organization';
import { registerWithEnterprise } from './person';
import { isWhole } from './whole-page';

/** What a letter brings is there a moment later. */
async function becomes(page: Page, testId: string, state: string): Promise<void> {
  const [chip, reload] =
    testId === 'case-state'
      ? ['case-state', 'case-reload']
      : ['submission-state', 'submission-reload'];
  await expect
    .poll(
      async () => {
        await page.getByTestId(reload).click();
        await expect(page.getByTestId(chip)).toBeVisible();
        return page.getByTestId(chip).textContent();
      },
      { timeout: 60_000 },
    )
    .toBe(state);
}

test('an enterprise hands its dossier in; the body asks, has it corrected, and accepts it', async ({
  browser,
}) => {
  test.slow();
  const pageOf = async () => (await browser.newContext()).newPage();
  const [enterprise, body] = [await pageOf(), await pageOf()];
  const name = `江南评价中心 ${randomUUID().slice(0, 6)}`;

  await test.step('a body says what it is, and that it takes applications', async () => {
    await registerWithEnterprise(body, '评审员自己的企业');
    const id = await openBody(body, name);
    await body.goto(`/o/${id}/cases`);
    await expect(body.getByTestId('no-cases')).toBeVisible();
    await isWhole(body, 'no cases');
    await body.getByTestId('nav-body').click();
    await body.getByTestId('body-introduction').fill('为制造业企业提供标准化良好行为评价。');
    await body.getByTestId('row-add').click();
    await body.getByTestId('row-title').fill('营业执照');
    await body.getByTestId('row-note').fill('在有效期内');
    await body.getByTestId('body-accepting').check();
    await isWhole(body, 'profile of the body');
    await body.getByTestId('body-save').click();
    await expect(body.getByText('已保存。')).toBeVisible();
  });

  await test.step('the enterprise chooses it, and hands in the newest version', async () => {
    await enterprise.goto('/sign-in');
    await enterprise.getByTestId('email').fill('gu@example.cn');
    await enterprise.getByTestId('password').fill('liangxing-sample-1');
    await enterprise.getByTestId('sign-in').click();
    await enterprise.getByTestId('nav-submissions').click();
    await enterprise.getByTestId('submit-open').click();
    await enterprise.getByTestId('submit-body').selectOption({ label: name });
    await expect(enterprise.getByTestId('chosen-body')).toContainText('在有效期内');
    await enterprise.getByTestId('submit-text').fill('请审核');
    await isWhole(enterprise, 'form');
    await enterprise.getByTestId('submit-send').dblclick();
    await expect(enterprise.getByTestId('submission-state')).toBeVisible();
    await becomes(enterprise, 'submission-state', '已收到');
    await expect(enterprise.getByTestId('case-number')).toHaveText(/^20\d\d-\d{4}$/);
    await isWhole(enterprise, 'application');
  });

  await test.step('the body opens what arrived, and asks', async () => {
    await body.getByTestId('nav-cases').click();
    await isWhole(body, 'queue');
    await body.getByTestId('case').getByRole('link').click();
    const opened = await body.request.get(
      (await body.getByTestId('open-pdf').getAttribute('href')) ?? '',
    );
    expect((await opened.body()).subarray(0, 5).toString()).toBe('%PDF-');
    const file = await body.request.get(
      (await body.getByTestId('case-file').first().getAttribute('href')) ?? '',
    );
    expect(file.status()).toBe(200);
    await isWhole(body, 'case');
    await body.getByTestId('move-start_check').click();
    await body.getByTestId('move-send').dblclick();
    await expect(body.getByTestId('case-state')).toHaveText('材料初审');
    await body.getByTestId('ask').click();
    await body.getByTestId('move-text').fill('厂区有几处？');
    await body.getByTestId('move-send').click();
    await expect(body.locator('[data-kind=asked]')).toBeVisible();
  });

  await test.step('the enterprise answers', async () => {
    await becomes(enterprise, 'submission-state', '材料初审');
    await expect
      .poll(async () => {
        await enterprise.getByTestId('submission-reload').click();
        return enterprise.getByTestId('answer-text').count();
      })
      .toBe(1);
    await enterprise.getByTestId('answer-text').fill('两处');
    await isWhole(enterprise, 'question');
    await enterprise.getByTestId('answer-send').dblclick();
    await expect(enterprise.locator('[data-kind=answered]')).toHaveCount(1);
    await expect(enterprise.getByTestId('answer-text')).toHaveCount(0);
  });

  await test.step('the body asks for a correction, with what lacks', async () => {
    await body.getByTestId('case-reload').click();
    await expect
      .poll(async () => {
        await body.getByTestId('case-reload').click();
        return body.locator('[data-kind=answered]').count();
      })
      .toBe(1);
    await body.getByTestId('move-request_correction').click();
    await body.getByTestId('move-send').click();
    await expect(body.getByTestId('move-lacks')).toBeVisible();
    await body.getByTestId('row-title').fill('营业执照');
    await body.getByTestId('row-note').fill('已过期，请更换');
    await body.getByTestId('move-due').fill('2027-01-15');
    await isWhole(body, 'correction');
    await body.getByTestId('move-send').click();
    await expect(body.getByTestId('case-state')).toHaveText('待补正');
  });

  await test.step('the enterprise builds another version and hands it in', async () => {
    await becomes(enterprise, 'submission-state', '待补正');
    await expect(enterprise.getByTestId('letters')).toContainText('已过期，请更换');
    await expect(enterprise.getByTestId('no-dossiers')).toBeVisible();
    await isWhole(enterprise, 'correction');
    const submission = enterprise.url();
    await enterprise.getByTestId('correct-form').getByRole('link').click();
    await enterprise.getByTestId('build-dossier').click();
    await expect(enterprise.getByTestId('submit-dossier')).toHaveCount(2, { timeout: 120_000 });
    await enterprise.goto(submission);
    await enterprise.getByTestId('correct-text').fill('已补正');
    await enterprise.getByTestId('correct-send').dblclick();
    await expect(enterprise.getByTestId('submission-state')).toHaveText('材料初审');
  });

  await test.step('the body sees what differs, and accepts', async () => {
    await becomes(body, 'case-state', '材料初审');
    await expect(body.getByTestId('material-changes')).toBeVisible();
    await isWhole(body, 'corrected');
    await body.getByTestId('move-accept').click();
    await body.getByTestId('move-send').click();
    await expect(body.getByTestId('case-state')).toHaveText('已受理');
    await becomes(enterprise, 'submission-state', '已受理');
  });

  await test.step('withdrawn, it is withdrawn on both sides', async () => {
    await enterprise.getByTestId('withdraw').click();
    await enterprise.getByTestId('withdraw-reason').fill('改期');
    await enterprise.getByTestId('withdraw-sure').click();
    await expect(enterprise.getByTestId('submission-state')).toHaveText('已撤回');
    await becomes(body, 'case-state', '已撤回');
    await enterprise.getByTestId('nav-submissions').click();
    await isWhole(enterprise, 'applications');
  });
});
