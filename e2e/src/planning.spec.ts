import { type Page, expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import {
  applies,
  becomes,
  joins,
  openAcceptingBody,
  signInAsSample,
  type Numbered,
} from './evaluating';
import { isKept } from './kept-forms';
import { api, saved } from './person';
import { isWhole } from './whole-page';

/** An application of the sample that a new body has accepted. @returns its id on both sides */
async function accepted(enterprise: Page, body: Page, bodyId: string): Promise<string> {
  await signInAsSample(enterprise);
  const id = await applies(enterprise, body, bodyId);
  await enterprise.goto(`${new URL(enterprise.url()).pathname}/${id}`);
  const at = `/api/organizations/${bodyId}/cases/${id}`;
  for (const move of ['start_check', 'accept']) {
    const { version } = await api<Numbered>(body, 'GET', at);
    await api(body, 'POST', `${at}/moves`, { body: { move, text: '' }, version });
  }
  return id;
}

test('a body plans an evaluation with two, the enterprise objects and then confirms, and it begins', async ({
  browser,
}) => {
  test.slow();
  const pageOf = async () => (await browser.newContext()).newPage();
  const [enterprise, director, assessor] = [await pageOf(), await pageOf(), await pageOf()];
  const bodyId = await openAcceptingBody(director, `江南评价中心 ${randomUUID().slice(0, 6)}`);
  const assessorId = await joins(assessor, bodyId, 'assessor', '李评价');
  const id = await accepted(enterprise, director, bodyId);
  const plan = `/o/${bodyId}/cases/${id}/plan`;

  await test.step('the director writes down what the assessor may evaluate', async () => {
    await director.goto(`/o/${bodyId}/assessors`);
    const row = director.getByTestId('assessor').filter({ hasText: '李评价' });
    await row.getByTestId('assessor-edit').click();
    await director.getByTestId('qualification-add').click();
    await director.getByTestId('qualification-title').fill('标准化良好行为评价员');
    await director.getByTestId('qualification-until').fill('2020-12-31');
    await director.getByTestId('qualification-until').blur();
    await director.getByTestId('assessor-divisions').fill('C01');
    await director.getByTestId('assessor-save').click();
    await expect(director.getByTestId('unknown-division')).toBeVisible();
    await director.getByTestId('assessor-divisions').fill('C34、I65');
    await isWhole(director, 'competence');
    await director.getByTestId('assessor-save').click();
    await expect(row.getByTestId('qualification-expired')).toBeVisible();
    await isWhole(director, 'people');
  });

  await test.step('and puts the two into the team; both declare', async () => {
    await director.goto(`/o/${bodyId}/cases/${id}/sheet`);
    const standing = director.getByTestId('page-standing');
    await expect(standing).toContainText('案件现为“已受理”，还没有进行到这一步');
    await expect(director).toHaveTitle(/^评分 · \S+ .+ · 良行$/);
    await isWhole(director, 'page that is not begun');
    await standing.getByRole('link', { name: '评价计划' }).click();
    await expect(director.getByTestId('no-team')).toBeVisible();
    await expect(director).toHaveTitle(/^评价计划 · /);
    await director.getByTestId('team-add').click();
    await expect(director.getByTestId('team-unchosen')).toBeVisible();
    await isWhole(director, 'plan without a team');
    await director.getByTestId('team-person').selectOption({ label: '王质量（未登记能力）' });
    await director.getByTestId('team-role').selectOption('lead');
    await director.getByTestId('team-add').dblclick();
    await expect(director.getByTestId('team-member')).toHaveCount(1);
    await director.getByTestId('team-person').selectOption({ value: assessorId });
    await director.getByTestId('team-role').selectOption('lead');
    await director.getByTestId('team-add').click();
    await expect(director.getByTestId('problem')).toContainText('已有组长');
    await director.getByTestId('team-role').selectOption('assessor');
    await director.getByTestId('team-add').click();
    await expect(director.getByTestId('team-member')).toHaveCount(2);
    await expect(director.getByTestId('team')).toContainText('资格已到期');
    await director.getByTestId('declare').click();
    await expect(director.getByTestId('declared')).toHaveCount(1);
    await director.getByTestId('send_plan').click();
    await expect(director.getByTestId('form-send_plan').getByTestId('problem')).toContainText(
      '李评价',
    );
    await assessor.goto(plan);
    await assessor.getByTestId('declare').click();
    await expect(assessor.getByTestId('declared')).toHaveCount(2);
    await expect(assessor.getByTestId('plan-form')).toHaveCount(0);
    await isWhole(assessor, 'plan of an assessor');
  });

  await test.step('the plan is told what lacks, and is sent', async () => {
    await director.getByTestId('case-reload').click();
    await director.getByTestId('send_plan').click();
    const problem = director.getByTestId('form-send_plan').getByTestId('problem');
    await expect(problem).toContainText('请至少安排一名评价人员');
    const lines = director.getByTestId('agenda-line');
    const people = director.getByTestId('agenda-person');
    for (let at = 0; at < (await people.count()); at += 2) await people.nth(at + 1).check();
    await isWhole(director, 'agenda');
    // Two lines at one time: one after the other.
    while ((await director.getByTestId('agenda-clash').count()) > 0) {
      const clashing = lines.filter({ has: director.getByTestId('agenda-clash') });
      await clashing.last().getByTestId('agenda-remove').click();
    }
    await saved(director);
    await director.getByTestId('plan-preview').locator('summary').click();
    await isWhole(director, 'preview');
    await director.getByTestId('text-send_plan').fill('请确认');
    await director.getByTestId('send_plan').dblclick();
    await expect(director.getByTestId('case-state')).toHaveText('待企业确认计划');
    await expect(director.getByTestId('plan-shown')).toContainText('李评价');
    await isWhole(director, 'plan that was sent');
  });

  await test.step('the enterprise objects with a reason', async () => {
    await becomes(enterprise, 'submission', '待企业确认计划');
    await expect(enterprise.getByTestId('plan-shown')).toContainText('李评价');
    await isWhole(enterprise, 'plan at the enterprise');
    await enterprise.getByTestId('plan-object').click();
    await expect(enterprise.getByTestId('plan-reason-first')).toBeVisible();
    await enterprise.getByTestId('plan-text').fill('当日停产检修，请改期');
    await enterprise.getByTestId('plan-object').click();
    await expect(enterprise.getByTestId('submission-state')).toHaveText('企业对计划有异议');
  });

  await test.step('the body draws it up anew, and the enterprise confirms', async () => {
    await becomes(director, 'case', '企业对计划有异议');
    await expect(director.getByTestId('plan-objection')).toContainText('停产检修');
    await director.getByTestId('plan-method').fill('查阅文件、现场查看。');
    await saved(director);
    await director.getByTestId('send_plan').click();
    await expect(director.getByTestId('case-state')).toHaveText('待企业确认计划');
    await becomes(enterprise, 'submission', '待企业确认计划');
    await enterprise.getByTestId('plan-confirm').dblclick();
    await expect(enterprise.getByTestId('submission-state')).toHaveText('计划已确认');
    await becomes(director, 'case', '计划已确认');
  });

  await test.step('the first meeting is held', async () => {
    await director.getByTestId('meeting-hold').click();
    await expect(director.getByTestId('meeting-first').getByTestId('problem')).toBeVisible();
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
      new Date(),
    );
    await director.getByTestId('meeting-day').fill(today);
    await director.getByTestId('meeting-place').fill('一号会议室');
    await isKept(director, '一号会议室');
    await director.reload();
    await expect(director.getByTestId('form-restored')).toBeVisible();
    await expect(director.getByTestId('meeting-place')).toHaveValue('一号会议室');
    await director.getByTestId('attendee-add-enterprise').click();
    await director.getByTestId('attendee-name').last().fill('顾明');
    await isWhole(director, 'first meeting');
    await director.getByTestId('meeting-save').click();
    await director.getByTestId('meeting-hold').click();
    await expect(director.getByTestId('case-state')).toHaveText('评价中');
    await isWhole(director, 'evaluation begun');
    await becomes(enterprise, 'submission', '评价中');
  });
});
