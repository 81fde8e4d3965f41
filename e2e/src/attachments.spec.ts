import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from '@playwright/test';
import { api, registerWithEnterprise, saved } from './person';

/** A PDF of empty pages. */
async function pdf(pages: number, ownerPassword?: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage([595, 842]);
  if (ownerPassword !== undefined) document.encrypt({ ownerPassword });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

test('files of the library are attached to the dossier in order, and what cannot be is named at once', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '无锡附件精密有限公司');
  const home = `/o/${id}`;
  await api(page, 'POST', `/api/organizations/${id}/assessments`, {
    body: { title: '2026 年自评', schemeId: 'gsp-2004' },
  });
  await page.goto(`${home}/assessment?item=1.1`);
  await expect(page.getByTestId('item-card')).toHaveAttribute('data-item', '1.1');
  for (const [index, [name, buffer]] of [
    ['营业执照.pdf', await pdf(1)] as const,
    ['组织机构图.pdf', await pdf(2)] as const,
    ['加密.pdf', await pdf(1, 'secret')] as const,
  ].entries()) {
    const file = { name, mimeType: 'application/pdf', buffer };
    await page.getByTestId('evidence-file').setInputFiles(file);
    await expect(page.getByTestId('evidence-item')).toHaveCount(index + 1);
  }

  await page.goto(`${home}/dossiers`);
  const rows = page.getByTestId('attachment');
  const attach = async (title: string) => {
    await page.getByTestId('attachment-add').click();
    await page.getByTestId('evidence-picker-file').filter({ hasText: title }).click();
  };
  await attach('组织机构图');
  await expect(rows).toHaveCount(1);
  await expect(rows.first().getByTestId('attachment-kind')).toHaveValue('chart');
  await expect(rows.first()).toContainText('2 页');
  await attach('营业执照');
  await expect(rows).toHaveCount(2);
  await attach('加密');
  const section = page.locator('#attachments');
  await expect(section).toContainText('“加密.pdf”已加密或设有权限口令');
  await expect(rows).toHaveCount(2);
  await rows.nth(1).getByTestId('attachment-up').click();
  await expect(rows.first()).toContainText('营业执照');
  await page.reload();
  await expect(rows.first()).toContainText('营业执照');
  await expect(rows.nth(1)).toContainText('组织机构图');
});

test('the allocation of duties is corrected by hand and goes back to what the register tells', async ({
  page,
}) => {
  const id = await registerWithEnterprise(page, '无锡职能精密有限公司');
  const tenant = `/api/organizations/${id}`;
  await api(page, 'POST', `${tenant}/systems`, {
    body: { templateId: 'gb-t-15496-2017', name: '标准体系' },
  });
  const profile = await api<{ version: number }>(page, 'GET', `${tenant}/profile`);
  const { version, ...content } = profile;
  const departments = [{ code: 'ZL', name: '质量部', duty: '标准化归口管理' }];
  await page.goto(`/o/${id}/profile`);
  await expect(page.getByTestId('to-duties')).toBeVisible();
  const known = Object.fromEntries(
    Object.entries(content).filter(([field]) => field !== 'completeness'),
  );
  await api(page, 'PUT', `${tenant}/profile`, { body: { ...known, departments }, version });
  await page.getByTestId('to-duties').click();
  const first = page.getByTestId('duty').first();
  await expect(first).toHaveText('');
  await first.click();
  await expect(first).toHaveText('▲');
  await saved(page);
  await page.reload();
  await expect(first).toHaveText('▲');
  await expect(page.getByTestId('duties-corrected')).toContainText('1');
  await page.getByTestId('duties-restore').click();
  await expect(first).toHaveText('');
  await saved(page);
});
