/** Tables as people really keep them, each in its smallest form. */
import type { Sheet, SheetRow } from '@liangxing/spreadsheet';
import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import type { ReadRow } from './read-rows';
import { importRowOf, type ImportRow } from '../import-pieces';
import { previewOf, type ChosenTable, type ImportPreview } from '../import-preview';
import { bestSheet } from './choose-sheets';

interface Previewed {
  readonly preview: ImportPreview;
  readonly rows: readonly (ImportRow & { readonly record: ReadRow })[];
}

function previewed(sheets: readonly Sheet[], chosen: Partial<ChosenTable> = {}): Previewed {
  const sheetNames = sheets.map(({ name }) => name);
  const { preview, planned } = previewOf(
    { fileName: '台账', encoding: 'xlsx', sheetNames },
    sheets,
    {
      sheets: [bestSheet(sheets)],
      duplicates: 'update',
      leftOut: { hidden: false, struck: false },
      ...chosen,
    },
    [],
  );
  return {
    preview,
    rows: planned.map((row) => ({ ...importRowOf(row), record: row.row })),
  };
}

const sheetOf = (
  rows: readonly (readonly string[])[],
  name = '一',
  marks: readonly Partial<SheetRow>[] = [],
): Sheet => ({
  name,
  isHidden: false,
  rows: rows.map((cells, at) => ({
    number: at + 1,
    cells: cells.map((cell) => (cell === '' ? undefined : cell)),
    ...marks[at],
  })),
});
const table = (rows: readonly (readonly string[])[], chosen: Partial<ChosenTable> = {}) =>
  previewed([sheetOf(rows)], chosen);
const csv = async (text: string | Buffer): Promise<Previewed> =>
  previewed((await readSpreadsheet(Buffer.from(text))).sheets);

const fieldsOf = ({ preview }: Previewed) => preview.columns.map(({ field }) => field);
const numbersAndTitles = ({ rows }: Previewed) =>
  rows.map(({ record: { record } }) => [record.number, record.title]);
const codesOf = ({ rows }: Previewed) =>
  rows.map(({ problems }) => problems.map(({ code }) => code));
const notesOf = ({ preview }: Previewed) => preview.notes.map(({ kind }) => kind);
const HEAD = ['标准编号', '标准名称'];

describe('a column of standard numbers', () => {
  const parts = (name: string, rows: readonly string[][]): Sheet =>
    sheetOf([[`选用件目录 ${name}`], ['依据', '编码', ''], ...rows], name);
  const workbook = [
    parts('紧固件', [
      ['GB_T 93-1987', 'M01-0007', '弹簧垫圈'],
      ['DIN 912-2009', '13', '内六角圆柱头螺钉'],
      ['GB/T 5782-2016', '15', '六角头螺栓'],
    ]),
    parts('密封件', [
      ['GB_T 3452.1-2005', '1', 'O形橡胶密封圈尺寸'],
      ['GB/T 5782-2016', '2', '六角头螺栓'],
    ]),
    sheetOf([['说明'], ['本目录每年更新一次']], '说明'),
  ];

  it('is proposed as 标准号 whatever its head says, with the titles beside it', () => {
    const read = previewed(workbook);
    expect(fieldsOf(read)).toEqual(['number', null, 'title']);
    expect(numbersAndTitles(read)[0]).toEqual(['GB_T 93-1987', '弹簧垫圈']);
    expect(codesOf(read)).toEqual([['number_read'], [], []]);
  });

  it('makes sheets of the same shape one import, the name of the sheet kept with the standard', () => {
    expect(previewed(workbook).preview.choices.alike).toEqual([0, 1]);
    const { preview, rows } = previewed(workbook, { sheets: [0, 1] });
    expect(preview.summary).toMatchObject({ rows: 5, toInsert: 4, duplicates: 1 });
    expect(rows.map(({ sheet, rowNumber }) => [sheet, rowNumber])).toEqual([
      [0, 3],
      [0, 4],
      [0, 5],
      [1, 3],
      [1, 4],
    ]);
    expect(rows[3]?.record.whenNew.note).toBe('工作表：密封件');
    expect(rows[4]?.problems).toContainEqual(
      expect.objectContaining({ code: 'repeated_in_file', params: { row: '紧固件!5' } }),
    );
  });

  it('may be torn: code and figures, also the year, stand in columns of their own', () => {
    const rows = [
      ['序号', '代号', '顺序号', '年代号', '名称'],
      ['1', 'GB/T', '19001', '2016', '质量管理体系 要求'],
      ['2', 'DB15/T', '4192', '2025', '旱地谷子机械穴播技术规程'],
    ];
    expect(fieldsOf(table(rows))).toEqual([null, 'numberCode', 'number', 'numberYear', 'title']);
    expect(numbersAndTitles(table(rows))[1]).toEqual([
      'DB15/T 4192-2025',
      '旱地谷子机械穴播技术规程',
    ]);
  });

  it('may hold the code alone, and the figures slipped before the title', async () => {
    const read = await csv(`标准名称,标准编号,状态,替代情况
"4192-2025 旱地谷子机械穴播技术规程",DB15/T,现行,"主管部门：某自治区市场监督管理局"
"3047-2025 服务管理机构服务与运行规范",DB11/T,现行,"代替DB11/T 2025-2022主管部门：某市市场监督管理局"
"017-2024 团体标准示例",T/CAS,确认有效,代替T/CAS 017—2019
`);
    expect(
      read.rows.map(({ record: { record } }) => [
        record.number,
        record.title,
        record.statusClaimed,
        record.replacesNumber,
      ]),
    ).toEqual([
      ['DB15/T 4192-2025', '旱地谷子机械穴播技术规程', 'current', ''],
      ['DB11/T 3047-2025', '服务管理机构服务与运行规范', 'current', 'DB11/T 2025-2022'],
      ['T/CAS 017-2024', '团体标准示例', 'current', 'T/CAS 017—2019'],
    ]);
    expect(codesOf(read)[0]).toContain('replaces_unread');
  });

  it('may be the column of names', async () => {
    const read = await csv(`category,name,edition,effectiveDate
EMC,IEC 60068-2-1,Ed. 7.0 (2025),2025-09-23
EMC,EN 55032:2015/A11:2020,,2020-06-01
EMC,"ＧＢ/Ｔ　4343.2-2020家用电器 电磁兼容要求 第2部分：抗扰度",,2021-07-01
`);
    expect(numbersAndTitles(read)).toEqual([
      ['IEC 60068-2-1', ''],
      ['EN 55032:2015/A11:2020', ''],
      ['ＧＢ/Ｔ 4343.2-2020', '家用电器 电磁兼容要求 第2部分：抗扰度'],
    ]);
  });
});

describe('a table that is no register', () => {
  const problems = [
    ['系统升级之问题汇总'],
    ['序号', '问题或功能要求', '提出人'],
    ['1', '报表导出后格式不对', '张工'],
    ['2', '审批流程应可以退回到任一步', '张工'],
  ];
  const laws = [
    ['序号', '法律法规名称', '文号', '实施日期'],
    ['1', '中华人民共和国产品质量法', '主席令第22号', '2018-12-29'],
    ['2', '中华人民共\ufffd\ufffd国认证认可条例', '国务院令第390号', '2023-07-20'],
    ['3', '质量管理体系 要求GB/T 19001—2016/ISO9001:2015', '', '2017-7-1'],
    ['4', '企业标准化促进办法', '市场监管总局令第83号', '2024.01.01 (修订)'],
  ];
  const scoring = [
    ['序号', '要素', '考评内容', '标准分值', '评分办法'],
    ['1', '目标', '制定年度目标并分解', '10', '未制定不得分'],
    ['', '目标', '小计', '10', ''],
  ];

  it.each([
    ['anything', problems, 'columns_to_choose'],
    ['laws', laws, 'looks_like_laws'],
    ['a scoring table', scoring, 'looks_like_scoring'],
  ])('proposes nothing: %s', (_, rows, kind) => {
    const read = table(rows);
    expect([notesOf(read), read.rows, read.preview.summary.toInsert]).toEqual([[kind], [], 0]);
    expect(read.preview.columns[1]?.header).not.toBe('');
  });

  it('proposes nothing: blocks of keys and values', async () => {
    const block = (number: string): string =>
      `标准名称 ：移动电源安全技术规范\n标准编号 ：${number}\n标准状态 ：即将实施\n\n`;
    const read = await csv(block('GB 47372-2026') + block('GB 12021.4-2026'));
    expect([notesOf(read), read.rows]).toEqual([['looks_like_key_values'], []]);
  });

  it('is read as soon as a person says what its columns are, damaged characters visible', () => {
    const columns = [
      { index: 1, field: 'title' as const },
      { index: 3, field: 'inForceOn' as const },
    ];
    const read = table(laws, { columns });
    expect(numbersAndTitles(read).slice(1)).toEqual([
      ['', '中华人民共\ufffd\ufffd国认证认可条例'],
      ['GB/T 19001—2016/ISO9001:2015', '质量管理体系 要求'],
      ['', '企业标准化促进办法'],
    ]);
    expect(codesOf(read)[1]).toContain('characters_lost');
    expect(read.rows[3]?.record.record.inForceOn).toBe('2024-01-01');
  });
});

describe('damaged and hidden things', () => {
  it('of a lost byte the row says so, and the character shows', async () => {
    const text = Buffer.from('标准号,标准名称\nGB/T 191-2008,包装储运图示标志\n');
    const lost = text.indexOf('储') + 2;
    const read = await csv(Buffer.concat([text.subarray(0, lost), text.subarray(lost + 1)]));
    expect(numbersAndTitles(read)).toEqual([['GB/T 191-2008', '包装\ufffd运图示标志']]);
    expect(codesOf(read)).toEqual([['characters_lost']]);
  });

  it('radicals copied from a PDF become characters, and are the same standard then', () => {
    const read = table([
      ['标准编号', '标准名称', '实施⽇期'],
      ['GB 4806.7-2023', '⻝品接触⽤塑料材料及制品', '2024-09-06'],
      ['GB 4806.7-2023', '食品接触用塑料材料及制品', '2024-09-06'],
    ]);
    expect(read.rows[0]?.record.record).toMatchObject({
      title: '食品接触用塑料材料及制品',
      inForceOn: '2024-09-06',
    });
    expect(codesOf(read)).toEqual([['radicals_replaced'], ['repeated_in_file']]);
  });

  const marked = (chosen: Partial<ChosenTable> = {}) =>
    previewed(
      [
        sheetOf(
          [HEAD, ['GB/T 1-2016', '甲'], ['GB/T 2-2011', '乙'], ['GB/T 3-2016', '丙']],
          '目录',
          [{}, {}, { isStruck: true }, { isHidden: true, isStruck: true }],
        ),
      ],
      chosen,
    );

  it('hidden and struck-through rows are counted, and the latter stand as withdrawn', () => {
    const read = marked();
    expect(read.preview.notes).toEqual([
      { rowNumber: 0, kind: 'rows_hidden', text: '1' },
      { rowNumber: 0, kind: 'rows_struck', text: '2' },
    ]);
    expect(codesOf(read)).toEqual([[], ['row_struck'], ['row_hidden', 'row_struck']]);
    expect(read.rows.map(({ record: { record } }) => record.statusClaimed)).toEqual([
      null,
      'withdrawn',
      'withdrawn',
    ]);
  });

  it('hidden and struck-through rows can be left out, and are counted still', () => {
    const withoutHidden = marked({ leftOut: { hidden: true, struck: false } });
    expect(numbersAndTitles(withoutHidden)).toHaveLength(2);
    const whole = marked({ leftOut: { hidden: false, struck: true } });
    expect(numbersAndTitles(whole)).toEqual([['GB/T 1-2016', '甲']]);
    expect(notesOf(whole)).toEqual(['rows_hidden', 'rows_struck']);
  });

  it('formulas without a result are named by sheet, column and count', () => {
    const sheet = {
      ...sheetOf([HEAD, ['GB/T 1-2016', '甲']], '明细'),
      uncountedFormulas: [
        { column: 'A', count: 3 },
        { column: 'E', count: 2 },
      ],
    };
    expect(previewed([sheet]).preview.notes).toEqual([
      { rowNumber: 0, kind: 'formulas_without_result', text: '明细!A(3)、E(2)' },
    ]);
  });

  it('〃 and 同上 take what stands above; with nothing above they are empty', () => {
    const read = table([
      [...HEAD, '责任部门'],
      ['GB/T 1-2016', '甲', '同上'],
      ['GB/T 2-2016', '乙', '技术部'],
      ['GB/T 3-2016', '丙', '〃'],
      ['GB/T 4-2016', '丁', ' 同上 '],
    ]);
    expect(read.rows.map(({ record: { record } }) => record.department)).toEqual([
      '',
      '技术部',
      '技术部',
      '技术部',
    ]);
    expect(codesOf(read)[0]).toEqual(['ditto_without_row']);
  });
});

describe('days', () => {
  const days = (cell: string, sheet: Partial<Sheet> = {}) =>
    previewed([
      {
        ...sheetOf([
          [...HEAD, '实施日期'],
          ['GB/T 1-2016', '甲', cell],
        ]),
        ...sheet,
      },
    ]).rows[0]?.record;

  it('that count from 1904 are read so', () => {
    expect(days('42917')?.record.inForceOn).toBe('2017-07-01');
    expect(days('41455', { is1904: true })?.record.inForceOn).toBe('2017-07-01');
  });

  it.each(['2017', '2023-02', '2023年2月'])(
    'that are parts of one stay in the note: %s',
    (cell) => {
      expect([days(cell)?.record.inForceOn, days(cell)?.whenNew.note]).toEqual([
        null,
        `实施日期：${cell}`,
      ]);
    },
  );
});

describe('a state', () => {
  const stateOf = (word: string) => {
    const [row] = table([
      [...HEAD, '状态'],
      ['GB/T 1-2016', '甲', word],
    ]).rows;
    const { statusClaimed, isPlanned } = row?.record.record ?? {};
    const isMarked = row?.problems.some(({ code }) => code === 'word_unknown');
    return [statusClaimed, isPlanned, isMarked];
  };

  it.each<readonly [string, string]>([
    ...['现行', '有效', '现行有效', '确认有效', '在用', '现行（2017 复审）'].map(
      (word) => [word, 'current'] as const,
    ),
    ...['停用', '已停用', '作废', '废止', '已废止（2020）', '失效', '停止使用', '废止不用'].map(
      (word) => [word, 'withdrawn'] as const,
    ),
    ['被代替', 'replaced'],
    ['已被 GB/T 2-2020 代替', 'replaced'],
    ['即将实施', 'upcoming'],
  ])('%s is %s', (word, status) => {
    expect(stateOf(word)).toEqual([status, false, false]);
  });

  it.each(['暂停', '暂缓执行', '不再执行', '有效期至 2025', '部分有效', '看情况', '过渡'])(
    '%s is not known: it stays to be looked up, and the row is marked',
    (word) => {
      expect(stateOf(word)).toEqual([null, false, true]);
    },
  );

  it.each(['拟制定', '待制定', '制定中', '在编'])('%s means that there is none yet', (word) => {
    expect(stateOf(word)).toEqual([null, true, false]);
  });
});

describe('what stands beside a number', () => {
  const beside = (number: string) => {
    const [row] = table([HEAD, ['GB/T 9-2016', '甲'], [number, '乙']]).rows.slice(1);
    return { ...row?.record, codes: row?.problems.map(({ code }) => code) };
  };

  it.each(['GB/T 28001-2011（已作废）', '【废止】GB/T 28001-2011'])(
    'says its state: %s',
    (number) => {
      const { record, codes } = beside(number);
      expect([record?.number, record?.statusClaimed, codes]).toEqual([
        number,
        'withdrawn',
        ['withdrawn_by_number'],
      ]);
    },
  );

  it.each([
    ['现行', null, ['withdrawn_by_number_only']],
    ['废止', 'withdrawn', []],
    ['被代替', 'replaced', []],
    ['拟制定', 'withdrawn', ['withdrawn_by_number']],
  ])('never makes it current against what its state says: %s', (state, claimed, codes) => {
    const head = ['标准编号', '标准名称', '状态'];
    const [row] = table([
      head,
      ['GB/T 9-2016', '甲', '现行'],
      ['Q/ABC 1-2011（已作废）', '乙', state],
    ]).rows.slice(1);
    const { record, problems } = row?.record ?? {};
    expect([record?.statusClaimed, problems?.map(({ code }) => code)]).toEqual([claimed, codes]);
  });

  it('says what it replaces', () => {
    const { record } = beside('JB/T 5943—2018（代替JB/T 5943—1991）');
    expect(record?.replacesNumber).toBe('JB/T 5943-1991');
  });

  it('is another number: the first is taken, the others are kept in the note and told', () => {
    const { record, whenNew, codes } = beside('GB/T 1-2020、GB/T 2-2021');
    expect([record?.number, whenNew?.note, codes]).toEqual([
      'GB/T 1-2020',
      '同一单元格的标准号：GB/T 2-2021',
      ['number_of_several'],
    ]);
  });
});

describe('another sheet of a stored file', () => {
  it('is read, holes and all', async () => {
    const { packSheets, unpackSheets } = await import('../packed-sheets');
    const cells: (string | undefined)[] = [];
    cells[2] = '标准明细表';
    const sheet = { name: 'a', isHidden: false, rows: [{ number: 1, cells }] };
    const [again] = unpackSheets(packSheets([sheet, sheetOf([HEAD])]));
    expect(again?.rows[0]?.cells).toEqual([undefined, undefined, '标准明细表']);
    expect(previewed(unpackSheets(packSheets([sheet])), { sheets: [0] }).rows).toEqual([]);
  });
});

describe('a number that leaves a question', () => {
  const asked = (chosen: Partial<ChosenTable> = {}) =>
    table(
      [HEAD, ['GB/T 1-2016', '甲'], ['GB/T 5169-10-2017', '乙'], ['GB-T 8170-2008', '丙']],
      chosen,
    );
  const proposed = ({ rows }: Previewed) =>
    rows.map(
      ({ problems }) => problems.find(({ code }) => code === 'number_repairable')?.params?.repair,
    );

  it('is asked about, and taken as proposed in the rows that a person accepts, or in all', () => {
    const before = asked();
    const open = proposed(before).filter((repair) => repair !== undefined);
    expect(open.length).toBeGreaterThan(0);
    const at = proposed(before).findIndex((repair) => repair !== undefined);
    const one = asked({ accepted: [{ sheet: 0, rowNumber: at + 2 }] });
    expect(one.rows[at]?.record.record.number).toBe(proposed(before)[at]);
    expect(codesOf(one)[at]).toContain('number_accepted');
    expect(proposed(asked({ accepted: 'all' })).filter(Boolean)).toEqual([]);
    expect(proposed(asked({ accepted: [] }))).toEqual(proposed(before));
  });
});

describe('several numbers in one cell', () => {
  const rows = [
    [...HEAD, '责任部门'],
    ['GB/T 1-2016、GB/T 2-2011', '甲', '技术部'],
    ['GB/T 3-2016', '丙', '〃'],
  ];

  it('are named and kept in the note, with a word that they can be rows of their own', () => {
    const read = table(rows);
    expect(read.preview.notes).toEqual([{ rowNumber: 0, kind: 'several_numbers', text: '1' }]);
    expect(read.rows[0]?.record.whenNew.note).toBe('同一单元格的标准号：GB/T 2-2011');
  });

  it('become rows of their own where a person chooses so; none of them is lost', () => {
    const read = table(rows, { splitsNumbers: true });
    expect(
      read.rows.map(({ rowNumber, part, record: { record } }) => [
        rowNumber,
        part,
        record.number,
        record.title,
        record.department,
      ]),
    ).toEqual([
      [2, 0, 'GB/T 1-2016', '甲', '技术部'],
      [2, 1, 'GB/T 2-2011', '甲', '技术部'],
      [3, 0, 'GB/T 3-2016', '丙', '技术部'],
    ]);
    expect(codesOf(read)).toEqual([[], ['number_of_same_cell'], []]);
    expect(read.rows[0]?.record.whenNew.note).toBeUndefined();
  });
});
