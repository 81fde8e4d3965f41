import { expect, test } from '@playwright/test';
import { api, registerWithEnterprise } from './person';
import { seriousFindings } from './serious-findings';

const REGISTER = `标准编号,标准名称
GB/T 5169-10-2017,电工电子产品着火危险试验
"GB/T 1-2016、GB/T 2-2011",紧固件
GB/T 8170-2008,数值修约规则`;

const SCORING = `序号,要素,考评内容,标准分值,评分办法
1,目标,制定年度目标并分解,10,未制定不得分；未分解扣 5 分
2,目标,定期考核,10,未考核扣 10 分
,目标,小计,20,`;

const csv = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

interface Rows {
  readonly rows: readonly {
    readonly id: string;
    readonly version: number;
    readonly number: string;
  }[];
}

test('a register as people have it: questions are answered, numbers parted, and an undo keeps later work', async ({
  page,
}) => {
  const organizationId = await registerWithEnterprise(page, '苏州文件传动有限公司');
  const standards = `/api/organizations/${organizationId}/standards`;
  await page.goto(`/o/${organizationId}/standards/import`);
  await page.locator('input[type=file]').first().setInputFiles(csv('明细.csv', REGISTER));
  const rows = page.getByTestId('import-row');

  await test.step('the proposed number is accepted in its row, and can be given back', async () => {
    await expect(page.getByTestId('numbers-proposed')).toBeVisible();
    await page.getByTestId('accept-number').click();
    await expect(rows.first()).toContainText('GB/T 5169.10-2017');
    await page.getByTestId('accept-none').click();
    await expect(page.getByTestId('accept-number')).toBeVisible();
    await page.getByTestId('accept-all').click();
    await expect(page.getByTestId('accepted')).toBeVisible();
    await expect(page.getByTestId('accept-number')).toHaveCount(0);
  });

  await test.step('several numbers of one cell become rows', async () => {
    await expect(rows).toHaveCount(3);
    await page.getByTestId('split-numbers').check();
    await expect(rows).toHaveCount(4);
    await expect(rows.nth(2)).toContainText('GB/T 2-2011');
    expect.soft(await seriousFindings(page), 'preview').toEqual([]);
  });

  await test.step('after an edit the undo asks, keeps the edited row and takes back the rest', async () => {
    await page.getByTestId('commit').click();
    await expect(page.getByTestId('import-result')).toBeVisible();
    const listed = await api<Rows>(page, 'GET', `${standards}?limit=10`);
    const edited = listed.rows.find(({ number }) => number === 'GB/T 8170-2008');
    await api(page, 'PATCH', `${standards}/${edited?.id ?? ''}`, {
      body: { note: '已核' },
      version: edited?.version ?? 0,
    });
    await page.getByTestId('undo-import').click();
    const conflict = page.getByTestId('undo-conflict');
    await expect(conflict).toContainText('GB/T 8170-2008');
    expect.soft(await seriousFindings(page), 'conflict').toEqual([]);
    await page.getByTestId('keep-changed').click();
    await expect(conflict).toHaveCount(0);
    await expect(async () => {
      const kept = await api<Rows>(page, 'GET', `${standards}?limit=10`);
      expect(kept.rows.map(({ number }) => number)).toEqual(['GB/T 8170-2008']);
    }).toPass();
  });
});

test('a table at the wrong door is shown the right one', async ({ page }) => {
  const organizationId = await registerWithEnterprise(page, '苏州门口传动有限公司');

  await test.step('a register among the laws', async () => {
    await page.goto(`/o/${organizationId}/records/laws`);
    await page.getByTestId('records-import').click();
    const file = csv('明细.csv', '名称,标准编号\n包装,GB/T 191-2008\n修约,GB/T 8170-2008');
    await page.getByTestId('record-file').setInputFiles(file);
    await expect(page.getByTestId('problem')).toContainText('标准明细');
    await page.getByTestId('anyway').click();
    await expect(page.getByTestId('record-import-row')).toHaveCount(2);
    await page.getByTestId('record-file').setInputFiles(file);
    await page.getByTestId('door').click();
    await expect(page).toHaveURL(/\/standards\/import$/);
  });

  await test.step('a scoring table in its own shape becomes a workbook to be completed', async () => {
    await page.goto(`/o/${organizationId}/schemes`);
    await page.getByTestId('scheme-file').setInputFiles(csv('评分表.csv', SCORING));
    await expect(page.getByTestId('scheme-foreign')).toContainText('2 个项目');
    const download = page.waitForEvent('download');
    await page.getByTestId('save-scheme-draft').click();
    expect((await download).suggestedFilename()).toContain('.xlsx');
    expect.soft(await seriousFindings(page), 'foreign table').toEqual([]);
  });
});

test('what was looked up at an official site is noted with its picture, for one row and for several', async ({
  page,
}) => {
  const organizationId = await registerWithEnterprise(page, '苏州核对传动有限公司');
  for (const [number, title] of [
    ['AQ 1109-2014', '煤矿安全标志'],
    ['GB/T 8170-2008', '数值修约规则'],
  ])
    await api(page, 'POST', `/api/organizations/${organizationId}/standards`, {
      body: { number, title },
    });
  await page.goto(`/o/${organizationId}/standards/currency`);
  const rows = page.getByTestId('currency-row');
  await expect(rows).toHaveCount(2);
  await page.getByTestId('currency-search').fill('AQ');
  await expect(rows).toHaveCount(1);
  await expect(rows.getByTestId('official-site')).toHaveAttribute('rel', /noopener/);
  await expect(rows.getByTestId('official-site')).toHaveAttribute('href', /hbba\.sacinfo\.org\.cn/);

  await rows.getByTestId('verify').click();
  await page.getByTestId('verify-picture').setInputFiles({
    name: '查询结果.png',
    mimeType: 'image/png',
    buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 80 } }),
  });
  expect.soft(await seriousFindings(page), 'dialog').toEqual([]);
  await page.getByTestId('verify-send').dblclick();
  await expect(rows.getByTestId('verified')).toContainText('现行');
  await expect(rows.getByTestId('verified').getByRole('link')).toBeVisible();

  await page.getByTestId('currency-search').fill('');
  await expect(rows).toHaveCount(2);
  for (const mark of await page.getByTestId('choose-row').all()) await mark.check();
  await page.getByTestId('verify-chosen').click();
  await page.getByTestId('verify-withdrawn').check();
  await page.getByTestId('verify-send').click();
  await expect(page.getByTestId('verified').filter({ hasText: '废止' })).toHaveCount(2);
  expect.soft(await seriousFindings(page), 'report').toEqual([]);
});
