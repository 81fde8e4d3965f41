import { type Page, expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { sql } from './database';
import {
  applies,
  becomes,
  brings,
  joins,
  judgeOthers,
  openAcceptingBody,
  signInAsSample,
  userOf,
  type Numbered,
} from './evaluating';
import { api } from './person';

test.use({ serviceWorkers: 'allow' });

const PASSPHRASE = '三号车间 东门 2026';
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const today = DAY.format(new Date());

interface PlanPage {
  readonly version: number;
  readonly content: {
    readonly agenda: readonly { readonly kind: string; readonly assessors: readonly string[] }[];
  };
}

interface Submission extends Numbered {
  readonly letters: readonly { readonly kind: string; readonly number: number }[];
}

/** The team has declared, the plan is confirmed, the first meeting was held: planning has a journey of its own. */
async function begin(
  at: string,
  enterprise: { readonly page: Page; readonly at: string },
  lead: Page,
  others: readonly Page[],
): Promise<void> {
  const seen = async (): Promise<number> => (await api<Numbered>(lead, 'GET', at)).version;
  const move = async (path: string, body: object): Promise<void> => {
    await api(lead, 'POST', `${at}/${path}`, { body, version: await seen() });
  };
  const people = [lead, ...others];
  for (const [place, person] of people.entries()) {
    const userId = await userOf(person);
    await api(lead, 'POST', `${at}/team`, {
      body: { userId, role: place === 0 ? 'lead' : 'assessor' },
    });
    await api(person, 'POST', `${at}/declarations`, { body: { relation: 'none', text: '' } });
  }
  const { version, content } = await api<PlanPage>(lead, 'GET', `${at}/plan`);
  const assessors = await Promise.all(others.map(userOf));
  const agenda = content.agenda
    .filter(({ kind }, index, all) => kind !== 'evaluation' || all[index - 1]?.kind !== kind)
    .map((line) => (line.kind === 'evaluation' ? { ...line, assessors } : line));
  const kept = await api<PlanPage>(lead, 'PUT', `${at}/plan`, {
    ...{ body: { ...content, agenda }, version },
  });
  await move('plan/sending', { text: '', planVersion: kept.version });
  await becomes(enterprise.page, 'submission', '待企业确认计划');
  const { letters } = await api<Submission>(enterprise.page, 'GET', enterprise.at);
  const plan = letters.findLast(({ kind }) => kind === 'plan_sent')?.number;
  await api(enterprise.page, 'POST', `${enterprise.at}/plan-confirmation`, {
    body: { plan, text: '' },
  });
  await expect.poll(async () => (await api<Numbered>(lead, 'GET', at)).state).toBe('planned');
  await meets(lead, at, 'first');
  await move('meetings/first/holding', { text: '' });
}

async function meets(lead: Page, at: string, kind: 'first' | 'closing'): Promise<void> {
  const attendance = [
    { side: 'body', name: '程立', department: '', post: '组长' },
    { side: 'enterprise', name: '顾明', department: '质量部', post: '部长' },
  ];
  const body = { heldOn: today, place: '一号会议室', minutes: '', attendance };
  await api(lead, 'PUT', `${at}/meetings/${kind}`, { body, version: 0 });
}

async function judge(page: Page, which: 'best' | 'worst', findings: readonly string[]) {
  for (const [at, finding] of findings.entries()) {
    if (at > 0) await page.getByTestId('next').click();
    const choices = page.getByTestId(/^score-(not_established|full|met|not_met)$/);
    await (which === 'best' ? choices.first() : choices.last()).click();
    await page.getByTestId('score-finding').fill(finding);
  }
}

async function handIn(page: Page): Promise<void> {
  await page.getByTestId('hand-in').click();
  await page.getByTestId('hand-in-sure').click();
  await expect(page.getByTestId('sheet-state')).toHaveText('已提交');
}

test('three evaluate, one of them without a network; a fourth reviews, a fifth decides, a visitor finds it', async ({
  browser,
}) => {
  test.slow();
  const pageOf = async () => (await browser.newContext()).newPage();
  const enterprise = await pageOf();
  const [director, lead, inside, reviewer, visitor] = [
    ...[await pageOf(), await pageOf(), await pageOf(), await pageOf(), await pageOf()],
  ] as [Page, Page, Page, Page, Page];
  const away = await browser.newContext();
  away.setDefaultTimeout(20_000);
  let outside = await away.newPage();
  const name = `江南评价中心 ${randomUUID().slice(0, 6)}`;
  let bodyId = '';
  let id = '';
  let submission = '';
  let at = '';
  let sheet = '';

  await test.step('an application is planned, and its evaluation begins', async () => {
    bodyId = await openAcceptingBody(director, name);
    await joins(lead, bodyId, 'lead_assessor', '程立');
    await joins(inside, bodyId, 'assessor', '何静');
    await joins(outside, bodyId, 'assessor', '任远');
    await joins(reviewer, bodyId, 'reviewer', '苏文');
    await signInAsSample(enterprise);
    const applications = new URL(enterprise.url()).pathname;
    id = await applies(enterprise, director, bodyId);
    submission = `${applications}/${id}`;
    await enterprise.goto(submission);
    at = `/api/organizations/${bodyId}/cases/${id}`;
    sheet = `/o/${bodyId}/cases/${id}/sheet`;
    const own = `/api/organizations/${submission.split('/')[2] ?? ''}/submissions/${id}`;
    // The desk is the director's: the lead plans.
    for (const one of ['start_check', 'accept']) {
      const { version } = await api<Numbered>(director, 'GET', at);
      await api(director, 'POST', `${at}/moves`, { body: { move: one, text: '' }, version });
    }
    await begin(at, { page: enterprise, at: own }, lead, [inside, outside]);
    for (const [person, left] of [
      [lead, 3],
      [inside, 3],
      [outside, 3],
    ] as const)
      await judgeOthers(id, await userOf(person), left);
  });

  await test.step('one takes the case along, and judges where there is no network; the browser is killed', async () => {
    await outside.goto(sheet);
    await outside.getByTestId('take-along').click();
    await outside.getByTestId('device-name').fill('现场平板');
    await outside.getByTestId('passphrase').fill(PASSPHRASE);
    await outside.getByTestId('passphrase-again').fill(PASSPHRASE);
    await outside.getByTestId('take-sure').click();
    await expect(outside.getByTestId('open-offline')).toBeVisible({ timeout: 60_000 });
    await away.setOffline(true);
    const reopen = async (): Promise<void> => {
      await outside.close();
      outside = await away.newPage();
      await outside.goto('/');
      await outside.getByTestId('open-passphrase').fill(PASSPHRASE);
      await outside.getByTestId('open-taken').click();
      await expect(outside.getByTestId('sheet-item')).toBeVisible();
    };
    await reopen();
    await judge(outside, 'worst', ['现场未见', '现场未见', '现场未见']);
    await expect(outside.getByTestId('unsent')).toContainText('3');
    await reopen();
    await expect(outside.getByTestId('score-finding')).toHaveValue('现场未见');
  });

  await test.step('meanwhile the two others judge, each alone, and hand in', async () => {
    for (const person of [lead, inside]) {
      await person.goto(sheet);
      await judge(person, 'best', ['符合', '符合', '符合']);
      await expect(person.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
      await handIn(person);
    }
    await lead.getByTestId('view-together').click();
    await expect(lead.getByTestId('waits-for')).toContainText('任远');
    await inside.goto(`${sheet}?view=together`);
    await expect(inside.getByTestId('settle')).toHaveCount(0);
  });

  await test.step('who comes back has lost nothing, and hands in too', async () => {
    await away.setOffline(false);
    await expect(outside.getByTestId('unsent')).toBeHidden({ timeout: 60_000 });
    await outside.goto(sheet);
    await expect(outside.getByTestId('score-finding')).toHaveValue('现场未见');
    await handIn(outside);
  });

  await test.step('the lead settles what differs, one by one, and holds the closing meeting', async () => {
    await lead.goto(`${sheet}?view=together`);
    await expect(lead.getByTestId('unsettled')).toContainText('3');
    for (let left = 3; left > 0; left -= 1) {
      await lead
        .getByTestId('compared-item')
        .filter({ has: lead.locator('.chip.warn') })
        .first()
        .getByTestId('settle')
        .click();
      await lead.getByTestId('take-answer').first().click();
      await lead.getByTestId('settle-reason').fill('三人复看现场记录，予以确认');
      await lead.getByTestId('settle-send').dblclick();
      await expect(lead.getByTestId('settle-form')).toHaveCount(0);
    }
    await expect(lead.getByTestId('unsettled')).toHaveCount(0);
    await expect(lead.getByTestId('agreement')).toContainText('任远');
    await lead.getByTestId('case-tab-findings').click();
    await lead.getByTestId('finding-add').click();
    await lead.getByTestId('finding-item').selectOption({ index: 1 });
    await lead.getByTestId('finding-text').fill('抽查 3 份检验记录，1 份无签名');
    await lead.getByTestId('finding-save').click();
    await expect(lead.getByTestId('finding')).toHaveCount(1);
    await meets(lead, at, 'closing');
    await lead.goto(`${sheet}?view=together`);
    await lead.getByTestId('lead-move-send').dblclick();
    await expect(lead.getByTestId('case-state')).toHaveText('整改与验证');
  });

  await test.step('the enterprise answers, the lead verifies and hands over', async () => {
    await enterprise.goto(submission);
    await brings(enterprise, 'submission', 'finding-answer-form');
    await enterprise.getByTestId('finding-cause').fill('新员工未培训');
    await enterprise.getByTestId('finding-correction').fill('已补签并培训');
    await enterprise.getByTestId('finding-done').fill(today);
    await enterprise.getByTestId('finding-send').click();
    await expect(enterprise.getByTestId('finding-answer-form')).toHaveCount(0);
    await lead.getByTestId('case-tab-findings').click();
    await brings(lead, 'case', 'finding-judge');
    await lead.getByTestId('judge-text').fill('已核查培训记录');
    await lead.getByTestId('judge-accept').click();
    await expect(lead.getByTestId('finding-state')).toHaveText('已验证');
    await lead.getByTestId('conclusion-summary').fill('体系完整，运行有效。');
    await lead.getByTestId('recommend-grant').check();
    const grade = lead.getByTestId('conclusion-grade');
    if ((await grade.count()) > 0) await grade.selectOption({ index: 1 });
    await expect(lead.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
    await lead.getByTestId('lead-move-send').click();
    await expect(lead.getByTestId('case-state')).toHaveText('复核中');
  });

  await test.step('a second person reviews, another one decides', async () => {
    const conclusion = `/o/${bodyId}/cases/${id}/conclusion`;
    await lead.goto(conclusion);
    await expect(lead.getByTestId('review-pass_review')).toHaveCount(0);
    await reviewer.goto(conclusion);
    await expect(reviewer.getByTestId('result')).toContainText('任远');
    await reviewer.getByTestId('review-pass_review').click();
    await expect(reviewer.getByTestId('case-state')).toHaveText('待决定');
    await director.goto(conclusion);
    await director.getByTestId('decide-scope').fill('精密轴承的设计和制造');
    await director.getByTestId('decide-grant').dblclick();
    await expect(director.getByTestId('case-state')).toHaveText('公示中');
    await visitor.goto('/publicities');
    await expect(
      visitor.getByTestId('publicities').locator('> li').filter({ hasText: name }),
    ).toContainText('精密轴承的设计和制造');
    await sql(
      `UPDATE publicities SET from_on = from_on - 40, until_on = until_on - 40 WHERE case_id = $1`,
      [id],
    );
    await director.getByTestId('case-reload').click();
    await director.getByTestId('issue-certify').dblclick();
    await expect(director.getByTestId('case-state')).toHaveText('已发证');
    await becomes(enterprise, 'submission', '已发证');
  });

  await test.step('a visitor finds the certificate by its number', async () => {
    const number = await director
      .getByTestId('certificate')
      .getByRole('link')
      .first()
      .textContent()
      .then((text) => text?.trim() ?? '');
    await visitor.goto('/certificates');
    await visitor.getByTestId('register-q').fill(number);
    await visitor.getByTestId('register-search').click();
    const found = visitor.getByTestId('register-found').locator('li').filter({ hasText: name });
    await found.getByRole('link').click();
    await expect(visitor.getByTestId('register-standing')).toContainText('有效');
    await expect(visitor.getByTestId('registered')).toContainText('精密轴承的设计和制造');
  });
});
