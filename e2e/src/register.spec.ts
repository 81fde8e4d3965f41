import { type Page, expect, test } from '@playwright/test';
import { api, registerWithEnterprise } from './person';

interface Standards {
  readonly total: number;
  readonly rows: readonly { readonly number: string; readonly department: string }[];
}

const REGISTER = [
  {
    number: 'GB/T 19001-2016',
    title: '质量管理体系 要求',
    systemCode: 'JC1',
    issuedOn: '2016-12-30',
    inForceOn: '2016-01-01',
  },
  { number: 'GB/T 1.1-2020', title: '标准化工作导则', statusClaimed: 'current', note: '重点' },
  {
    number: 'Q/MX 0101-2026',
    title: '采购控制程序',
    department: '采购部',
    statusClaimed: 'current',
  },
];

/** The cell of a row by its class. */
const cell = (page: Page, row: number, key: string) =>
  page.getByTestId('standard-row').nth(row).locator(`.cell.${key}`);

test('the register is changed by many, undone, thrown away and brought back', async ({ page }) => {
  const id = await registerWithEnterprise(page, '苏州明细机械有限公司');
  const [home, tenant] = [`/o/${id}/standards`, `/api/organizations/${id}/standards`];
  for (const body of REGISTER) await api(page, 'POST', tenant, { body });
  const stored = () => api<Standards>(page, 'GET', `${tenant}?limit=100`);
  await page.goto(home);
  await expect(page.getByTestId('standard-row')).toHaveCount(3);

  await test.step('problems can be read at every width, and none is of what is only unchecked', async () => {
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await expect(cell(page, 0, 'problems')).toHaveText('实施早于发布');
      await expect(cell(page, 0, 'problems')).toBeInViewport({ ratio: 1 });
      const isCut = await cell(page, 0, 'problems').evaluate(
        (one) => one.scrollWidth > one.clientWidth,
      );
      expect(isCut).toBe(false);
      await expect(cell(page, 1, 'problems')).toHaveText('');
      await expect(cell(page, 2, 'status')).toHaveText('现行');
    }
    await expect(page.getByTestId('unchecked')).toContainText('1 条');
  });

  await test.step('columns are chosen', async () => {
    await page.getByTestId('column-choice').locator('summary').click();
    await page.getByTestId('column-note').check();
    await page.getByTestId('column-choice').locator('summary').click();
    await expect(cell(page, 1, 'note')).toHaveText('重点');
    await page.reload();
    await expect(cell(page, 1, 'note')).toHaveText('重点');
  });

  await test.step('a number that is there is told while it is typed, and opened', async () => {
    await page.getByTestId('add').click();
    await page.getByTestId('add-number').fill('GB/T 19001-2015');
    await expect(page.getByTestId('alike-standards')).toContainText('另一版本');
    await page.getByTestId('add-title').fill('长'.repeat(600));
    await expect(page.getByTestId('add-title-wrong')).toContainText('最多 500 字，现为 600 字');
    await page.getByTestId('open-alike').click();
    await expect(page.getByTestId('detail-number')).toHaveValue('GB/T 19001-2016');
  });

  await test.step('one standard is shown whole, and its fields save themselves', async () => {
    await expect(page.getByTestId('detail-problems')).toContainText('实施日期早于发布日期');
    await page.getByTestId('detail-inForceOn').fill('2017-07-01');
    await page.getByTestId('detail-replacesNumber').fill('GB/T 19001-2008');
    await page.getByTestId('detail-kind').focus();
    await page.getByTestId('detail-kind').selectOption('basic');
    await expect(page.getByTestId('standard-detail').getByTestId('save-state')).toHaveAttribute(
      'data-state',
      'saved',
    );
    await expect(page.getByTestId('detail-problems')).toHaveCount(0);
    await page.reload();
    await expect(page.getByTestId('detail-replacesNumber')).toHaveValue('GB/T 19001-2008');
    // Codes of classification are kept in one form; what is none stays in its field, with how to mend it.
    const ics = page.getByTestId('detail-ics');
    await page.getByTestId('detail-ccs').fill('Ａ 00、a01');
    await ics.fill('03.12');
    await ics.blur();
    await expect(page.getByTestId('detail-ccs')).toHaveValue('A00/A01');
    await expect(page.getByRole('alert').filter({ hasText: '23.060' })).toBeVisible();
    await ics.fill('03.120.10');
    await ics.blur();
    await expect(page.getByRole('alert').filter({ hasText: '23.060' })).toHaveCount(0);
    await page.getByTestId('detail-note').fill('二〇一六版');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('standard-detail')).toHaveCount(0);
    await expect(cell(page, 0, 'note')).toHaveText('二〇一六版');
  });

  await test.step('all that a filter finds gets a department, and Ctrl+Z takes it back', async () => {
    await page.getByTestId('filter-department').selectOption({ label: '（未填部门）' });
    await expect(page.getByTestId('standard-row')).toHaveCount(2);
    await page.getByTestId('choose-all').check();
    await expect(page.getByTestId('chosen-count')).toHaveText('已选符合条件的全部 2 条');
    await page.getByTestId('bulk-value').fill('质量部');
    await page.getByTestId('bulk-apply').click();
    await expect(page.getByTestId('notice')).toContainText('已修改 2 条');
    expect((await stored()).rows.map(({ department }) => department)).toEqual([
      '质量部',
      '质量部',
      '采购部',
    ]);
    await page.getByTestId('undo-act').focus();
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await stored()).rows.map(({ department }) => department))
      .toEqual(['', '', '采购部']);
    await page.getByTestId('filter-department').selectOption('');
  });

  await test.step('what was deleted stays deleted after a reload, and comes back from the bin', async () => {
    await expect(page.getByTestId('standard-row')).toHaveCount(3);
    await cell(page, 1, 'choose').locator('input').check();
    await page.getByTestId('remove').click();
    await expect(page.getByTestId('standard-row')).toHaveCount(2);
    await page.reload();
    await expect(page.getByTestId('standard-row')).toHaveCount(2);
    await page.getByTestId('to-bin').click();
    await expect(page.getByTestId('bin-row')).toHaveCount(1);
    await page.getByTestId('bin-choose-all').check();
    await page.getByTestId('restore').click();
    await expect(page.getByTestId('bin-row')).toHaveCount(0);
    expect((await stored()).rows.map(({ number }) => number)).toContain('GB/T 1.1-2020');
  });
});

test('a standard gets a number that is there already only after the question was answered', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '苏州改号机械有限公司');
  const [home, tenant] = [`/o/${id}/standards`, `/api/organizations/${id}/standards`];
  for (const body of REGISTER) await api(page, 'POST', tenant, { body });
  const numbers = async () =>
    (await api<Standards>(page, 'GET', `${tenant}?limit=100`)).rows.map(({ number }) => number);
  await page.goto(home);
  await cell(page, 1, 'number').dblclick();
  const field = cell(page, 1, 'number').locator('input');
  await field.fill('GB/T 19001-2016');
  await field.press('Enter');
  const question = page.getByTestId('notice').filter({ hasText: '仍然改号' });
  await expect(question).toContainText('GB/T 19001-2016');
  await expect(cell(page, 1, 'number')).toHaveText('GB/T 1.1-2020');
  expect(await numbers()).toContain('GB/T 1.1-2020');

  await question.getByRole('button', { name: '仍然改号' }).focus();
  await page.keyboard.press('Enter');
  await expect(cell(page, 1, 'number')).toHaveText('GB/T 19001-2016');
  await expect.poll(numbers).toEqual(['GB/T 19001-2016', 'GB/T 19001-2016', 'Q/MX 0101-2026']);
  await page.reload();
  await expect(cell(page, 1, 'number')).toHaveText('GB/T 19001-2016');
});
