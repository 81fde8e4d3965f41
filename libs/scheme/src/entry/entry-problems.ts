import { formatPoints } from '../points';
import type { Hundredths } from '../scheme';
import type { EntryContent, EntryItem, EntryPlace, EntryProblem } from './entry';

const NUMBER = /^[A-Za-z0-9]+([.][A-Za-z0-9]+)*$/;
const GRADE = /^[A-Za-z0-9_]+$/;

const problem = (code: string, place: EntryPlace, zh: string, en: string): EntryProblem => ({
  code,
  place,
  message: { 'zh-CN': zh, en },
});

const at = (step: EntryPlace['step'], row = '', field = ''): EntryPlace => ({ step, row, field });

const missing = (place: EntryPlace, zh: string, en: string): EntryProblem =>
  problem('missing', place, `${zh}未填写。`, `${en} is missing.`);

function sourceProblems({ title, source }: EntryContent): EntryProblem[] {
  const needed = [
    ['title', title, '评分表名称', 'The name of the table'],
    ['document', source.document, '依据的文件', 'The document'],
    ['edition', source.edition, '版次', 'The edition'],
    ['holder', source.holder, '持有人', 'The holder of the copy'],
    ['pages', source.pages, '页码', 'The pages'],
  ] as const;
  return needed.flatMap(([field, value, zh, en]) =>
    value.trim() === '' ? [missing(at('source', '', field), zh, en)] : [],
  );
}

/** Numbers that are not written as numbers are, and those given twice. */
function numberProblems(step: EntryPlace['step'], ids: readonly string[]): EntryProblem[] {
  const seen = new Set<string>();
  return ids.flatMap((id): EntryProblem[] => {
    const isTwice = seen.has(id);
    seen.add(id);
    if (id === '') return [missing(at(step, '', 'id'), '有一行的编号', 'The number of a row')];
    if (isTwice)
      return [
        problem('twice', at(step, id, 'id'), `编号 ${id} 出现两次。`, `Number ${id} stands twice.`),
      ];
    return NUMBER.test(id) && id.length <= 30
      ? []
      : [
          problem(
            'number',
            at(step, id, 'id'),
            `编号“${id}”应由数字、字母和点组成，如 2.1.3。`,
            `Number "${id}" must be of figures, letters and points, such as 2.1.3.`,
          ),
        ];
  });
}

/** Of rows that have no points yet nothing is added up: that they are missing is said by itself. */
function sumProblem(
  place: EntryPlace,
  zh: string,
  en: string,
  stated: Hundredths | null,
  rows: readonly { readonly points: Hundredths | null }[],
): EntryProblem[] {
  if (stated === null || rows.some(({ points }) => points === null)) return [];
  const sum = rows.reduce((total, { points }) => total + (points ?? 0), 0);
  if (sum === stated) return [];
  const [more, less] = sum > stated ? ['多', 'more'] : ['少', 'less'];
  const [amount, said, added] = [Math.abs(sum - stated), stated, sum].map(formatPoints);
  return [
    problem(
      'sum',
      place,
      `${zh}为 ${said} 分，下列各行合计 ${added} 分，${more} ${amount} 分。`,
      `${en} has ${said} points, its rows add up to ${added}: ${amount} ${less}.`,
    ),
  ];
}

function partProblems(content: EntryContent): EntryProblem[] {
  const { parts, groups, basicPoints, bonusPoints, tablePoints } = content;
  const basic = parts.filter(({ bonus }) => !bonus);
  const bonus = parts.filter((part) => part.bonus);
  const found: EntryProblem[] = [
    ...(basicPoints === null ? [missing(at('parts', '', 'basicPoints'), '总分', 'The total')] : []),
    ...(bonus.length > 0 && bonusPoints === null
      ? [missing(at('parts', '', 'bonusPoints'), '加分总分', 'The total of the bonus')]
      : []),
    ...(basic.length === 0
      ? [problem('no_parts', at('parts'), '还没有任何部分。', 'There are no parts yet.')]
      : []),
    ...numberProblems(
      'parts',
      parts.map(({ id }) => id),
    ),
    // A part without 分项 may give its number to one of its own.
    ...numberProblems(
      'parts',
      groups.map(({ id }) => id),
    ),
    ...sumProblem(
      at('parts', '', 'basicPoints'),
      '总分',
      'The total',
      tablePoints ?? basicPoints,
      basic,
    ),
    ...sumProblem(at('parts', '', 'bonusPoints'), '加分总分', 'The bonus', bonusPoints ?? 0, bonus),
  ];
  for (const row of [...parts, ...groups]) {
    if (row.title.trim() === '')
      found.push(
        missing(at('parts', row.id, 'title'), `${row.id} 的名称`, `The name of ${row.id}`),
      );
    if (row.points === null)
      found.push(
        missing(at('parts', row.id, 'points'), `${row.id} 的分值`, `The points of ${row.id}`),
      );
  }
  for (const group of groups.filter(({ part }) => !parts.some(({ id }) => id === part)))
    found.push(unknownPart('parts', group.id, group.part));
  return [...found, ...itemSumProblems(content)];
}

/** Items, groups and the parts above them. */
function itemSumProblems({ parts, groups, items }: EntryContent): EntryProblem[] {
  const found: EntryProblem[] = [];
  for (const part of parts) {
    const own = groups.filter((group) => group.part === part.id);
    const direct = items.filter(({ under }) => under === part.id);
    const place = at('parts', part.id, 'points');
    const named = [`第 ${part.id} 部分`, `Part ${part.id}`] as const;
    // A part that is a group of its own as well has its items there.
    const isOne = own.some(({ id }) => id === part.id);
    if (own.length > 0 && direct.length > 0 && !isOne)
      found.push(
        problem(
          'under_part',
          at('items', direct[0]?.id, 'under'),
          `第 ${part.id} 部分有分项，项目 ${direct.map(({ id }) => id).join('、')} 应写明所属分项。`,
          `Part ${part.id} has groups: items ${direct.map(({ id }) => id).join(', ')} must name theirs.`,
        ),
      );
    found.push(...sumProblem(place, ...named, part.points, own.length > 0 ? own : direct));
  }
  for (const group of groups) {
    const own = items.filter(({ under }) => under === group.id);
    const place = at('parts', group.id, 'points');
    found.push(...sumProblem(place, `分项 ${group.id} `, `Group ${group.id}`, group.points, own));
  }
  return found;
}

const unknownPart = (step: EntryPlace['step'], row: string, part: string): EntryProblem =>
  problem(
    'unknown_part',
    at(step, row, 'under'),
    `${row} 所属的“${part}”不在各部分、分项之中。`,
    `${row} belongs to "${part}", which is among neither parts nor groups.`,
  );

function itemProblems({ items, parts, groups }: EntryContent): EntryProblem[] {
  const known = new Set([...parts, ...groups].map(({ id }) => id));
  return [
    ...numberProblems(
      'items',
      items.map(({ id }) => id),
    ),
    ...items.flatMap((item) => [
      ...(known.has(item.under) ? [] : [unknownPart('items', item.id, item.under)]),
      ...fieldProblems(item),
      ...item.rules.flatMap((rule, index) => ruleProblems(item, index)),
    ]),
  ];
}

function fieldProblems({ id, topic, points }: EntryItem): EntryProblem[] {
  return [
    ...(topic.trim() === ''
      ? [missing(at('items', id, 'topic'), `${id} 的评价内容`, `The subject of ${id}`)]
      : []),
    ...(points === null
      ? [missing(at('items', id, 'points'), `${id} 的分值`, `The points of ${id}`)]
      : []),
  ];
}

function ruleProblems({ id, rules }: EntryItem, index: number): EntryProblem[] {
  const rule = rules[index];
  if (rule === undefined) return [];
  const place = (field: string): EntryPlace => at('items', id, `rules.${String(index)}.${field}`);
  const [zh, en] = [
    `${id} 第 ${String(index + 1)} 条扣分标准`,
    `Deduction ${String(index + 1)} of ${id}`,
  ];
  const isStepped = rule.kind === 'choice' || rule.kind === 'rate';
  const found: EntryProblem[] = [];
  if (rule.text.trim() === '')
    found.push(missing(place('text'), `${zh}的内容`, `The text of ${en}`));
  if (!isStepped && rule.amount === null)
    found.push(missing(place('amount'), `${zh}的分值`, `The amount of ${en}`));
  if (isStepped && (rule.steps.length === 0 || rule.steps.some(({ amount }) => amount === null)))
    found.push(missing(place('steps'), `${zh}的各档分值`, `An amount of the steps of ${en}`));
  return found;
}

function gradeProblems({ routes, basicPoints }: EntryContent): EntryProblem[] {
  if (routes.length === 0)
    return [
      problem(
        'no_grades',
        at('grades'),
        '还没有等级的条件。',
        'There are no conditions of grades yet.',
      ),
    ];
  return routes.flatMap((route): EntryProblem[] => {
    const { grade, basic, bonus, total, share } = route;
    if (!GRADE.test(grade))
      return [missing(at('grades', grade, 'grade'), '有一行的等级', 'The grade of a row')];
    if ([basic, bonus, total, share].every((floor) => floor === null))
      return [
        problem(
          'no_floor',
          at('grades', grade, 'total'),
          `${grade} 级没有分数线。`,
          `${grade} has no floor.`,
        ),
      ];
    if (share === null || basicPoints === null || floorOfShare(share, basicPoints) !== null)
      return [];
    return [
      problem(
        'share_inexact',
        at('grades', grade, 'share'),
        `${grade} 级的得分率折算成分数超过两位小数，请直接填写分数。`,
        `The share of ${grade} is no amount of two decimals; give the points instead.`,
      ),
    ];
  });
}

/** The points of a share in percent; null where they have more than two decimals. */
export function floorOfShare(share: number, points: Hundredths): Hundredths | null {
  // A share has two decimals at most; the product of two whole numbers is exact.
  const scaled = Math.round(share * 100) * points;
  return scaled % 10_000 === 0 ? scaled / 10_000 : null;
}

/** What of a table that is being entered is missing or does not add up, with its place and by how much. */
export const entryProblems = (content: EntryContent): readonly EntryProblem[] => [
  ...sourceProblems(content),
  ...partProblems(content),
  ...itemProblems(content),
  ...gradeProblems(content),
];
