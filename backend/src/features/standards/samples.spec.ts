import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planActions } from './import/recognition/plan-actions';
import { readRows } from './import/recognition/read-rows';
import { bestSheet } from './import/recognition/choose-sheets';
import { recogniseTable } from './import/recognition/recognise-columns';
import { deriveFacts } from './register/derive-facts';
import { EMPTY_RECORD, type StandardRecord } from './register/standard-record';

const folder = join(__dirname, '../../../samples');
const read = async (name: string) => {
  const { sheets, encoding } = await readSpreadsheet(readFileSync(join(folder, name)));
  const sheet = sheets[bestSheet(sheets)];
  if (!sheet) throw new Error('no sheet');
  const table = recogniseTable(sheet);
  const { rows, skipped } = readRows(sheet, table);
  return {
    encoding,
    sheet: sheet.name,
    table,
    skipped,
    planned: planActions(rows, [], 'update'),
  };
};
const registerOf = (edition: string) =>
  JSON.parse(readFileSync(join(folder, edition, 'standards.json'), 'utf8')) as {
    standards: StandardRecord[];
  };
/** The messy workbooks hold the same as this one. */
const sample = registerOf('2003');

describe.each([
  ['2017', 260, /^(CP|BZ|GW)\d+\.\d-\d\d$/],
  ['2003', 184, /^[JGZ]\d\d/],
] as const)('the sample register by the form of %s', (edition, count, code) => {
  const sample = registerOf(edition);

  it(`holds ${count} standards, each with a number that is one, a place and a department`, () => {
    expect(sample.standards).toHaveLength(count);
    for (const standard of sample.standards) {
      const facts = deriveFacts({ ...EMPTY_RECORD, ...standard });
      expect({ number: standard.number, kind: facts.numberKind, problems: facts.problems }).toEqual(
        { number: standard.number, kind: 'standard', problems: [] },
      );
      expect(standard.systemCode).toMatch(code);
      expect(standard.department).not.toBe('');
    }
    expect(
      new Set(
        sample.standards.map(
          (standard) => deriveFacts({ ...EMPTY_RECORD, ...standard }).identityKey,
        ),
      ).size,
    ).toBe(count);
  });
});

describe.each(['杂乱的标准台账.xlsx', '杂乱的标准台账-GB18030.csv'])(
  'the messy sample %s',
  (name) => {
    it('is read: head of two rows, sections, sums, every number', async () => {
      const { table, skipped, planned } = await read(name);
      expect(table.headerRows).toBe(2);
      expect(table.columns.map(({ field }) => field)).toEqual([
        null,
        'systemCode',
        'number',
        'title',
        'issuedOn',
        'inForceOn',
        'adoptedNumber',
        'adoptionDegree',
        'department',
        'note',
      ]);
      expect(skipped.filter(({ kind }) => kind === 'section').map(({ text }) => text)).toEqual([
        '一、技术标准体系',
        '二、管理标准体系',
        '三、工作标准体系',
      ]);
      const known = new Set(
        sample.standards.map(
          (standard) => deriveFacts({ ...EMPTY_RECORD, ...standard }).identityKey,
        ),
      );
      const inserted = planned.filter(({ action }) => action === 'insert');
      expect(inserted.filter(({ facts }) => known.has(facts.identityKey))).toHaveLength(160);
      expect(inserted).toHaveLength(165);
      expect(planned.filter(({ action }) => action === 'error')).toHaveLength(1);
      expect(planned.filter(({ action }) => action === 'skip')).toHaveLength(2);
      const codes = new Set(planned.flatMap(({ problems }) => problems.map(({ code }) => code)));
      for (const code of [
        'number_with_title',
        'number_is_plan',
        'number_repairable',
        'number_undated',
        'date_incomplete',
        'date_impossible',
        'date_ambiguous',
        'repeated_in_file',
      ])
        expect({ code, isFound: codes.has(code) }).toEqual({ code, isFound: true });
    });

    it('gives back every date that the register knows', async () => {
      const { planned } = await read(name);
      const dates = new Map(
        sample.standards.map((standard) => [
          deriveFacts({ ...EMPTY_RECORD, ...standard }).identityKey,
          standard.inForceOn,
        ]),
      );
      for (const { facts, record, action } of planned)
        if (action === 'insert' && dates.has(facts.identityKey))
          expect([facts.identityKey, record.inForceOn]).toEqual([
            facts.identityKey,
            dates.get(facts.identityKey),
          ]);
    });
  },
);
