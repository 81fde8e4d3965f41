import { type Page, expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfText } from './pdf-text';
import { api, registerWithEnterprise } from './person';

/** LibreOffice, as a stand-in for the office program of the reader. */
const offices = [process.env['SOFFICE_PATH'], '/usr/bin/soffice', '/usr/bin/libreoffice'];

/** The file as the office program prints it, page after page, without blanks. */
async function printed(bytes: Uint8Array, name: string): Promise<string> {
  const office = offices.find((path) => path !== undefined && existsSync(path));
  if (office === undefined) {
    throw new Error(
      'No LibreOffice found. Install it (Debian and Ubuntu: apt-get install libreoffice-writer-nogui) or name it in SOFFICE_PATH.',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'liangxing-office-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    execFileSync(
      office,
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        file,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    return await pdfText(readFileSync(join(folder, name.replace(/\.\w+$/u, '.pdf'))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(page: Page, path: string): Promise<Uint8Array> {
  const answer = await page.request.get(path);
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
  return answer.body();
}

test('an office program opens the Word files and finds in them what the system holds', async ({
  page,
}) => {
  const organization = await registerWithEnterprise(page, '苏州文档电气有限公司');
  const home = `/api/organizations/${organization}`;
  await api(page, 'POST', `${home}/standards`, {
    body: { systemCode: 'CP3.2', number: 'Q/WD G0301-2024', title: '采购控制程序' },
  });
  const system = await api<{ id: string }>(page, 'POST', `${home}/systems`, {
    body: { templateId: 'gb-t-15496-2017' },
  });
  const documents = `${home}/systems/${system.id}/documents`;
  const word = async (kind: string): Promise<string> =>
    printed(await download(page, `${documents}/${kind}/docx`), `${kind}.docx`);

  const list = await word('list');
  expect(list).toContain('企业标准体系标准明细表');
  expect(list).toContain('Q/WDG0301-2024');
  expect(await word('statistics')).toContain('现有数');
  const notes = await word('notes');
  expect(notes).toContain('编制背景（草稿，待确认）');
  expect(notes).toContain('苏州文档电气有限公司');
  expect(await word('diagram')).toContain('企业标准体系结构图');

  const draft = await api<{ id: string }>(page, 'POST', `${home}/drafts`, {
    body: {
      kind: 'management',
      outlineId: 'purchase-control',
      title: '采购控制程序',
      englishTitle: 'Control of purchasing',
      number: 'Q/WD G0302-2026',
      replacesNumber: '',
      department: '采购部',
      drafters: [{ name: '王质量' }],
    },
  });
  const file = await printed(await download(page, `${home}/drafts/${draft.id}/word`), 'draft.docx');
  for (const part of [
    '苏州文档电气有限公司企业标准',
    'Q/WDG0302—2026',
    '前言',
    '1范围',
    '2规范性引用文件',
    '4职责',
    '5管理内容与要求',
  ]) {
    expect(file).toContain(part);
  }
});
