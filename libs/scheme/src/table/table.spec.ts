import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';

import { loadSchemes, schemeFromDocument } from '../pack/load';
import { documentFromScheme } from '../pack/serialise';
import type { Scheme } from '../scheme';
import { arbitraryScheme } from '../testing/arbitrary-scheme';
import {
  carriedScheme,
  columnLetter,
  emptySchemeTable,
  notCarried,
  schemeFromTable,
  schemeTable,
  SchemeTableError,
  type SchemeTable,
  type TableProblem,
  type TableSheet,
} from './index';

const folder = join(__dirname, '..', '..', 'packs');
const shipped = loadSchemes(
  readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
);
const national = shipped.find(({ id }) => id === 'gsp-2004') as Scheme;
const readiness = shipped.find(({ id }) => id === 'gb-t-19273-2017') as Scheme;

/** What a spreadsheet program keeps of a written table. */
const kept = (table: SchemeTable): TableSheet[] =>
  table.sheets.map(({ name, columns, rows }) => ({
    name,
    rows: [columns.map(({ head }) => head), ...rows].map((cells, index) => ({
      number: index + 1,
      cells: cells.map((cell) => (cell === '' ? undefined : cell)),
    })),
  }));

type Cell = readonly [sheet: string, row: number, head: string, value: string | undefined];

const changed = (sheets: readonly TableSheet[], cells: readonly Cell[]): TableSheet[] =>
  sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, index) => {
        const head = sheet.rows[0]?.cells[index];
        const change = cells.find(
          ([name, number, column]) =>
            name === sheet.name && number === row.number && column === head,
        );
        return change ? change[3] : cell;
      }),
    })),
  }));

const problemsOf = (sheets: readonly TableSheet[]): readonly TableProblem[] => {
  try {
    schemeFromTable(sheets);
  } catch (error) {
    if (error instanceof SchemeTableError) return error.problems;
    throw error;
  }
  return [];
};

const brief = (problems: readonly TableProblem[]) =>
  problems.map(({ code, sheet, row, head }) => [code, sheet, row, head]);

/** Row of the table in which an item begins. */
const rowOf = (sheets: readonly TableSheet[], id: string): number => {
  const sheet = sheets.find(({ name }) => name === '评价表');
  return (
    sheet?.rows.find(({ cells }) => cells[0] === '项目' && cells[1] === id)?.number ?? Number.NaN
  );
};

describe('a scheme as a table', () => {
  it.each(shipped.map((scheme) => [scheme.id, scheme] as const))(
    'of %s reads back as the same scheme',
    (_id, scheme) => {
      expect(notCarried(scheme)).toEqual([]);
      expect(schemeFromTable(kept(schemeTable(scheme)))).toEqual(scheme);
    },
  );

  it('reads back as the same scheme, whatever it says', () => {
    fc.assert(
      fc.property(arbitraryScheme, (scheme) => {
        const read = schemeFromTable(kept(schemeTable(scheme)));
        expect(read).toEqual(carriedScheme(scheme));
        if (notCarried(scheme).length === 0) expect(read).toEqual(scheme);
      }),
      { numRuns: 150 },
    );
  });

  it('carries need, checks and thresholds of readiness items, whatever they are', () => {
    const text = fc.record({
      'zh-CN': fc.constantFrom('覆盖率不低于 95%', '=目标', '按期完成率'),
      en: fc.constantFrom('Coverage of 95 %', '=objective'),
    });
    const item = fc.record(
      {
        need: fc.constantFrom('essential', 'usual', 'innovative'),
        checks: fc
          .record(
            {
              document: fc.constant(true),
              operation: fc.record({ sampled: fc.boolean() }),
              effect: fc.record({ objective: text }),
            },
            { requiredKeys: [] },
          )
          .filter((checks) => Object.keys(checks).length > 0),
      },
      { requiredKeys: [] },
    );
    const thresholds = fc.record({
      monthsBack: fc.integer({ min: 1, max: 60 }),
      partlyFromPercent: fc.integer({ min: 1, max: 50 }),
      metFromPercent: fc.integer({ min: 50, max: 100 }),
      provenance: fc.constantFrom('house', 'entered'),
    });
    const whole = JSON.stringify(documentFromScheme(readiness));
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), thresholds, (items, bounds) => {
        const document = JSON.parse(whole) as ReturnType<typeof documentFromScheme>;
        const targets = document.sections?.[0]?.groups?.[0]?.items ?? [];
        items.forEach((facts, at) => {
          const target = targets[at];
          if (target === undefined) return;
          Object.assign(target, { nodes: ['CP1'], need: undefined, checks: undefined }, facts);
        });
        const scheme = schemeFromDocument({
          name: 'x',
          document: { ...document, readiness: bounds } as typeof document,
        });
        expect(schemeFromTable(kept(schemeTable(scheme)))).toEqual(scheme);
      }),
      { numRuns: 15 },
    );
  });

  it('names on its first sheet what it does not carry', () => {
    const document = documentFromScheme(national);
    const withBand = JSON.parse(JSON.stringify(document)) as typeof document;
    const bonus = withBand.sections?.find((section) => section.bonus);
    const item = bonus?.groups?.[0]?.items?.[0];
    (item?.rules as unknown[]).push({
      id: 'zz',
      kind: 'band',
      text: { 'zh-CN': '研发投入', en: 'R&D' },
      provenance: 'house',
      measures: [{ id: 'share', label: { 'zh-CN': '占比', en: 'Share' }, unit: '%' }],
      bands: [{ anyOf: { share: 20 }, award: 1 }],
    });
    const scheme = schemeFromDocument({ name: 'x', document: withBand });
    const table = schemeTable(scheme);
    expect(table.notes.lines.join('\n')).toContain(`${item?.id ?? ''}-zz`);
    expect(schemeFromTable(kept(table))).toEqual(national);
  });

  it('reads a part without groups as one group of its own number', () => {
    const sheets = kept(schemeTable(national)).map((sheet) =>
      sheet.name === '评价表'
        ? {
            ...sheet,
            rows: sheet.rows.filter(({ cells }) => cells[0] !== '分项' || cells[1] !== '1'),
          }
        : sheet,
    );
    expect(schemeFromTable(sheets).sections[0]?.groups.map(({ id }) => id)).toEqual(['1']);
  });

  it('reads cells merged over the rows of an item, columns in another order and full-width figures', () => {
    const sheets = kept(schemeTable(national));
    const start = rowOf(sheets, '1.1');
    const merged = changed(sheets, [
      ['评价表', start, '规定得分', '５'],
      ...['类别', '编号', '评价内容', '评价要求', '规定得分'].flatMap((head) => {
        const table = sheets.find(({ name }) => name === '评价表');
        const index = table?.rows[0]?.cells.indexOf(head) ?? 0;
        const value =
          head === '规定得分'
            ? '５'
            : table?.rows.find(({ number }) => number === start)?.cells[index];
        return [1, 2].map((below) => ['评价表', start + below, head, value] as const);
      }),
    ]).map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, cells: [...row.cells].reverse() })),
    }));
    expect(schemeFromTable(merged)).toEqual(national);
  });

  it('numbers deductions that were left without a number', () => {
    const sheets = kept(schemeTable(national));
    const start = rowOf(sheets, '1.1');
    const blank = [0, 1, 2].map(
      (below) => ['评价表', start + below, '规则编号', undefined] as const,
    );
    expect(schemeFromTable(changed(sheets, blank))).toEqual(national);
  });
});

describe('a broken table', () => {
  const sheets = kept(schemeTable(national));
  const row = rowOf(sheets, '1.1');

  it('is told every problem at once, with sheet, row and column', () => {
    const next = rowOf(sheets, '1.3');
    const other = rowOf(sheets, '2.1.1');
    const problems = problemsOf(
      changed(sheets, [
        ['方案', 11, '内容', '401'],
        ['等级', 2, '总分不低于', '600'],
        ['评价表', row, '扣分（加分）', '-3'],
        ['评价表', row + 1, '扣分方式', '随意扣分'],
        ['评价表', next, '来源', undefined],
        ['评价表', next, '评价要求', undefined],
        ['评价表', other, '编号', '1.1'],
      ]),
    );
    expect(brief(problems)).toEqual([
      ['sum_mismatch', '方案', 11, '内容'],
      ['route_unreachable', '等级', 2, '总分不低于'],
      ['cell_negative', '评价表', row, '扣分（加分）'],
      ['cell_word', '评价表', row + 1, '扣分方式'],
      ['cell_required', '评价表', next, '评价要求'],
      ['cell_required', '评价表', next, '来源'],
      ['duplicate_id', '评价表', other, '编号'],
    ]);
    expect(problems[1]?.message['zh-CN']).toBe('AAAA-1的总分分数线 600 分超过满分 501 分。');
    for (const { message, mend } of problems)
      for (const sentence of [message['zh-CN'], message.en, mend['zh-CN'], mend.en])
        expect(sentence).not.toMatch(/basicPoints|bonusPoints|points:|YAML|undefined/);
    expect(problems.map(({ column }) => column)).toEqual(['B', 'E', 'O', 'J', 'F', 'R', 'B']);
  });

  it('is told which sum is wrong', () => {
    const [problem, ...more] = problemsOf(changed(sheets, [['评价表', 2, '规定得分', '61']]));
    expect(problem?.message['zh-CN']).toBe('基本分满分规定 400 分，下面各项合计 401 分。');
    expect(more.map(({ row: at }) => at)).toEqual([2]);
  });

  it('is told about links to no deduction, of one side, or written otherwise', () => {
    const at = rowOf(sheets, '1.9');
    const [head, direct] = ['同一事实的其他扣分标准', '最直接'];
    const one = problemsOf(changed(sheets, [['评价表', at, head, '9.9-a']]));
    expect(brief(one)).toEqual([
      ['same_fact_unknown', '评价表', at, head],
      ['same_fact_one_sided', '评价表', rowOf(sheets, '3.19.1'), head],
    ]);
    expect(one[0]?.mend['zh-CN']).toContain('2.8.1-a');
    expect(brief(problemsOf(changed(sheets, [['评价表', at, head, '3.19.1 a']])))).toEqual([
      ['cell_pattern', '评价表', at, head],
    ]);
    const both = rowOf(sheets, '3.19.1');
    expect(brief(problemsOf(changed(sheets, [['评价表', both, direct, '是']])))).toEqual([
      ['most_direct_unclear', '评价表', at, direct],
    ]);
  });

  it('is told where checks of readiness lack something', () => {
    const table = kept(schemeTable(readiness));
    const at = (table.find(({ name }) => name === '评价表')?.rows ?? []).find(
      ({ cells }) => cells[0] === '项目',
    )?.number as number;
    const empty = changed(table, [
      ['评价表', at, '检查内容', '文件、效果'],
      ['评价表', at, '效果目标', undefined],
      ['评价表', at, '对应体系节点', undefined],
      ['评价表', at + 1, '必备程度', '必须'],
    ]);
    expect(brief(problemsOf(empty))).toEqual([
      ['cell_required', '评价表', at, '效果目标'],
      ['check_without_nodes', '评价表', at, '检查内容'],
      ['cell_word', '评价表', at + 1, '必备程度'],
    ]);
    const field = (word: string): number =>
      table.find(({ name }) => name === '方案')?.rows.find(({ cells }) => cells[0] === word)
        ?.number as number;
    const low = changed(table, [
      ['方案', field('部分符合不低于（%）'), '内容', '99'],
      ['方案', field('证据有效期（月）'), '内容', undefined],
    ]);
    expect(brief(problemsOf(low))).toEqual([
      ['cell_required', '方案', field('证据有效期（月）'), '内容'],
    ]);
  });

  it('is told about missing sheets and columns', () => {
    expect(brief(problemsOf([]))).toEqual([
      ['sheet_missing', '方案', null, null],
      ['sheet_missing', '评价表', null, null],
    ]);
    const headless = sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((line) => ({
        ...line,
        cells: line.cells.map((cell) => (cell === '扣分标准' ? '其他' : cell)),
      })),
    }));
    expect(brief(problemsOf(headless))).toEqual([['column_missing', '评价表', 1, '扣分标准']]);
  });

  it('is told about rows in the wrong order and steps of no deduction', () => {
    expect(brief(problemsOf(changed(sheets, [['评价表', 2, '类别', undefined]])))[0]?.[0]).toBe(
      'row_order',
    );
    expect(brief(problemsOf(changed(sheets, [['评价表', row, '档次', '多余']])))).toEqual([
      ['cell_unused', '评价表', row, '档次'],
    ]);
  });

  it('never reads an empty template as a scheme, and says what to fill in', () => {
    const problems = problemsOf(kept(emptySchemeTable()));
    expect(problems.length).toBeGreaterThan(4);
    expect(new Set(problems.map(({ code }) => code))).toEqual(
      new Set(['cell_required', 'section_empty']),
    );
  });

  it('of any kind gives problems or a scheme, and never fails otherwise', () => {
    const cell = fc.option(
      fc.constantFrom(
        '部分',
        '项目',
        '加分',
        '分档扣分',
        '-1',
        '1.1',
        '',
        '是',
        '5',
        '9e9',
        'x y',
        '１％',
      ),
      { nil: undefined },
    );
    const table = sheets.find(({ name }) => name === '评价表');
    const heads = (table?.rows[0]?.cells ?? []).map(String);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 2, max: 60 }), fc.constantFrom(...heads), cell), {
          minLength: 1,
          maxLength: 12,
        }),
        (changes) => {
          const cells = changes.map(([at, head, value]) => ['评价表', at, head, value] as const);
          for (const { message, mend } of problemsOf(changed(sheets, cells)))
            expect([message['zh-CN'], mend['zh-CN']].every(Boolean)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('columns are named as spreadsheet programs name them', () => {
  expect([1, 26, 27, 52, 703].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA']);
});
