/** Import of a workbook of 10,000 rows against merely reading the file: in memory, and through the API into PostgreSQL. */
/* eslint-disable @nx/enforce-module-boundaries -- measures libraries and the import from inside; nothing depends on this folder */
import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import ExcelJS from 'exceljs';
import { planActions } from '../../backend/src/features/standards/import/recognition/plan-actions';
import { readRows } from '../../backend/src/features/standards/import/recognition/read-rows';
import { bestSheet } from '../../backend/src/features/standards/import/recognition/choose-sheets';
import { recogniseTable } from '../../backend/src/features/standards/import/recognition/recognise-columns';
import { median, milliseconds, reasonOf, report, type BenchRow } from './measure';
import { importRegister, startProduct } from './product';
import { registerWorkbook } from './workbook';

const ROWS = 10_000;
/** Of reading and of importing alike: the code of both is equally warm. */
const REPETITIONS = 7;

async function preview(bytes: Buffer): Promise<number> {
  const { sheets } = await readSpreadsheet(bytes);
  const sheet = sheets[bestSheet(sheets)];
  if (sheet === undefined) throw new Error('the workbook has no sheet');
  const table = recogniseTable(sheet);
  const { rows } = readRows(sheet, table);
  return planActions(rows, [], 'update').length;
}

/** The very rows through the API: upload to preview and commit, each into a register of its own. */
async function withCommit(bytes: Buffer, reading: number): Promise<BenchRow[]> {
  const product = await startProduct();
  try {
    const previews: number[] = [];
    const commits: number[] = [];
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      const organizationId = await product.newOrganization(`导入 ${repetition}`);
      const times = await importRegister({ ...product, organizationId }, bytes, ROWS);
      previews.push(times.preview);
      commits.push(times.commit);
    }
    const [shown, stored] = [median(previews), median(commits)];
    const other = `${milliseconds(reading)} merely reading`;
    const row = (what: string, ours: number): BenchRow => ({
      what,
      ours: milliseconds(ours),
      other,
      ratio: ours / reading,
    });
    return [
      row('Import through the API: upload to stored preview', shown),
      row('Import through the API: commit of the preview', stored),
      {
        ...row('Import through the API with commit on PostgreSQL, as a whole', shown + stored),
        aim: { atMost: 6 },
      },
    ];
  } finally {
    await product.stop();
  }
}

const bytes = await registerWorkbook({ rows: ROWS });
const reading: number[] = [];
const whole: number[] = [];
const withExcelJs: number[] = [];
for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
  let start = performance.now();
  await readSpreadsheet(bytes);
  reading.push(performance.now() - start);
  start = performance.now();
  const rows = await preview(bytes);
  whole.push(performance.now() - start);
  if (rows !== ROWS) throw new Error(`${rows} rows were read instead of ${ROWS}`);
  if (repetition >= 3) continue;
  start = performance.now();
  await new ExcelJS.Workbook().xlsx.load(bytes as unknown as ArrayBuffer);
  withExcelJs.push(performance.now() - start);
}
const committed = await withCommit(bytes, median(reading)).catch((error: unknown): BenchRow[] => [
  { what: 'Import with commit on PostgreSQL', missing: reasonOf(error) },
]);
report(
  [
    {
      what: 'Import of 10,000 rows (.xlsx): read, recognise, check, compare, without storing',
      ours: milliseconds(median(whole)),
      other: `${milliseconds(median(reading))} merely reading, same reader`,
      ratio: median(whole) / median(reading),
      aim: { atMost: 2 },
    },
    {
      what: 'The same import against merely reading with ExcelJS',
      ours: milliseconds(median(whole)),
      other: milliseconds(median(withExcelJs)),
      ratio: median(whole) / median(withExcelJs),
    },
    ...committed,
  ],
  [
    `The file has ${(bytes.length / 1024).toFixed(0)} KiB; it is read by the product's own reader, so that is “the same library”.`,
    'Through the API: into an empty register; the preview keeps every row with its cells and problems, so that a person can look before anything counts, and what a commit would write; the commit writes the rows and the audit in one transaction.',
  ],
);
