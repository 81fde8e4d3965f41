import { type Page, expect, test } from '@playwright/test';
import { api, registerWithEnterprise } from './person';
import { seriousFindings } from './serious-findings';

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);

async function open(page: Page, home: string, item: string): Promise<void> {
  await page.goto(`${home}/assessment?item=${item}`);
  await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', item);
}

test('a file of evidence serves a second item, stays when it is detached, and says when it expires', async ({
  page,
}) => {
  const home = `/o/${await registerWithEnterprise(page, '苏州材料传动有限公司')}`;
  const attached = page.getByTestId('evidence-item');
  const rows = page.getByTestId('evidence-row');
  await page.goto(`${home}/assessment`);
  await page.getByTestId('scheme-gsp-2004').check();
  await page.getByTestId('create-assessment').click();
  await expect(page.getByTestId('item-card')).toBeVisible();

  await test.step('it is uploaded on one item and chosen from the library for another', async () => {
    await open(page, home, '1.1');
    await page
      .getByTestId('evidence-file')
      .setInputFiles({ name: '培训.pdf', mimeType: 'application/pdf', buffer: pdf('培训') });
    await expect(attached).toHaveCount(1);
    await open(page, home, '1.2');
    await page.getByTestId('evidence-pick').click();
    await page.getByTestId('evidence-picker-search').fill('培');
    await page.getByTestId('evidence-picker-file').filter({ hasText: '用于 1.1' }).press('Enter');
    await expect(attached).toHaveText(/培训/);
  });

  await test.step('the same bytes are offered as the file that is there', async () => {
    await open(page, home, '1.3');
    await page
      .getByTestId('evidence-file')
      .setInputFiles({ name: '另一个名.pdf', mimeType: 'application/pdf', buffer: pdf('培训') });
    await expect(page.getByTestId('evidence-problem')).toContainText('培训');
    await page.getByTestId('evidence-use-known').click();
    await expect(attached).toHaveText(/培训/);
    await page.getByTestId('evidence-unlink').click();
    await expect(attached).toHaveCount(0);
  });

  await test.step('the library has it once, with both uses, and does not delete what is in use', async () => {
    await page.getByTestId('nav-evidence').click();
    await expect(rows).toHaveCount(1);
    await expect(page.getByTestId('evidence-use')).toHaveText([/项目 1\.1/, /项目 1\.2/]);
    await expect(page.getByTestId('evidence-delete')).toBeDisabled();
    await page.goto(`${home}/overview`);
    await expect(page.getByRole('main')).toContainText('1 份，用于 2 处');
  });

  await test.step('it is renamed, and a past end of validity is said here and on the item', async () => {
    await page.goto(`${home}/evidence`);
    await page.getByTestId('evidence-edit').click();
    await page.getByTestId('evidence-title').fill('培训合格证');
    await page.getByTestId('evidence-from').fill('2025-06-01');
    await page.getByTestId('evidence-to').fill('2025-01-01');
    await page.getByTestId('evidence-save').click();
    await expect(page.getByTestId('evidence-to-problem')).toBeVisible();
    await page.getByTestId('evidence-to').fill('2025-12-31');
    await page.getByTestId('evidence-until').fill('2025-12-31');
    await page.getByTestId('evidence-save').click();
    await expect(page.getByTestId('evidence-form')).toBeHidden();
    await page.getByTestId('evidence-expired').click();
    await expect(rows).toContainText('培训合格证');
    expect(await seriousFindings(page)).toEqual([]);
    await open(page, home, '1.1');
    await expect(attached.getByTestId('evidence-validity')).toHaveText('已过期 2025-12-31');
  });

  await test.step('detached everywhere it is still there, and then it can be deleted', async () => {
    await page.goto(`${home}/evidence`);
    const detach = page.getByTestId('evidence-detach');
    await expect(detach).toHaveCount(2);
    await detach.first().click();
    await expect(detach).toHaveCount(1);
    await detach.click();
    await expect(detach).toHaveCount(0);
    await page.getByTestId('evidence-unused').click();
    await expect(rows).toHaveCount(1);
    await page.getByTestId('evidence-delete').click();
    await page.getByTestId('evidence-delete-yes').click();
    await expect(rows).toHaveCount(0);
  });
});

test('a file of the library is chosen for standards, and is found on each of them', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '苏州证实材料有限公司');
  const home = `/o/${id}`;
  await page.goto(`${home}/evidence`);
  await page
    .getByTestId('evidence-file')
    .setInputFiles({ name: '检验.pdf', mimeType: 'application/pdf', buffer: pdf('检验') });
  const row = page.getByTestId('evidence-row');
  await expect(row).toHaveCount(1);
  const chooser = page.getByTestId('standards-chooser');
  const choices = page.getByTestId('standards-chooser-row');

  await test.step('without a register it leads to the import', async () => {
    await page.getByTestId('evidence-use-for-standards').click();
    await expect(chooser.getByRole('link', { name: '导入标准明细' })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  for (const each of [1, 2, 3])
    await api(page, 'POST', `/api/organizations/${id}/standards`, {
      body: { number: `Q/ZS 0${each}01-2026`, title: `检验规程之${each}` },
    });

  await test.step('two are found and chosen one after another by keyboard', async () => {
    await page.getByTestId('evidence-use-for-standards').click();
    await expect(choices).toHaveCount(3);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByTestId('standards-chooser-search').fill('0201');
    await expect(choices).toHaveCount(1);
    await choices.press('Enter');
    await expect(choices).toContainText('已用于此标准');
    await page.getByTestId('standards-chooser-search').fill('检验规程');
    await expect(choices).toHaveCount(3);
    await choices.nth(2).press('Enter');
    await expect(choices.nth(2)).toContainText('已用于此标准');
    await page.getByTestId('standards-chooser-close').click();
    await expect(page.getByTestId('evidence-use')).toHaveText([/0201-2026/, /0301-2026/]);
  });

  await test.step('the standard shows the file', async () => {
    await page.getByTestId('evidence-use').first().getByRole('link').click();
    await expect(page.getByTestId('evidence-item')).toHaveText(/检验/);
  });
});
