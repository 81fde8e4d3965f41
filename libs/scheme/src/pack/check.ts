import { formatPoints } from '../points';
import type { Hundredths, LocalizedText, Scheme, SchemeItem } from '../scheme';
import { listItems } from '../lookup';
import { gradeFindings } from './check-grades';
import { ruleFindings } from './check-rules';
import { readinessFindings } from './check-readiness';
import { sameFactFindings } from './check-same-facts';
import { weightFindings } from './check-weights';
import type { Finding } from './finding';
import { locate, type IdPath, type Layers } from './layers';
import { pathOfItem } from './path-of-item';
import { problemAt } from './parse';
import type { SchemeProblem } from './problem';

const sum = (parts: readonly { readonly points: Hundredths }[]): Hundredths =>
  parts.reduce((total, part) => total + part.points, 0);

const sumFinding = (
  path: IdPath,
  name: string,
  stated: Hundredths,
  parts: Hundredths,
): readonly Finding[] =>
  stated === parts
    ? []
    : [
        {
          code: 'sum_mismatch',
          path,
          message: {
            'zh-CN': `${name} 规定 ${formatPoints(stated)} 分，下面各项合计 ${formatPoints(parts)} 分。`,
            en: `${name} has ${formatPoints(stated)} points, its parts add up to ${formatPoints(parts)}.`,
          },
          mend: {
            'zh-CN': `改分值，使两者相等（差 ${formatPoints(parts - stated)} 分）。`,
            en: `Change the points so that both agree (difference ${formatPoints(parts - stated)}).`,
          },
        },
      ];

const sumFindings = (scheme: Scheme): readonly Finding[] => [
  ...(['basicPoints', 'bonusPoints'] as const).flatMap((key) =>
    sumFinding(
      [key === 'basicPoints' && scheme.tablePoints !== undefined ? 'tablePoints' : key],
      key === 'basicPoints' && scheme.tablePoints !== undefined ? 'tablePoints' : key,
      (key === 'basicPoints' ? scheme.tablePoints : undefined) ?? scheme[key],
      sum(scheme.sections.filter((section) => section.bonus === (key === 'bonusPoints'))),
    ),
  ),
  ...scheme.sections.flatMap((section) => {
    const path: IdPath = ['sections', { id: section.id }];
    return [
      ...sumFinding([...path, 'points'], section.id, section.points, sum(section.groups)),
      ...section.groups.flatMap((group) =>
        sumFinding(
          [...path, 'groups', { id: group.id }, 'points'],
          group.id,
          group.points,
          sum(group.items),
        ),
      ),
    ];
  }),
];

/** Basic sections come first, so that a printed table and its sums read from top to bottom. */
const orderFindings = (scheme: Scheme): readonly Finding[] => {
  const firstBonus = scheme.sections.findIndex((section) => section.bonus);
  return scheme.sections.flatMap((section, index) =>
    !section.bonus && firstBonus >= 0 && index > firstBonus
      ? [
          {
            code: 'order' as const,
            path: ['sections', { id: section.id }],
            message: {
              'zh-CN': `基本部分“${section.id}”排在加分部分之后。`,
              en: `The basic section "${section.id}" stands after a bonus section.`,
            },
            mend: {
              'zh-CN': '把加分部分移到最后。',
              en: 'Move the bonus sections to the end.',
            },
          },
        ]
      : [],
  );
};

const itemFinding = (
  item: SchemeItem,
  path: IdPath,
  code: Finding['code'],
  message: Finding['message'],
  mend: Finding['mend'],
): Finding => ({
  code,
  path,
  message: { 'zh-CN': `${item.id}：${message['zh-CN']}`, en: `${item.id}: ${message.en}` },
  mend,
});

/** Items without points in a scored scheme, items with points in a readiness scheme. */
const itemModeFindings = (scheme: Scheme): readonly Finding[] =>
  listItems(scheme).flatMap((placed) => {
    const { item } = placed;
    const path: IdPath = [...pathOfItem(placed), 'points'];
    if (item.mode === 'readiness' && item.points > 0)
      return [
        itemFinding(
          item,
          path,
          'readiness_points',
          { 'zh-CN': '准备情况项目不计分。', en: 'a readiness item carries no points.' },
          {
            'zh-CN': '去掉 points，或者把 mode 改为 deduct。',
            en: 'Remove the points, or change the mode to deduct.',
          },
        ),
      ];
    if (item.mode !== 'readiness' && item.points === 0)
      return [
        itemFinding(
          item,
          path,
          'readiness_points',
          { 'zh-CN': '没有规定得分。', en: 'it has no points.' },
          {
            'zh-CN': '写上 points；不计分的项目用 mode: readiness。',
            en: 'Give its points; an item without points has mode: readiness.',
          },
        ),
      ];
    return [];
  });

const sourceFindings = (scheme: Scheme): readonly Finding[] => {
  const known = new Set(scheme.sources.map((source) => source.id));
  const uses: { source?: string; path: IdPath }[] = [];
  const use = (part: { readonly source?: string }, path: IdPath): void => {
    if (part.source !== undefined) uses.push({ source: part.source, path });
  };
  for (const section of scheme.sections) {
    const atSection: IdPath = ['sections', { id: section.id }];
    use(section, atSection);
    for (const group of section.groups) {
      const atGroup: IdPath = [...atSection, 'groups', { id: group.id }];
      use(group, atGroup);
      for (const item of group.items) {
        const atItem: IdPath = [...atGroup, 'items', { id: item.id }];
        use(item, atItem);
        for (const rule of item.rules)
          use(rule, [...atItem, 'rules', { id: rule.id.slice(item.id.length + 1) }]);
      }
    }
  }
  for (const grade of scheme.grades) use(grade, ['grades', { id: grade.id }]);
  if (scheme.readiness) use(scheme.readiness, ['readiness']);
  for (const gate of scheme.gates) use(gate, ['gates', { id: gate.id }]);
  for (const condition of scheme.conditions ?? [])
    use(condition, ['conditions', { id: condition.id }]);
  const unknown = uses.filter(({ source }) => source !== undefined && !known.has(source));
  // A source named once for the whole pack would be reported for each of its parts.
  const first = new Map(unknown.map((entry) => [entry.source, entry] as const).reverse());
  return [...first.values()].map(({ source = '', path }) => ({
    code: 'source_unknown',
    path: [...path, 'source'],
    message: {
      'zh-CN': `sources 中没有“${source}”。`,
      en: `There is no "${source}" among the sources.`,
    },
    mend: {
      'zh-CN': '在 sources 中加上它（id、title），或改正写法。',
      en: 'Add it to the sources (id, title) or correct the name.',
    },
  }));
};

const validityFindings = (scheme: Scheme): readonly Finding[] =>
  scheme.validFrom !== undefined &&
  scheme.validUntil !== undefined &&
  scheme.validUntil <= scheme.validFrom
    ? [
        {
          code: 'validity',
          path: ['validUntil'],
          message: {
            'zh-CN': `失效日期 ${scheme.validUntil} 不晚于生效日期 ${scheme.validFrom}。`,
            en: `It ends on ${scheme.validUntil}, not after its first day ${scheme.validFrom}.`,
          },
          mend: {
            'zh-CN': '核对两个日期。validUntil 是不再有效的第一天。',
            en: 'Check both dates. validUntil is the first day on which it no longer holds.',
          },
        },
      ]
    : [];

const isText = (value: object): value is LocalizedText =>
  'zh-CN' in value && typeof value['zh-CN'] === 'string';

/** Texts below a part that lack a language the pack promises. */
const textFindings = (value: unknown, path: IdPath, languages: Scheme['languages']): Finding[] => {
  if (Array.isArray(value))
    return value.flatMap((part: unknown, index) => {
      const id =
        typeof part === 'object' && part !== null && 'id' in part ? String(part.id) : undefined;
      return textFindings(part, [...path, id === undefined ? index : { id }], languages);
    });
  if (typeof value !== 'object' || value === null) return [];
  if (!isText(value))
    return Object.entries(value).flatMap(([key, part]) =>
      textFindings(part, [...path, key], languages),
    );
  return languages
    .filter((language) => !value[language]?.trim())
    .map((language) => ({
      code: 'text_missing',
      path,
      message: {
        'zh-CN': `“${value['zh-CN']}”缺少 ${language} 文本。`,
        en: `"${value['zh-CN']}" has no ${language} text.`,
      },
      mend: {
        'zh-CN': `写成 {zh-CN: …, ${language}: …}，或从 languages 中去掉 ${language}。`,
        en: `Write {zh-CN: …, ${language}: …}, or take ${language} out of languages.`,
      },
    }));
};

/** Ids of the scheme carry the number around them (`1.2-a`); the document's do not. */
const ownIds = (path: IdPath): IdPath =>
  path.map((step, index) => {
    const list = path[index - 1];
    return typeof step === 'object' && (list === 'rules' || list === 'routes')
      ? { id: step.id.slice(step.id.lastIndexOf('-') + 1) }
      : step;
  });

/**
 * What the JSON Schema cannot say: sums, reachability, references, languages.
 * @param layers the pack and its parents, to name the file where a part was written
 */
export const schemeProblems = (scheme: Scheme, layers: Layers): SchemeProblem[] =>
  [
    ...sumFindings(scheme),
    ...orderFindings(scheme),
    ...itemModeFindings(scheme),
    ...readinessFindings(scheme),
    ...ruleFindings(scheme),
    ...sameFactFindings(scheme),
    ...weightFindings(scheme),
    ...gradeFindings(scheme),
    ...sourceFindings(scheme),
    ...validityFindings(scheme),
    ...textFindings(scheme, [], scheme.languages),
  ].map(({ path, code, message, mend }) => {
    const place = locate(layers, ownIds(path));
    return problemAt(place.pack, place.path, code, message, mend);
  });
