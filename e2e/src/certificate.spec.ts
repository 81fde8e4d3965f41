import { type Page, expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { sql } from './database';
import { becomes, joins, openAcceptingBody, signInAsSample } from './evaluating';
import { isKept } from './kept-forms';
import { isWhole } from './whole-page';

/** What a team handed over, as it is kept: the evaluation itself has a journey of its own. */
async function handOver(bodyId: string, bodyName: string, caseId: string): Promise<void> {
  const score = { grade: null, total: null, readiness: 8_200, isProvisional: false };
  const result = {
    ...{ format: 'liangxing-evaluation', version: 1, caseNumber: '2026-0001', bodyName },
    enterprise: {
      ...{ name: '示例证书企业有限公司', creditCode: '91320500MA1EXAMP0X', address: '苏州市' },
      products: ['精密轴承'],
    },
    dossier: { number: 1, code: '7K2M-9Q4T-XB3D-0FHZ' },
    scheme: {
      ...{ id: 'gb-t-19273-2017', title: { 'zh-CN': 'GB/T 19273-2017' }, kind: 'readiness' },
      sections: [],
    },
    ...{ targetGrade: 'AAAA', team: [{ name: '李强', role: 'lead' }], plan: null, items: [] },
    ...{ score, self: score, findings: [] },
    conclusion: {
      ...{ summary: '体系完整，运行有效。', strengths: '', improvements: '' },
      ...{ recommendation: 'grant', grade: 'AAAA' },
    },
    handedOver: { by: '李强', on: '2026-11-30' },
  };
  await sql(
    `INSERT INTO case_results (organization_id, case_id, number, result, result_sha256, handed_over_by,
       handed_over_by_name) VALUES ($1, $2, 1, $3, $4, $5, '李强')`,
    [bodyId, caseId, JSON.stringify(result), '0'.repeat(64), randomUUID()],
  );
  await sql(`UPDATE cases SET state = 'reviewing' WHERE id = $1`, [caseId]);
}

test('a result becomes a certificate, and a visitor finds it', async ({ browser }) => {
  test.slow();
  const pageOf = async () => (await browser.newContext()).newPage();
  const [enterprise, body, reviewer, deputy, visitor] = [
    ...[await pageOf(), await pageOf(), await pageOf(), await pageOf(), await pageOf()],
  ] as [Page, Page, Page, Page, Page];
  const name = `江南评价中心 ${randomUUID().slice(0, 6)}`;
  let bodyId = '';
  let submission = '';
  let caseId = '';

  await test.step('an application is evaluated', async () => {
    bodyId = await openAcceptingBody(body, name);
    await joins(reviewer, bodyId, 'reviewer');
    await joins(deputy, bodyId, 'director');
    await signInAsSample(enterprise);
    await enterprise.getByTestId('submit-open').click();
    await enterprise.getByTestId('submit-body').selectOption({ label: name });
    await enterprise.getByTestId('submit-send').click();
    await expect(enterprise.getByTestId('submission-state')).toBeVisible();
    submission = enterprise.url();
    caseId = /[0-9a-f-]{36}$/.exec(submission)?.[0] ?? '';
    await becomes(enterprise, 'submission', '已收到');
    await handOver(bodyId, name, caseId);
  });

  const conclusion = `/o/${bodyId}/cases/${caseId}/conclusion`;

  await test.step('a second person reviews', async () => {
    await reviewer.goto(conclusion);
    await expect(reviewer.getByTestId('recommendation')).toContainText('AAAA');
    await isWhole(reviewer, 'review');
    await reviewer.getByTestId('review-return_to_team').click();
    await expect(reviewer.getByText('请填写理由。')).toBeVisible();
    await reviewer.getByTestId('review-text').fill('过程完整');
    await isKept(reviewer, '过程完整');
    await reviewer.reload();
    await expect(reviewer.getByTestId('review-text')).toHaveValue('过程完整');
    await reviewer.getByTestId('review-pass_review').dblclick();
    await expect(reviewer.getByTestId('case-state')).toHaveText('待决定');
  });

  await test.step('another one decides, and the decision is public', async () => {
    await body.goto(conclusion);
    await body.getByTestId('decide-scope').fill('精密轴承的设计和制造');
    await isWhole(body, 'decision');
    await body.getByTestId('decide-grant').dblclick();
    await expect(body.getByTestId('case-state')).toHaveText('公示中');
    await expect(body.getByTestId('not-over')).toBeVisible();
    await visitor.goto('/publicities');
    const mine = visitor.getByTestId('publicities').locator('> li').filter({ hasText: name });
    await expect(mine).toContainText('精密轴承的设计和制造');
    await mine.getByTestId('object').click();
    await visitor.getByTestId('objection-name').fill('张三');
    await visitor.getByTestId('objection-contact').fill('13800000000');
    await visitor.getByTestId('objection-text').fill('范围与实际不符');
    await isWhole(visitor, 'objection');
    await visitor.getByTestId('objection-send').dblclick();
    await expect(visitor.getByTestId('objection-sent')).toBeVisible();
  });

  await test.step('the objection is answered, and the certificate issued behind the last day', async () => {
    await deputy.goto(conclusion);
    await expect(deputy.getByTestId('objections')).toContainText('范围与实际不符');
    await deputy.getByTestId('objection-text').fill('经核实相符');
    await deputy.getByTestId('objection-dismissed').click();
    await expect(deputy.getByTestId('objections')).toContainText('经核实相符');
    await sql(
      `UPDATE publicities SET from_on = from_on - 40, until_on = until_on - 40 WHERE case_id = $1`,
      [caseId],
    );
    await body.getByTestId('case-reload').click();
    await body.getByTestId('issue-certify').dblclick();
    await expect(body.getByTestId('case-state')).toHaveText('已发证');
    await expect(body.getByTestId('certificate')).toBeVisible();
    await isWhole(body, 'certified');
    await body.getByTestId('nav-certificates').click();
    await expect(body.getByTestId('certificates')).toContainText('示例证书企业有限公司');
    await isWhole(body, 'certificates');
  });

  await test.step('the enterprise sees and prints it', async () => {
    await enterprise.goto(submission);
    await becomes(enterprise, 'submission', '已发证');
    await isWhole(enterprise, 'application');
    const link = await enterprise.getByTestId('own-certificate-pdf').getAttribute('href');
    const pdf = await enterprise.request.get(link ?? '');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('a visitor finds it, also once it is withdrawn', async () => {
    await visitor.goto('/certificates');
    await visitor.getByTestId('register-q').fill('示');
    await visitor.getByTestId('register-search').click();
    await expect(visitor.getByTestId('register-short')).toBeVisible();
    await visitor.getByTestId('register-q').fill('示例证书企业');
    await visitor.getByTestId('register-search').click();
    const found = visitor.getByTestId('register-found').locator('li').filter({ hasText: name });
    await isWhole(visitor, 'register');
    await found.getByRole('link').click();
    await expect(visitor.getByTestId('register-standing')).toContainText('有效');
    await isWhole(visitor, 'certificate');
    await body.getByTestId('certificates').getByRole('link').first().click();
    await isWhole(body, 'certificate of the body');
    await body.getByTestId('change-text').fill('提供虚假材料');
    await body.getByTestId('change-withdraw').click();
    await expect(body.getByTestId('confirm')).toContainText('不能恢复');
    await isWhole(body, 'certificate to be withdrawn');
    await body.getByTestId('confirm-sure').click();
    await expect(body.getByTestId('standing')).toHaveText('撤销');
    await visitor.reload();
    await expect(visitor.getByTestId('register-standing')).toContainText('撤销');
  });
});
