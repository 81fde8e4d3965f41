import { type Page, expect, test } from '@playwright/test';
import { confirmAddress } from './confirm-address';
import { api, registerWithEnterprise } from './person';
import { seriousFindings } from './serious-findings';

/** Named in the settings of the server that is tested. */
const maintainerEmail = 'catalogue@example.cn';

const CATALOGUE = `标准号,标准名称,发布日期,实施日期,废止日期,状态,被代替,页数
GB/T 990001-2008,传动部件 包装要求,2008-01-10,2008-07-01,2021-01-01,,GB/T 990001-2020,12
GB/T 990001-2020,传动部件 包装与标志要求,2020-06-01,2021-01-01,,现行,,14
GB/T 990002-2015,传动部件 噪声测定,2015-02-30,2015-09-01,,现行,,8
GB/T 990003-2015,传动部件 精度检验,2015-09-01,2015-03-01,,现行,,8`;

const rowOf = (page: Page, number: string) =>
  page.getByTestId('currency-row').filter({ hasText: number });

test('a maintainer brings a catalogue in, and a company replaces, takes back, reports and is answered', async ({
  browser,
}) => {
  const maintainer = await (await browser.newContext()).newPage();
  const company = await (await browser.newContext()).newPage();
  const maintainerHome = `/o/${await registerWithEnterprise(maintainer, '标准目录编辑部', maintainerEmail)}`;
  // Whoever registers with a named address is a maintainer only once it is proven to be theirs.
  await confirmAddress(maintainer, maintainerEmail);
  const companyId = await registerWithEnterprise(company, '苏州查新传动有限公司');
  const currency = `/o/${companyId}/standards/currency`;

  await test.step('a company that lists an old standard is told that nothing is known of it', async () => {
    await api(company, 'POST', `/api/organizations/${companyId}/standards`, {
      body: { number: 'GB/T 990001-2008', title: '传动部件 包装要求' },
    });
    await company.goto(currency);
    await expect(rowOf(company, '990001')).toContainText('待查');
    await expect(company.getByTestId('nav-catalogue')).toHaveCount(0);
    await company.goto(`/o/${companyId}/catalogue`);
    await expect(company).toHaveURL(/\/overview$/);
  });

  await test.step('two rows with impossible dates are named in the preview, and the rest is brought in', async () => {
    await maintainer.goto(`${maintainerHome}/overview`);
    await maintainer.getByTestId('nav-catalogue').click();
    await maintainer.getByTestId('catalogue-source').fill('国家标准公告');
    await maintainer.getByTestId('catalogue-checked-on').fill('2026-11-01');
    await maintainer.getByTestId('catalogue-file').setInputFiles({
      name: '公告.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(CATALOGUE),
    });
    await maintainer.getByTestId('preview-catalogue-import').dblclick();
    const problems = maintainer.getByTestId('catalogue-problems').locator('tbody tr');
    await expect(problems).toHaveCount(2);
    await expect(problems.nth(0)).toContainText('2015-02-30');
    await expect(problems.nth(0)).toContainText('日期不可能');
    await expect(problems.nth(1)).toContainText('2015-09-01 → 2015-03-01');
    await expect(problems.nth(1)).toContainText('发布不晚于实施');
    await expect(maintainer.getByText('不导入的列：页数')).toBeVisible();
    expect.soft(await seriousFindings(maintainer), 'preview').toEqual([]);
    await maintainer.getByTestId('start-catalogue-import').dblclick();
    const done = maintainer.getByTestId('catalogue-import');
    await expect(done).toHaveAttribute('data-state', 'done', { timeout: 30_000 });
    await expect(maintainer.getByTestId('catalogue-import-counts')).toHaveText(
      /新增\s*2.*更新\s*0.*不变\s*0.*拒收\s*2/,
    );
    await expect(maintainer.getByTestId('catalogue-imports')).toContainText('公告.csv');
  });

  await test.step('the company’s report has changed, and one click replaces the old standard', async () => {
    await company.goto(currency);
    await expect(rowOf(company, '990001')).toContainText('被代替');
    await rowOf(company, '990001').getByTestId('replace').dblclick();
    await expect(rowOf(company, '990001')).toContainText('现行');
    await expect(rowOf(company, '990001')).toContainText('2020');
  });

  await test.step('the log tells it, and takes it back', async () => {
    await company.getByTestId('view-log').click();
    const entry = company.getByTestId('replacement-log').locator('tbody tr');
    await expect(entry).toHaveCount(1);
    await expect(entry).toContainText('990001');
    await entry.getByTestId('undo-replacement').click();
    await expect(entry).toContainText('撤销');
    await company.getByTestId('view-report').click();
    await expect(rowOf(company, '990001')).toContainText('被代替');
  });

  await test.step('where the new one is listed already, the old one goes in two clicks, and comes back', async () => {
    const { id } = await api<{ id: string }>(
      company,
      'POST',
      `/api/organizations/${companyId}/standards`,
      { body: { number: 'GB/T 990001-2020', title: '传动部件 包装与标志要求' } },
    );
    await company.reload();
    const old = rowOf(company, '990001-2008');
    await expect(old).toContainText('已在明细中，可删除旧标准');
    await old.getByTestId('remove-old').click();
    await expect(company.getByTestId('currency-row')).toHaveCount(2);
    await old.getByTestId('remove-old').click();
    await expect(company.getByTestId('currency-row')).toHaveCount(1);
    await company.getByTestId('notice-action').last().click();
    await expect(company.getByTestId('currency-row')).toHaveCount(2);
    const tenant = `/api/organizations/${companyId}`;
    await api(company, 'POST', `${tenant}/standards/bulk-delete`, { body: { ids: [id] } });
    await company.reload();
    await expect(old.getByTestId('replace')).toBeEnabled();
  });

  await test.step('a remark about the new edition reaches the maintainers', async () => {
    await company.getByTestId('view-search').click();
    await company.getByTestId('catalogue-search').fill('包装与标志');
    await expect(company.getByTestId('catalogue-found')).toContainText('990001');
    await company.getByTestId('give-feedback').first().click();
    await company.getByTestId('feedback-message').first().fill('实施日期应为 2021-02-01');
    await company.getByTestId('feedback-source').first().fill('2020 年第 14 号公告');
    await company.getByTestId('feedback-send').first().dblclick();
    await company.getByTestId('view-feedback').click();
    await expect(company.getByTestId('own-feedback')).toContainText('等待答复');
    await expect(company.getByText('等待答复')).toHaveCount(1);
  });

  await test.step('who answers with a reason; the company reads the answer', async () => {
    await maintainer.getByTestId('maintain-feedback').click();
    const remark = maintainer.getByTestId('received-feedback');
    await expect(remark).toContainText('苏州查新传动有限公司');
    expect.soft(await seriousFindings(maintainer), 'received').toEqual([]);
    await remark.getByTestId('decline-feedback').click();
    await expect(remark.getByTestId('problem')).toContainText('原因');
    await remark.getByTestId('feedback-answer').fill('公告原文为 2021-01-01 实施，见第 3 页');
    await remark.getByTestId('decline-feedback').click();
    await expect(remark).toHaveCount(0);
    await company.reload();
    await company.getByTestId('view-feedback').click();
    const answered = company.getByTestId('own-feedback');
    await expect(answered).toContainText('未采纳');
    expect.soft(await seriousFindings(company), 'own feedback').toEqual([]);
    await expect(answered).toContainText('公告原文为 2021-01-01 实施');
  });
});
