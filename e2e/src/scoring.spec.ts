import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import {
  brings,
  evaluatedAlone,
  judgeOthers,
  openAcceptingBody,
  signInAsSample,
  userOf,
  withdraws,
} from './evaluating';
import { isKept } from './kept-forms';
import { isWhole } from './whole-page';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a lead scores, settles, sends findings, verifies what the enterprise answers, and hands over', async ({
  browser,
}) => {
  test.slow();
  const pageOf = async () => (await browser.newContext()).newPage();
  const [enterprise, body] = [await pageOf(), await pageOf()];
  let bodyId = '';
  let id = '';

  await test.step('an application is under evaluation', async () => {
    bodyId = await openAcceptingBody(body, `江南评价中心 ${randomUUID().slice(0, 6)}`);
    await signInAsSample(enterprise);
    id = await evaluatedAlone(enterprise, body, bodyId);
    await judgeOthers(id, await userOf(body));
  });

  await test.step('the lead judges the last item alone, and then sees what the enterprise said', async () => {
    await body.goto(`/o/${bodyId}/cases/${id}`);
    await body.getByTestId('case-tab-sheet').click();
    await expect(body.getByTestId('sheet-item')).toBeVisible();
    await expect(body.getByTestId('hand-in')).toBeDisabled();
    await expect(body.getByTestId('hand-in')).toHaveAccessibleDescription(
      /还有 \d+ 个基本项目未评/,
    );
    await expect(body.getByTestId('view-together')).toHaveAccessibleDescription(/提交自己的评分表/);
    await expect(body.getByTestId('self-answer')).toContainText('作出自己的判定后');
    await isWhole(body, 'sheet');
    await body.setViewportSize({ width: 390, height: 800 });
    const beyond = await body.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(beyond, 'sheet at 390 px').toBeLessThanOrEqual(0);
    await body.setViewportSize({ width: 1280, height: 900 });
    await body.getByTestId('score-not_met').click();
    await body.getByTestId('score-finding').fill('未见文件');
    await expect(body.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
    await expect(body.getByTestId('self-answer').locator('.chip').first()).toBeVisible();
    await body.reload();
    await expect(body.getByTestId('score-finding')).toHaveValue('未见文件');
    const file = body.getByTestId('show-file');
    if ((await file.count()) > 0) {
      await file.first().click();
      await expect(body.getByTestId('item-files').locator('iframe, img')).toBeVisible();
      await body.getByTestId('hide-file').click();
    }
    await body.getByTestId('hand-in').click();
    await body.getByTestId('hand-in-sure').click();
    await expect(body.getByTestId('sheet-state')).toHaveText('已提交');
  });

  await test.step('a finding is written down, with a picture', async () => {
    await body.getByTestId('case-tab-findings').click();
    await body.getByTestId('finding-add').click();
    await body.getByTestId('finding-save').click();
    await expect(body.getByTestId('finding-lacks')).toBeVisible();
    await body.getByTestId('finding-item').selectOption({ index: 1 });
    await body.getByTestId('finding-text').fill('抽查 3 份检验记录，1 份无签名');
    await isWhole(body, 'finding');
    await isKept(body, '抽查 3 份检验记录');
    await body.reload();
    await body.getByTestId('finding-add').click();
    await expect(body.getByTestId('form-restored')).toBeVisible();
    await expect(body.getByTestId('finding-text')).toHaveValue('抽查 3 份检验记录，1 份无签名');
    await body.getByTestId('finding-save').dblclick();
    await expect(body.getByTestId('finding')).toHaveCount(1);
    await body
      .getByTestId('finding-upload')
      .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: PICTURE });
    await expect(body.getByTestId('finding-file')).toBeVisible();
    await isWhole(body, 'findings');
  });

  await test.step('the sheets are compared, and the closing meeting is held', async () => {
    await body.getByTestId('case-tab-sheet').click();
    await body.getByTestId('view-together').click();
    await expect(body.getByTestId('agreement')).toBeVisible();
    await isWhole(body, 'reconciliation');
    await body.getByTestId('lead-move-send').click();
    await expect(body.getByTestId('lead-move').getByTestId('problem')).toContainText('末次会议');
    const opened = body.waitForEvent('popup');
    await body.getByTestId('closing-record').click();
    const plan = await opened;
    const record = plan.getByTestId('meeting-closing');
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
      new Date(),
    );
    await record.getByTestId('meeting-day').fill(today);
    await record.getByTestId('meeting-place').fill('一号会议室');
    await record.getByTestId('attendee-add-enterprise').click();
    await record.getByTestId('attendee-name').last().fill('顾明');
    await record.getByTestId('meeting-save').click();
    await expect(plan.getByText('会议记录已保存')).toBeVisible();
    await plan.close();
    await body.getByTestId('lead-move-send').dblclick();
    await expect(body.getByTestId('case-state')).toHaveText('整改与验证');
  });

  await test.step('the enterprise answers what was found', async () => {
    await enterprise.goto(`${new URL(enterprise.url()).pathname}/${id}`);
    await brings(enterprise, 'submission', 'finding-answer-form');
    await enterprise.getByTestId('finding-cause').fill('新员工未培训');
    await enterprise.getByTestId('finding-correction').fill('已补签并培训');
    await enterprise.getByTestId('finding-done').fill('2026-11-30');
    await isWhole(enterprise, 'answer to a finding');
    await enterprise.getByTestId('finding-send').dblclick();
    await expect(enterprise.getByTestId('finding-answer-form')).toHaveCount(0);
  });

  await test.step('the lead verifies it, concludes, and hands over', async () => {
    await body.getByTestId('case-tab-findings').click();
    await brings(body, 'case', 'finding-judge');
    await body.getByTestId('judge-return').click();
    await expect(body.getByTestId('finding-judge').getByRole('alert')).toBeVisible();
    await body.getByTestId('judge-text').fill('已核查培训记录');
    await isWhole(body, 'verification');
    await body.getByTestId('judge-accept').click();
    await expect(body.getByTestId('finding-state')).toHaveText('已验证');
    await body.getByTestId('conclusion-summary').fill('体系运行有效。');
    await body.getByTestId('recommend-refuse').check();
    await expect(body.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
    await body.reload();
    await expect(body.getByTestId('conclusion-summary')).toHaveValue('体系运行有效。');
    await body.getByTestId('lead-move-send').dblclick();
    await expect(body.getByTestId('case-state')).toHaveText('复核中');
  });

  await test.step('nothing of it is in the way of the next application', async () => {
    await withdraws(enterprise, id);
  });
});
