import { expect, test } from '@playwright/test';
import Excel from 'exceljs';
import { sql } from './database';
import { api, registerWithEnterprise } from './person';
import { openConsultancy } from './open-organization';
import { isWhole } from './whole-page';

const EVERYTHING =
  '{profile,register,system,assessment,evidence,records,improvements,dossier}' as const;

const grant = (client: string, consultancy: string, areas: string): Promise<void> =>
  sql(
    `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
       ends_at, given_by, given_by_name)
     VALUES ($1, gen_random_uuid(), $2, '咨询机构', $3, '{}', now() + interval '1 day',
       gen_random_uuid(), '王质量')`,
    [client, consultancy, areas],
  );

test('a consultant sees all clients, looks at them as they like, and goes to the one that needs it', async ({
  browser,
}) => {
  test.slow();
  const owner = await (await browser.newContext()).newPage();
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  const found = async (name: string): Promise<string> =>
    (await api<{ id: string }>(owner, 'POST', '/api/organizations', { body: { name } })).id;
  const late = await registerWithEnterprise(owner, '安达机械');
  const [narrow, fresh] = [await found('博远电子'), await found('长河化工')];
  await api(owner, 'POST', `/api/organizations/${late}/assessments`, {
    body: { title: '2026 年自我评价', schemeId: 'gsp-2004', targetGrade: 'AAA' },
  });
  for (const dueOn of ['2026-01-10', '2026-02-10', '2090-05-06'])
    await api(owner, 'POST', `/api/organizations/${late}/corrective-actions`, {
      body: { finding: `首件检验没有记录 ${dueOn}`, owner: '质量部', dueOn },
    });
  await api(owner, 'POST', `/api/organizations/${narrow}/standards`, {
    body: { title: '首件检验规程' },
  });

  await registerWithEnterprise(page, '顾问的企业');
  const consultancy = await openConsultancy(page, '良方咨询');
  const home = `/o/${consultancy}`;
  const rows = page.getByTestId('portfolio-client');
  const rowOf = (name: string) => rows.and(page.locator(`[data-client="${name}"]`));
  const names = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-client')));

  await test.step('without clients the list says what comes first', async () => {
    // Word of the new membership reaches the server a moment later.
    await expect(async () => {
      await page.goto(home);
      await expect(page.getByTestId('portfolio-empty')).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await expect(page).toHaveURL(new RegExp(`${home}/portfolio$`));
    await isWhole(page, 'empty');
  });

  await test.step('clients stand there with what each of them opens, once it is counted', async () => {
    await grant(late, consultancy, EVERYTHING);
    await grant(narrow, consultancy, '{register}');
    await grant(fresh, consultancy, EVERYTHING);
    await expect(async () => {
      await page.reload();
      await expect(rowOf('安达机械').getByTestId('client-overdue')).toHaveText('2', {
        timeout: 3_000,
      });
      await expect(rowOf('博远电子').getByTestId('client-stage')).toBeVisible({ timeout: 3_000 });
      await expect(rowOf('长河化工').getByTestId('client-stage')).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 180_000 });
    await expect(page.getByTestId('portfolio-total')).toHaveText(/共 3 家/);
    await expect(rowOf('博远电子')).toContainText('未授权');
    await expect(rowOf('安达机械').getByTestId('grade-badge')).toHaveAttribute(
      'data-target',
      'AAA',
    );
    await expect(rowOf('长河化工')).toContainText('没有自我评价');
    await isWhole(page, 'portfolio');
  });

  await test.step('they are sorted, narrowed and grouped', async () => {
    await page.getByTestId('sort-overdue').click();
    // What is closed comes last whichever way it is sorted.
    await expect.poll(names).toEqual(['安达机械', '长河化工', '博远电子']);
    await page.getByTestId('sort-overdue').click();
    await expect.poll(names).toEqual(['长河化工', '安达机械', '博远电子']);
    await page.getByTestId('portfolio-overdue').check();
    await expect.poll(names).toEqual(['安达机械']);
    await page.getByTestId('portfolio-overdue').uncheck();
    await page.getByTestId('portfolio-search').fill('博远');
    await expect.poll(names).toEqual(['博远电子']);
    await page.getByTestId('portfolio-search').fill('没有的企业');
    await page.getByRole('button', { name: '显示全部' }).click();
    await page.getByTestId('portfolio-group').selectOption('target');
    await expect(page.getByTestId('portfolio-group-head').first()).toContainText('目标 AAA');
  });

  await test.step('a view is kept under a name and opens the page from then on', async () => {
    await page.getByTestId('save-view').click();
    await page.getByTestId('view-keep').click();
    await expect(page.getByText('请填写视图名称')).toBeVisible();
    await page.getByTestId('view-name').fill('按目标看逾期');
    await page.getByTestId('view-default').check();
    await page.getByTestId('view-keep').dblclick();
    await expect(page.getByTestId('saved-views')).toHaveValue('按目标看逾期');
    await page.reload();
    await expect(page.getByTestId('portfolio-group-head').first()).toBeVisible();
    await expect(page.getByTestId('saved-views')).toHaveValue('按目标看逾期');
  });

  await test.step('the list is taken out as it is looked at', async () => {
    await page.getByTestId('portfolio-search').fill('安达');
    await expect.poll(names).toEqual(['安达机械']);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('portfolio-export').click(),
    ]);
    const workbook = new Excel.Workbook();
    await workbook.xlsx.readFile(await download.path());
    expect(workbook.worksheets[0]?.rowCount).toBe(2);
    expect(workbook.worksheets[0]?.getRow(2).getCell(1).text).toBe('安达机械');
    await page.getByTestId('portfolio-search').fill('');
  });

  await test.step('what is overdue leads into the client, and a month is gone through by keys', async () => {
    await page.getByTestId('nav-portfolio-dates').click();
    const overdue = page.getByTestId('overdue-list').getByTestId('due-date');
    await expect(overdue).toHaveCount(2);
    await expect(overdue.first()).toContainText('2026-01-10');
    await expect(overdue.first().getByRole('link')).toHaveAttribute('href', `/o/${late}/actions`);
    const month = page.getByTestId('month');
    const before = await month.textContent();
    await page.locator('lx-due-calendar button[tabindex="0"]').focus();
    await page.keyboard.press('PageDown');
    await expect(month).not.toHaveText(String(before));
    await page.keyboard.press('PageUp');
    await expect(month).toHaveText(String(before));
    await isWhole(page, 'dates');
  });

  await test.step('the page of a client shows what a meeting needs', async () => {
    await page.getByTestId('nav-portfolio').click();
    await rowOf('安达机械').getByTestId('portfolio-open').click();
    await expect(page.getByTestId('client-name')).toHaveText('安达机械');
    await expect(page.getByTestId('client-points')).toHaveText('0');
    await expect(page.getByTestId('client-overdue-list').getByTestId('due-date')).toHaveCount(2);
    await expect(page.getByTestId('trend-table').locator('tr')).toHaveCount(1);
    await isWhole(page, 'client');
  });

  await test.step('a grant that was revoked meanwhile opens nothing any more, and says so', async () => {
    await page.goto(`${home}/portfolio`);
    await expect(rowOf('安达机械')).toBeVisible();
    await sql('UPDATE access_grants SET revoked_at = now() WHERE organization_id = $1', [late]);
    await rowOf('安达机械').getByTestId('portfolio-open').click();
    await expect(page.getByTestId('client-gone')).toContainText('授权已结束或被撤回');
    await page.getByTestId('nav-portfolio').click();
    await expect(rowOf('安达机械')).toHaveCount(0);
    await expect(rows).toHaveCount(2);
  });
});
