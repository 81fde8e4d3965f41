import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scheme } from '../scheme';
import { listItems } from '../lookup';
import { loadScheme } from '../pack/load';
import { carriedScheme } from '../table';
import { emptyEntry, type EntryContent, type EntryItem, type EntryRoute } from './entry';
import { entryFromScheme } from './entry-from-scheme';
import { entryProblems } from './entry-problems';
import { proposeMapping } from './propose-mapping';
import { schemeFromEntry } from './scheme-from-entry';
import { differingFields, readingForm, type SecondReading } from './second-reading';

const packs = join(__dirname, '../../packs');
const pack = (name: string) => ({ name, text: readFileSync(join(packs, name), 'utf8') });
const readiness = loadScheme([pack('gb-t-19273-2017.yaml')]);
const national = loadScheme([pack('gsp-2004.yaml')]);
const roots = { id: 'annex-c-1', imported: null, readiness };
const people = { enteredBy: ['录入甲'], checkedBy: '核对乙', checkedOn: '2026-11-29' };

const item = (id: string, under: string, points: number, more: Partial<EntryItem> = {}) =>
  ({
    ...{ id, under, clause: '', topic: `虚构项目 ${id}`, asked: '', points, star: false },
    ...{ evidence: [], rules: [], mappedTo: [] },
    ...more,
  }) satisfies EntryItem;
const route = (grade: string, more: Partial<EntryRoute>): EntryRoute => ({
  ...{ id: `${grade}-1`, grade, basic: null, bonus: null, total: null },
  ...{ share: null, partShare: null },
  ...more,
});

/** 虚构: every figure is made up; annex C itself is not public. */
const invented: EntryContent = {
  ...emptyEntry(),
  source: { document: '虚构文件', edition: '第 1 版', holder: '资料室', pages: '3～4' },
  basicPoints: 10_000,
  parts: [
    { id: '1', title: '虚构部分一', points: 6_000, bonus: false, factor: null },
    { id: '2', title: '虚构部分二', points: 4_000, bonus: false, factor: null },
  ],
  items: [
    item('1.1', '1', 4_000, {
      mappedTo: ['1.1.1'],
      rules: [
        {
          ...{ id: 'a', kind: 'fixed', text: '虚构的扣分', amount: 500, max: null },
          ...{ beyond: false, steps: [] },
        },
        {
          ...{ id: 'b', kind: 'fixed', text: '虚构的追加扣除', amount: 1_000, max: null },
          ...{ beyond: true, steps: [] },
        },
      ],
    }),
    item('1.2', '1', 2_000),
    item('2.1', '2', 4_000),
  ],
  routes: [route('AA', { share: 80, partShare: 60 }), route('A', { total: 6_000 })],
};
const messages = (content: EntryContent): readonly string[] =>
  entryProblems(content).map(({ message }) => message['zh-CN']);
const schemeOf = (content: EntryContent): Scheme => {
  const made = schemeFromEntry(content, roots, people);
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  return made.scheme;
};

describe('an entered table', () => {
  it('says of an empty one what is missing, and of a complete one nothing', () => {
    expect(messages(emptyEntry())).toContain('总分未填写。');
    expect(messages(invented)).toEqual([]);
  });

  it('names place and amount where parts and total, items and part do not add up', () => {
    const wrong = { ...invented, basicPoints: 10_050 };
    expect(entryProblems(wrong)).toMatchObject([
      {
        code: 'sum',
        place: { step: 'parts', row: '', field: 'basicPoints' },
        message: { 'zh-CN': '总分为 100.5 分，下列各行合计 100 分，少 0.5 分。' },
      },
    ]);
    const items = [...invented.items.slice(0, 2), item('2.1', '2', 4_100)];
    expect(messages({ ...invented, items })).toEqual([
      '第 2 部分为 40 分，下列各行合计 41 分，多 1 分。',
    ]);
  });

  it('becomes a scheme whose every figure is entered and names its people and its paper', () => {
    const scheme = schemeOf(invented);
    expect(scheme.entered).toMatchObject({ pages: '3～4', ...people });
    expect(
      scheme.grades.map(({ id, routes }) => [id, routes[0]?.basic ?? routes[0]?.total]),
    ).toEqual([
      ['AA', 8_000],
      ['A', 6_000],
    ]);
    expect(scheme.gates).toMatchObject([{ sections: ['1', '2'], atLeastPercent: 60, capAt: 'A' }]);
    const [first] = listItems(scheme);
    expect(first?.item).toMatchObject({
      provenance: 'entered',
      readinessItems: ['1.1.1'],
      rules: [{ deduct: 500 }, { deduct: 1_000, beyondItem: true }],
    });
    expect(JSON.stringify(scheme)).not.toContain('"verified"');
  });

  it('places what only the whole scheme shows: a deduction larger than its item', () => {
    const [first, ...rest] = invented.items;
    const [rule, ...others] = first?.rules ?? [];
    if (first === undefined || rule === undefined) throw new Error('no rule');
    const rules = [{ ...rule, amount: 5_000 }, ...others];
    const made = schemeFromEntry(
      { ...invented, items: [{ ...first, rules }, ...rest] },
      roots,
      null,
    );
    expect(made).toMatchObject({
      problems: [{ code: 'deduction_too_large', place: { step: 'items', row: '1.1' } }],
    });
  });

  it('keeps a share that is no amount of two decimals from becoming a floor', () => {
    const odd = { ...invented, routes: [route('A', { share: 33.33 })], basicPoints: 10_001 };
    expect(entryProblems(odd).map(({ code }) => code)).toContain('share_inexact');
  });

  it('taken from a workbook gives the same points, deductions and grades', () => {
    const imported = carriedScheme(national);
    const source = invented.source;
    const made = schemeFromEntry(
      { ...entryFromScheme(imported), source },
      { ...roots, id: imported.id, imported },
      null,
    );
    if ('problems' in made) throw new Error(JSON.stringify(made.problems.slice(0, 3)));
    const bare = (scheme: Scheme) =>
      JSON.parse(
        JSON.stringify(scheme, (key, value: unknown) =>
          ['provenance', 'source', 'sources', 'languages', 'version'].includes(key)
            ? undefined
            : value,
        ),
      ) as unknown;
    expect(bare(made.scheme)).toEqual(bare(imported));
  });
});

describe('a second reading', () => {
  const same: SecondReading = {
    basicPoints: 10_000,
    bonusPoints: null,
    parts: [
      { id: '1', points: 6_000 },
      { id: '2', points: 4_000 },
    ],
    routes: invented.routes.map(({ grade: _grade, ...floors }) => floors),
    gates: [],
  };

  it('is asked for by rows that hold no figure', () => {
    expect(JSON.stringify(readingForm(invented))).not.toMatch(/\d{3}/);
  });

  it('agrees where total, parts and thresholds are the same', () => {
    expect(differingFields(invented, same)).toEqual([]);
  });

  it('names each field that differs or was left out, and no value', () => {
    const [first] = same.routes;
    if (first === undefined) throw new Error('no route');
    expect(
      differingFields(invented, {
        ...same,
        basicPoints: 9_000,
        parts: same.parts.slice(1),
        routes: [{ ...first, share: 85 }],
      }),
    ).toEqual(['basicPoints', 'parts.1', 'routes.AA-1.share', 'routes.A-1.total']);
  });
});

it('a mapping is proposed by the likeness of names, and only a likely one', () => {
  const [some] = listItems(readiness);
  const topic = some?.item.topic['zh-CN'] ?? '';
  const found = proposeMapping(
    [
      { id: '1', topic, asked: '' },
      { id: '2', topic: 'xyzzy', asked: '' },
    ],
    readiness,
  );
  expect(found.get('1')?.[0]?.itemId).toBe(some?.item.id);
  expect(found.get('2')).toEqual([]);
});
