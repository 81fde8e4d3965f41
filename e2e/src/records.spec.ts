import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { registerWithEnterprise } from './person';

const LAWS = `法律法规名称,文号,发布机关,公布日期,实施日期
中华人民共和国产品质量法,主席令第71号,全国人大常委会,1993-02-22,1993-09-01
企业标准化促进办法,国家市场监督管理总局令第83号,国家市场监督管理总局,2023-08-31,2024-01-01`;

test('the list of laws is written, imported, exported, imported again unchanged, and proves an item', async ({
  page,
}) => {
  const organizationId = await registerWithEnterprise(page, '苏州台账传动有限公司');
  const home = `/o/${organizationId}`;
  const rows = page.getByTestId('record-row');

  await test.step('a law is added; a day in force before its issue is refused beside the field', async () => {
    await page.goto(`${home}/overview`);
    await page.getByTestId('nav-records').click();
    await page.getByTestId('records-laws').click();
    await page.getByTestId('record-add').click();
    await page.getByTestId('record-title').fill('中华人民共和国标准化法');
    await page.getByTestId('record-issuedOn').fill('2017-11-04');
    await page.getByTestId('record-inForceOn').fill('2017-01-01');
    await page.getByTestId('record-save').click();
    await expect(page.getByTestId('wrong-inForceOn')).toBeVisible();
    await page.getByTestId('record-inForceOn').fill('2018-01-01');
    await page.getByTestId('record-save').click();
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('2018-01-01');
  });

  await test.step('it is edited', async () => {
    await page.getByTestId('record-open').click();
    await page.getByTestId('record-documentNumber').fill('主席令第78号');
    await page.getByTestId('record-save').click();
    await expect(rows).toContainText('主席令第78号');
  });

  await test.step('a CSV under heads of its own is taken over', async () => {
    await page.getByTestId('records-import').click();
    await page.getByTestId('record-file').setInputFiles({
      name: '法规.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(LAWS),
    });
    await expect(page.getByTestId('record-import-row')).toHaveCount(2);
    await page.getByTestId('record-import-commit').click();
    await expect(rows).toHaveCount(3);
    await expect(page.getByTestId('records-table')).toContainText('企业标准化促进办法');
  });

  await test.step('a file that takes long can be given up, and one that fails says why', async () => {
    const state = page.getByTestId('download-state');
    const link = page.getByTestId('records-export');
    // The server does not answer; somebody else's files are before this one.
    await page.route('**/records/*/export*', () => undefined);
    await page.route('**/work/*', (route) => route.fulfill({ json: { before: 2 } }));
    const givenUp = page.waitForEvent('requestfailed');
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(state).toHaveText('排队中，前面还有 2 项');
    await expect(link).toHaveAttribute('aria-busy', 'true');
    await page.keyboard.press('Tab');
    await expect(page.getByTestId('download-cancel')).toBeFocused();
    await page.keyboard.press('Enter');
    expect((await givenUp).url()).toContain('/export');
    await expect(state).toHaveCount(0);
    await expect(link).toBeFocused();

    await page.unroute('**/records/*/export*');
    await page.route('**/records/*/export*', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        json: { code: 'busy', title: '服务器正忙', detail: '请在 10 秒后再试。' },
      }),
    );
    await link.click();
    await expect(page.getByTestId('problem')).toContainText('请在 10 秒后再试。');
    await page.getByTestId('download-close').click();
    await expect(page.getByTestId('problem')).toHaveCount(0);
    await page.unrouteAll();
  });

  await test.step('what is exported changes nothing when it is imported again', async () => {
    const waiting = page.waitForEvent('download');
    await page.getByTestId('records-export').click();
    const buffer = await readFile(await (await waiting).path());
    expect(buffer.subarray(0, 2).toString()).toBe('PK');
    await page.getByTestId('records-import').click();
    await page.getByTestId('record-file').setInputFiles({
      name: '导出.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    });
    const again = page.getByTestId('record-import-row');
    await expect(again).toHaveCount(3);
    await expect(again.filter({ hasText: '无变化' })).toHaveCount(3);
    await expect(page.getByTestId('record-import-commit')).toBeDisabled();
    await page.getByTestId('record-import-close').click();
  });

  await test.step('the list is a proof of the item that asks for it', async () => {
    await page.goto(`${home}/assessment`);
    await page.getByTestId('scheme-gsp-2004').check();
    await page.getByTestId('create-assessment').click();
    await expect(page.getByTestId('item-card')).toBeVisible();
    await page.goto(`${home}/records/laws`);
    await expect(rows).toHaveCount(3);
    await page.getByTestId('records-prove').click();
    await expect(page.getByText('评价项 1.7 的证实材料')).toBeVisible();
    await page.goto(`${home}/assessment?item=1.7`);
    await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', '1.7');
    await expect(page.getByTestId('item-records-laws')).toContainText('3');
    await expect(page.getByTestId('evidence-item')).toContainText('法律法规清单');
  });
});
