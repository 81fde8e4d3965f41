import fc from 'fast-check';
import {
  COLUMNS,
  contentOf,
  emptyRow,
  pastedRows,
  rowFrom,
  rowsOf,
  wrongCells,
  type Row,
} from './rows';

const cells = fc.array(
  fc.string({ minLength: 1 }).filter((text) => /\S/.test(text)),
  {
    minLength: 1,
    maxLength: 4,
  },
);
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('rows of a template', () => {
  it('are pasted as a table program copies them, whatever stands in the cells', () => {
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
        expect(pastedRows(text)).toEqual(rows);
      }),
    );
  });

  it('are pasted line by line where a sign stands alone', () => {
    expect(pastedRows('"甲\t乙\n丙')).toEqual([['"甲', '乙'], ['丙']]);
    expect(pastedRows('甲\t乙\n\n丙\n')).toEqual([['甲', '乙'], ['丙']]);
  });

  it('begin in the column where they are pasted, and know the kinds by their words', () => {
    expect(
      rowFrom('drafts', ['采购管理办法', '管理标准', '采购部'], 0, emptyRow('drafts')),
    ).toEqual(['采购管理办法', 'management', '采购部', '']);
    expect(rowFrom('drafts', ['岗位标准'], 1, ['班组长', 'technical', '生产部', ''])).toEqual([
      ...['班组长', 'post', '生产部', ''],
    ]);
  });

  it('keep their Word file, whatever is pasted over them or typed in them', () => {
    const row = ['采购', 'management', '采购部', '3'];
    const pasted = rowFrom('drafts', ['改名', '岗位', '质量部', '7'], 0, row);
    expect(pasted).toEqual(['改名', 'post', '质量部', '3']);
    const { drafts = [] } = contentOf('drafts', [pasted, ['新', 'post', '', '']]);
    expect(drafts.map(({ title, file }) => [title, file])).toEqual([
      ['改名', 3],
      ['新', null],
    ]);
    expect(rowsOf({ drafts } as Parameters<typeof rowsOf>[0])[0]).toEqual(pasted);
  });

  it('say what the content says, and the content what they say', () => {
    const effort = fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 99 }).map(String));
    const word = fc.string({ minLength: 1 }).map((text) => `甲${text.trim()}`);
    const row = fc.tuple(word, word, word, effort);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows: Row[]) => {
        const { actions } = contentOf('actions', [...rows, emptyRow('actions')]);
        expect(rowsOf({ actions } as Parameters<typeof rowsOf>[0])).toEqual(rows);
      }),
    );
  });

  it('name what cannot be saved: an effort with its unit, a row without its first cell', () => {
    const actions = [
      ['缺检验记录', '', '', '2天'],
      ['未查新', '', '', '0.5'],
      ['', '', '补正', ''],
      ['多', '', '', '10000'],
    ];
    expect(wrongCells('actions', [...actions, emptyRow('actions')])).toEqual([
      { row: 0, column: 'effort' },
      { row: 2, column: 'finding' },
      { row: 3, column: 'effort' },
    ]);
    const drafts = [['', 'post', '质量部'], emptyRow('drafts')];
    expect(wrongCells('drafts', drafts)).toEqual([{ row: 0, column: 'title' }]);
  });

  it('leave what they do not show of a draft as it was', () => {
    const drafts = [
      {
        ...{
          kind: 'technical' as const,
          title: '甲',
          department: '',
          node: 'CP1',
          englishTitle: 'A',
        },
        outlineId: 'x',
      },
    ] as const;
    const before = { drafts };
    expect(contentOf('drafts', [['甲', 'post', '质量部', '']], before).drafts).toEqual([
      { ...drafts[0], kind: 'post', department: '质量部', file: null },
    ]);
    expect(COLUMNS.drafts).toHaveLength(emptyRow('drafts').length);
  });
});
