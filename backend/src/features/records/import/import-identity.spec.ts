import {
  RECORD_KIND_IDS,
  recordKind,
  recordProblems,
  type RecordKindId,
} from '@liangxing/contracts';
import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { writeRecordsXlsx } from '../export/write-records-xlsx';
import type { StoredRecord } from '../record';
import { checkedRecord } from '../tidy-fields';
import { planRecords } from './plan-records';
import { NOTHING_LEFT_OUT } from '@liangxing/tables';
import { readRecordSheets } from './read-record-file';

const nasty = fc.constantFrom(
  '=1+1',
  "'x",
  '+86',
  '-3',
  '@A1',
  '_x0041_',
  '1/2',
  '行一\n行二',
  '无',
  'TRUE',
);
const words = fc.oneof(nasty, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }));
const days = fc
  .integer({ min: 0, max: 40_000 })
  .map((day) => new Date(Date.UTC(1950, 0, 1 + day)).toISOString().slice(0, 10));

const valuesOf = (kind: RecordKindId): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      recordKind(kind).fields.map(({ id, type, choices, isRequired = false }) => {
        const byType: Partial<Record<typeof type, fc.Arbitrary<unknown>>> = {
          date: days,
          number: fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e6, noNaN: true })),
          choice: fc.nat().map((index) => choices?.[index % choices.length]?.id),
        };
        const value = byType[type] ?? words;
        return [id, isRequired ? value : fc.option(value)];
      }),
    ),
  );

const recordOf = (kind: RecordKindId): fc.Arbitrary<StoredRecord> =>
  valuesOf(kind)
    // What a person could not have stored is not exported either.
    .filter((given) => recordProblems(kind, given).length === 0)
    .map((given) => {
      try {
        return checkedRecord(kind, given);
      } catch {
        return null;
      }
    })
    .filter((fields) => fields !== null)
    .map((fields) => ({
      id: randomUUID(),
      version: 1,
      kind,
      number: 1,
      fields,
      updatedAt: new Date(0),
      updatedByName: '',
    }));

describe.each(RECORD_KIND_IDS)('the export of %s', (kind) => {
  it.each(['zh', 'en'] as const)('imported again changes nothing (%s)', async (side) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(recordOf(kind), { minLength: 1, maxLength: 4 }),
        async (records) => {
          const bytes = await writeRecordsXlsx(kind, records, side);
          const choices = { leftOut: NOTHING_LEFT_OUT, isTakenAnyway: false };
          const file = readRecordSheets(kind, 'a.xlsx', await readSpreadsheet(bytes), choices);
          expect(file.misplaced).toBeNull();
          const { rows } = file;
          const planned = planRecords(kind, rows, records);
          expect(planned.map(({ action, problems }) => [action, problems])).toEqual(
            records.map(() => ['unchanged', []]),
          );
          // Into an empty list it brings the very same records; those told twice come once.
          const fresh = planRecords(kind, rows, []).filter(({ action }) => action === 'insert');
          const distinct = new Map(records.map(({ fields }) => [JSON.stringify(fields), fields]));
          expect(fresh.map(({ fields }) => fields)).toEqual([...distinct.values()]);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('a written list', () => {
  it('holds no formula, whatever people typed', async () => {
    const fields = checkedRecord('laws', { title: '=HYPERLINK("http://x")' });
    const record = { id: randomUUID(), fields };
    const bytes = await writeRecordsXlsx('laws', [record], 'zh');
    const { default: Excel } = await import('exceljs');
    const workbook = new Excel.Workbook();
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    const cell = workbook.worksheets[0]?.getCell('A2');
    expect([cell?.formula, cell?.value]).toEqual([undefined, '=HYPERLINK("http://x")']);
  });
});

describe('heads of a foreign table', () => {
  it('are known by their labels before their synonyms, each field once, from the left', () => {
    const sheet = {
      name: 'a',
      isHidden: false,
      rows: [
        { number: 1, cells: ['监督检查台账'] },
        { number: 3, cells: ['时间', '检查内容', '责任部门', '整改责任人', '日期', '检查依据'] },
        { number: 4, cells: ['2026.3.1', '工艺纪律', '生产部', '李', '2026.4.1', 'Q/LJD J01'] },
      ],
    };
    const choices = { leftOut: NOTHING_LEFT_OUT, isTakenAnyway: false };
    const spreadsheet = { encoding: 'xlsx' as const, sheets: [sheet] };
    const { columns, rows } = readRecordSheets('inspections', 'a', spreadsheet, choices);
    expect(columns.map(({ field }) => field)).toEqual([
      'inspectedOn',
      'subject',
      'department',
      'owner',
      null,
      'standard',
    ]);
    expect(rows).toHaveLength(1);
  });
});
