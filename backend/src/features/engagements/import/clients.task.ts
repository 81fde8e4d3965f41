import { SPREADSHEET_LIMITS } from '@liangxing/spreadsheet';
import Excel from 'exceljs';
import { readFile } from 'node:fs/promises';
import { addTextSheet } from '../../../kernel/pure';
import { readTable } from '../../../kernel/table-files';
import { CLIENT_COLUMNS } from './client-columns';
import type { ClientFile } from './client-row';
import { readClientSheets } from './read-client-rows';

/** The rows of a workbook of clients; more than `most` are counted only. */
export async function readClientFile(input: {
  readonly path: string;
  readonly maxBytes: number;
  readonly today: string;
  readonly most: number;
}): Promise<ClientFile> {
  const limits = { ...SPREADSHEET_LIMITS, bytes: input.maxBytes };
  const file = readClientSheets(await readTable(await readFile(input.path), limits), input.today);
  return file.count > input.most ? { ...file, rows: [] } : file;
}

const WORDS = {
  zh: {
    sheet: '客户',
    help: '填写说明',
    lines: [
      '每行一家企业。必填：企业名称、所有者邮箱。其余可不填。',
      '统一社会信用代码：18 位，填写时核对校验码。',
      '开放内容：全部，或 企业信息、标准明细、标准体系、自我评价与申请条件、证实材料、台账、整改、申请材料 中的几项，用顿号分隔；只看不改的在后面写“（只读）”。不填即全部。',
      '开始日期不填即今天，结束日期不填即一年，最长三年。',
      '负责人员：本机构成员的姓名或邮箱，用顿号分隔；不填即导入的人。',
    ],
  },
  en: {
    sheet: 'Clients',
    help: 'How to fill it in',
    lines: [
      'One enterprise a row. Needed: its name and the address of its owner. The rest may stay empty.',
      'Credit code: 18 characters; its check digit is verified.',
      'Areas: all, or some of Profile, Register, Standard system, Self-evaluation, Evidence, Records, Corrective actions, Dossiers, parted by commas; write (read only) behind what is only read. Empty means all.',
      'First day: today where empty. Last day: a year where empty, three at most.',
      'Consultants: names or addresses of members, parted by commas; empty means who imports.',
    ],
  },
} as const;

/** An empty workbook with the heads that are known, and a second sheet that says how it is filled in. */
export async function writeClientTemplate({
  side,
}: {
  readonly side: 'zh' | 'en';
}): Promise<Uint8Array> {
  const { sheet, help, lines } = WORDS[side];
  const workbook = new Excel.Workbook();
  const columns = Object.values(CLIENT_COLUMNS);
  addTextSheet(
    workbook,
    sheet,
    columns.map(({ label, width }) => ({ head: label[side], width })),
    [],
  );
  addTextSheet(
    workbook,
    help,
    [{ head: help, width: 100 }],
    lines.map((line) => [line]),
  );
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
