import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { api, registerWithEnterprise, saved } from './person';
import { pdfText } from './pdf-text';

const samples = join(import.meta.dirname, '..', '..', 'backend', 'samples');
const messyWorkbook = join(samples, '杂乱的标准台账.xlsx');

interface SchemeView {
  sections: { bonus: boolean; groups: { items: { id: string }[] }[] }[];
}
interface AssessmentView {
  id: string;
  schemeId: string;
  schemeVersion: string;
}

test('a quality manager goes from her spreadsheet to a dossier that anyone can verify', async ({
  page,
  browser,
}) => {
  const organizationId = await registerWithEnterprise(page, '苏州试验传动有限公司');
  const home = `/o/${organizationId}`;
  const tenant = `/api/organizations/${organizationId}`;

  await test.step('the profile saves itself and checks the credit code', async () => {
    await page.goto(`${home}/profile`);
    await page.getByTestId('profile-creditCode').fill('913205050000LJDT78');
    await page.getByTestId('profile-creditCode').blur();
    await expect(page.getByTestId('credit-code-good')).toHaveCount(0);
    await page.getByTestId('profile-creditCode').fill('913205050000LJDT79');
    await expect(page.getByTestId('credit-code-good')).toBeVisible();
    const fields = {
      address: '江苏省苏州市高新区试验路 1 号',
      industryName: '其他传动部件制造',
      legalRepresentative: '沈试验',
      contactName: '王质量',
      contactPhone: '0512-00000000',
      systemReleasedOn: '2025-01-10',
      systemEffectiveOn: '2025-02-01',
    };
    for (const [name, value] of Object.entries(fields)) {
      await page.getByTestId(`profile-${name}`).fill(value);
    }
    await page.locator('#profile-products').fill('精密滚珠丝杠副');
    await page.locator('#profile-products').blur();
    await saved(page);
    await page.reload();
    await expect(page.getByTestId('profile-address')).toHaveValue(fields.address);
  });

  await test.step('the messy workbook is recognised, previewed and imported', async () => {
    await page.goto(`${home}/standards/import`);
    await page.getByTestId('file').setInputFiles(messyWorkbook);
    await expect(page.getByTestId('import-summary')).toBeVisible();
    await page.getByTestId('rows-problems').click();
    await expect(page.getByTestId('import-row').first()).toBeVisible();
    await page.getByTestId('commit').click();
    await expect(page.getByTestId('import-result')).toBeVisible();
    const register = await api<{ total: number }>(page, 'GET', `${tenant}/standards?limit=1`);
    expect(register.total).toBeGreaterThan(150);
    await page.goto(`${home}/standards`);
    await expect(page.getByTestId('standard-row').first()).toBeVisible();
  });

  await test.step('items are answered by keyboard and the total follows', async () => {
    await page.goto(`${home}/assessment`);
    await page.getByTestId('scheme-gsp-2004').check();
    await page.getByTestId('create-assessment').click();
    await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', '1.1');
    await page.keyboard.press('3');
    await expect(page.getByTestId('total')).toHaveText('4');
    await page.keyboard.press('j');
    await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', '1.2');
    await page.keyboard.press('0');
    await expect(page.getByTestId('total')).toHaveText('14');
    await page.keyboard.press('u');
    await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', '1.3');
    await page.keyboard.press('x');
    await page.keyboard.press('k');
    await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', '1.2');
    await saved(page);
    await page.reload();
    await expect(page.getByTestId('total')).toHaveText('14');
  });

  const [assessment] = await api<AssessmentView[]>(page, 'GET', `${tenant}/assessments`);
  if (!assessment) throw new Error('the assessment was not stored');

  await test.step('a proof is dropped on an item', async () => {
    await page.goto(`${home}/assessment?item=1.1`);
    await page.getByTestId('evidence-file').setInputFiles({
      name: '方针目标发布文件.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('依标准做事，以精密立信。\n'),
    });
    await expect(page.getByTestId('evidence-item')).toHaveCount(1);
  });

  await test.step('the rest of the sheet is answered', async () => {
    const scheme = await api<SchemeView>(
      page,
      'GET',
      `/api/schemes/${assessment.schemeId}/versions/${assessment.schemeVersion}`,
    );
    const answered = new Set(['1.1', '1.2', '1.3']);
    const items = scheme.sections.flatMap(({ bonus, groups }) =>
      groups.flatMap((group) => group.items.map(({ id }) => ({ id, bonus }))),
    );
    for (const { id } of items.filter((item) => !answered.has(item.id))) {
      await api(page, 'PUT', `${tenant}/assessments/${assessment.id}/answers/${id}`, {
        version: 0,
        body: {
          state: 'assessed',
          rules: {},
          finding: '已查阅文件和记录',
          responsible: '质量部',
          reason: '',
          approval: null,
        },
      });
    }
  });

  await test.step('the conditions of the application are confirmed', async () => {
    await page.getByTestId('nav-conditions').click();
    const conditions = page.locator('[data-testid^=condition-][data-answer]');
    await expect(conditions.first()).toBeVisible();
    for (const id of await conditions.evaluateAll((all) =>
      all.map((one) => one.getAttribute('data-testid') ?? ''),
    )) {
      await page.getByTestId(`${id}-yes`).check();
      await page.getByTestId(`${id}-proof`).fill('查询结果和记录');
    }
    await saved(page);
    await expect(page.getByTestId('conditions-met')).toBeVisible();
  });

  await test.step('the gaps page names the score and what AAAA still asks for', async () => {
    await page.goto(`${home}/gaps`);
    const main = page.getByRole('main');
    await expect(main.getByTestId('total')).toContainText('394');
    await expect(main.getByTestId('grade-badge').first()).toHaveAttribute('data-grade', 'AAA');
    await expect(main.getByTestId('route-effort')).toBeVisible();
  });

  const pdf = await test.step('the checked dossier is built and downloaded', async () => {
    await page.goto(`${home}/dossiers`);
    await page.getByTestId('build-dossier').click();
    const download = page.getByTestId('download-dossier').first();
    await expect(download).toBeVisible({ timeout: 60_000 });
    await expect(page.getByTestId('dossier-total').first()).toContainText('394');
    const event = page.waitForEvent('download');
    await download.click();
    return readFileSync(await (await event).path());
  });

  await test.step('the PDF says what the screen says', async () => {
    const text = await pdfText(pdf);
    expect(text).toContain('苏州试验传动有限公司');
    expect(text).toContain('913205050000LJDT79');
    expect(text).toMatch(/基本分394/);
    expect(text).toMatch(/AAA/);
    expect(text).toContain('预评（参考）');
  });

  await test.step('its preview is closed by the button that has the focus first, and by Esc there', async () => {
    const [open, close] = [
      page.getByTestId('preview-dossier').first(),
      page.getByTestId('close-preview'),
    ];
    await open.click();
    await expect(close).toBeFocused();
    await close.press('Enter');
    await expect(close).toHaveCount(0);
    await expect(open).toBeFocused();
    await open.press('Enter');
    // Once the focus is in the file, no key comes back from there.
    await page.locator('iframe').focus();
    await close.click();
    await open.press('Enter');
    await close.press('Escape');
    await expect(close).toHaveCount(0);
  });

  await test.step('a second evaluation is chosen for every screen, and the first keeps its dossier', async () => {
    const [first] = await api<AssessmentView[]>(page, 'GET', `${tenant}/assessments`);
    await page.goto(`${home}/assessment?add=1`);
    await page.getByTestId('assessment-title').fill('第二次评价');
    await page.getByTestId('create-assessment').click();
    await expect(page).toHaveURL(/assessment=[0-9a-f-]{36}/);
    await page.getByTestId('nav-dossiers').click();
    await expect(page.getByRole('main')).toContainText('第二次评价');
    await expect(page.getByTestId('download-dossier')).toHaveCount(0);
    await page.getByTestId('which-assessment').selectOption(first?.id ?? '');
    await expect(page.getByTestId('download-dossier').first()).toBeVisible();
    await page.getByTestId('nav-gaps').click();
    await expect(page.getByRole('main').getByTestId('total')).toContainText('394');
    // An address that names none is led to the one that was chosen, in a tab of its own as well.
    await page.goto(`${home}/gaps`);
    await expect(page).toHaveURL(new RegExp(`assessment=${first?.id ?? ''}`));
    await page.getByTestId('manage-assessments').click();
    const second = page.getByTestId('assessment-row').first();
    await second.getByTestId('assessment-remove').click();
    await page.getByTestId('assessment-remove-yes').click();
    await expect(page.getByTestId('assessment-row')).toHaveCount(1);
    await page.getByTestId('nav-dossiers').click();
  });

  await test.step('anyone can verify it, and a changed file is recognised', async () => {
    const code = (await page.getByTestId('dossier-code').first().textContent())?.trim() ?? '';
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`/verify/${code}`);
    await expect(stranger.getByTestId('verify-issued')).toContainText('苏州试验传动有限公司');
    const file = { name: '申请材料.pdf', mimeType: 'application/pdf', buffer: pdf };
    await stranger.getByTestId('verify-file').setInputFiles(file);
    await expect(stranger.getByTestId('verify-result')).toHaveAttribute('data-result', 'genuine');
    const changed = Buffer.from(pdf);
    changed[changed.length - 20] = (changed.at(-20) ?? 0) ^ 1;
    await stranger.getByTestId('verify-file').setInputFiles({ ...file, buffer: changed });
    await expect(stranger.getByTestId('verify-result')).toHaveAttribute('data-result', 'different');
    await stranger.context().close();
  });
});
