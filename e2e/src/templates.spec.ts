import { expect, test, type Page } from '@playwright/test';
import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import PizZip from 'pizzip';
import { sql } from './database';
import { openConsultancy } from './open-organization';
import { api, registerWithEnterprise } from './person';
import { isWhole } from './whole-page';

const AREAS = '{profile,register,system,assessment,evidence,records,improvements,dossier}';

/** An engagement as both sides know it. @param writable as an array of SQL */
async function engage(
  consultancyId: string,
  client: { readonly id: string; readonly name: string },
  writable: string,
): Promise<void> {
  const id = randomUUID();
  await sql(
    `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
       starts_at, ends_at, given_by, given_by_name)
     SELECT $1, $2, $3, '良方咨询', $4::text[], $5::text[], now() - interval '1 day',
       now() + interval '30 days', user_id, '王质量' FROM memberships WHERE organization_id = $1`,
    [client.id, id, consultancyId, AREAS, writable],
  );
  await sql(
    `INSERT INTO clients (organization_id, id, client_id, client_name, offered_by, state, readable,
       writable, starts_at, ends_at, reason, version)
     VALUES ($1, $2, $3, $4, 'client', 'live', $5::text[], $6::text[], now() - interval '1 day',
       now() + interval '30 days', '', 1)`,
    [consultancyId, id, client.id, client.name, AREAS, writable],
  );
}

test('a consultant prepares a structure and a catalogue, copies them to clients, and doubles nothing', async ({
  browser,
}) => {
  test.slow();
  const consultant = await (await browser.newContext()).newPage();
  const owner = await (await browser.newContext()).newPage();
  await registerWithEnterprise(consultant, '顾问自己的企业');
  const consultancy = await openConsultancy(consultant, '良方咨询');
  const [one, two] = [
    `苏州甲机械 ${randomUUID().slice(0, 6)}`,
    `苏州乙机械 ${randomUUID().slice(0, 6)}`,
  ];
  const first = { id: await registerWithEnterprise(owner, one), name: one };
  const other = await (await browser.newContext()).newPage();
  const second = { id: await registerWithEnterprise(other, two), name: two };
  await engage(consultancy, first, AREAS);
  await engage(consultancy, second, '{system}');
  const lines = consultant.getByTestId('copy-line');

  await test.step('it prepares a structure of its own', async () => {
    await consultant.goto(`/o/${consultancy}/clients`);
    await consultant.getByTestId('nav-templates').click();
    await expect(consultant.getByTestId('no-templates')).toBeVisible();
    await isWhole(consultant, 'no templates');
    await consultant.getByTestId('template-new').click();
    await consultant.getByTestId('template-save').click();
    await expect(consultant.getByTestId('template-name')).toHaveAttribute('aria-invalid', 'true');
    await consultant.getByTestId('template-name').fill('制造企业标准体系');
    await isWhole(consultant, 'new template');
    await consultant.getByTestId('template-save').click();
    await expect(consultant.getByTestId('template-nodes')).toBeVisible();
    const node = consultant.getByTestId('template-nodes').getByRole('button').first();
    await node.press('Enter');
    await consultant.getByTestId('child-name').fill('数字化标准');
    await isWhole(consultant, 'structure');
    await consultant.getByTestId('add-child').click();
    await expect(consultant.getByTestId('template-nodes')).toContainText('数字化标准');
  });

  await test.step('it looks at what the copy would do, and copies to both', async () => {
    await consultant.getByTestId('choose-all').click();
    await consultant.getByTestId('copy-preview').click();
    await expect(lines).toHaveCount(2);
    await expect(lines.first()).toContainText('将复制');
    await isWhole(consultant, 'preview');
    await consultant.getByTestId('copy-now').click();
    await expect(consultant.getByTestId('copy-done')).toContainText('已复制到 2 家');
    await isWhole(consultant, 'copied');
  });

  await test.step('it is the system of the client, who sees whose template it was', async () => {
    await owner.goto(`/o/${first.id}/system`);
    await expect(owner.getByTestId('system-switcher')).toContainText('制造企业标准体系');
    await expect(owner.getByText('数字化标准').first()).toBeVisible();
    await owner.goto(`/o/${first.id}/members`);
    await owner.goto(`/o/${first.id}/engagements`);
    await owner.getByTestId('engagement-trail').click();
    await expect(owner.getByText('复制咨询机构的模板').first()).toBeVisible();
  });

  await test.step('a second time nothing is doubled', async () => {
    await consultant.reload();
    await consultant.getByTestId('choose-all').click();
    await consultant.getByTestId('copy-preview').click();
    await expect(lines.first()).toHaveAttribute('data-outcome', 'present');
    await expect(lines.last()).toHaveAttribute('data-outcome', 'present');
    await expect(consultant.getByTestId('copy-now')).toBeDisabled();
  });

  await test.step('from the page of a client it comes to the catalogue, pasted from a table', async () => {
    await consultant.goto(`/o/${first.id}/actions`);
    await consultant.getByTestId('use-template').click();
    await expect(consultant).toHaveURL(new RegExp(`/o/${consultancy}/templates\\?`));
    await consultant.getByTestId('template-new').click();
    await consultant.getByTestId('template-name').fill('常见问题');
    const cell = consultant.getByTestId('cell-finding').first();
    await cell.focus();
    await cell.evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(
        'text/plain',
        '缺检验记录\t无人核对\t交接时核对\t2\n未按期查新\t\t每季度查新\t1',
      );
      const paste = { clipboardData, bubbles: true, cancelable: true };
      field.dispatchEvent(new ClipboardEvent('paste', paste));
    });
    await expect(consultant.getByTestId('cell-finding').nth(1)).toHaveValue('未按期查新');
    await isWhole(consultant, 'rows');
    await consultant.getByTestId('template-save').click();
    const chosen = consultant.getByTestId('copy-client');
    await expect(consultant.getByRole('checkbox', { name: one })).toBeChecked();
    await expect(consultant.getByRole('checkbox', { name: two })).toBeDisabled();
    await expect(chosen).toHaveCount(2);
    await consultant.getByTestId('copy-preview').click();
    await consultant.getByTestId('copy-now').dblclick();
    await expect(consultant.getByTestId('copy-done')).toContainText('已复制到 1 家');
    await owner.goto(`/o/${first.id}/actions`);
    await expect(owner.getByTestId('action-row')).toHaveCount(2);
    await expect(owner.getByTestId('actions')).toContainText('未按期查新');
  });
});

/** A letter whose fields Word has split over runs, in text, table and header. */
const letter = (): Promise<Buffer> => {
  const split = new Paragraph({
    children: ['由{', '{企业', '名称}}提出《{{标准名称}}》'].map((text) => new TextRun(text)),
  });
  const cell = new TableCell({ children: [new Paragraph('{{标准编号}}｜{{法人章}}')] });
  const children = [split, new Table({ rows: [new TableRow({ children: [cell] })] })];
  const header = new Header({ children: [new Paragraph('{{企业名称}}')] });
  return Packer.toBuffer(new Document({ sections: [{ headers: { default: header }, children }] }));
};

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The text of all parts of a downloaded Word file that people read. */
async function wordText(page: Page, testId: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId(testId).first().click(),
  ]);
  const zip = new PizZip(await readFile(await file.path()));
  const parts = Object.keys(zip.files).filter((name) =>
    /^word\/(document|header\d)\.xml$/.test(name),
  );
  return parts
    .map(
      (name) =>
        zip
          .file(name)
          ?.asText()
          .replace(/<[^>]+>/g, '') ?? '',
    )
    .join('\n');
}

test('a Word file of a template becomes that of each client’s draft, and its next version is the client’s own', async ({
  browser,
}) => {
  test.slow();
  const consultant = await (await browser.newContext()).newPage();
  const owner = await (await browser.newContext()).newPage();
  await registerWithEnterprise(consultant, '顾问自己的企业');
  const consultancy = await openConsultancy(consultant, '良方咨询');
  const name = `苏州丁<精密>&机械 ${randomUUID().slice(0, 6)}`;
  const first = { id: await registerWithEnterprise(owner, name), name };
  await engage(consultancy, first, AREAS);
  // Drafts are shown beside the system.
  const structure = { templateId: 'gb-t-15496-2017' };
  await api(owner, 'POST', `/api/organizations/${first.id}/systems`, { body: structure });

  await test.step('a line gets a Word file once it is saved; what is no field is told', async () => {
    await consultant.goto(`/o/${consultancy}/templates?kind=drafts`);
    await consultant.getByTestId('template-new').click();
    await consultant.getByTestId('template-name').fill('管理标准');
    await consultant.getByTestId('cell-title').first().fill('采购控制程序');
    await consultant.getByTestId('template-save').click();
    const upload = consultant.getByTestId('template-upload');
    await upload.setInputFiles({ name: '旧.docx', mimeType: DOCX, buffer: Buffer.from('text') });
    await expect(consultant.getByRole('alert').first()).toContainText('扩展名');
    await upload.setInputFiles({ name: '采购.docx', mimeType: DOCX, buffer: await letter() });
    await expect(consultant.getByTestId('template-file')).toHaveText('采购.docx');
    await expect(consultant.getByTestId('unknown-fields')).toContainText('{{法人章}}');
    await consultant.getByTestId('word-fields-help').getByText('可用字段').click();
    await isWhole(consultant, 'Word file of a line');
  });

  await test.step('the preview tells which fields stay empty, and the copy brings the file along', async () => {
    await consultant.getByTestId('choose-all').click();
    await consultant.getByTestId('copy-preview').click();
    await expect(consultant.getByTestId('empty-fields')).toContainText('标准编号');
    await consultant.getByTestId('copy-now').click();
    await expect(consultant.getByTestId('copy-done')).toContainText('已复制到 1 家');
  });

  await test.step('at the client the download bears the client’s name; the client uploads the next version', async () => {
    await owner.goto(`/o/${first.id}/system/drafts`);
    await owner.getByText('采购控制程序').first().click();
    await expect(owner.getByTestId('current-file')).toContainText('采购控制程序.docx');
    const text = await wordText(owner, 'draft-word');
    const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(text).toContain(`由${escaped}提出《采购控制程序》`);
    expect(text.split(escaped)).toHaveLength(3);
    expect(text).toContain('（待填：标准编号）｜{{法人章}}');
    const own = new Document({ sections: [{ children: [new Paragraph('企业自己的文本')] }] });
    await owner.getByTestId('draft-upload').setInputFiles({
      ...{ name: '定稿.docx', mimeType: DOCX },
      buffer: await Packer.toBuffer(own),
    });
    await expect(owner.getByTestId('current-file')).toContainText('定稿.docx');
    await expect(owner.getByText('以前的版本（1）')).toBeVisible();
    await isWhole(owner, 'Word file of a draft');
    expect(await wordText(owner, 'draft-word')).toContain('企业自己的文本');
  });

  await test.step('approval closes the file; the template can be removed, and the client keeps its own', async () => {
    for (const step of ['submit', 'approve']) {
      await owner.getByTestId(`to-${step}`).click();
      await owner.getByTestId('step-by').fill('沈试验');
      await owner.getByTestId('take-step').click();
      await expect(owner.getByTestId('step-form')).toHaveCount(0);
    }
    await expect(owner.getByTestId('draft-upload')).toHaveCount(0);
    await consultant.getByTestId('template-remove').click();
    await consultant.getByTestId('template-remove-sure').click();
    await expect(consultant.getByTestId('no-templates')).toBeVisible();
    await owner.reload();
    await owner.getByText('采购控制程序').first().click();
    expect(await wordText(owner, 'draft-word')).toContain('企业自己的文本');
  });
});
