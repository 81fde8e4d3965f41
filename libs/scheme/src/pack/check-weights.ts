import { listItems } from '../lookup';
import { formatPoints } from '../points';
import type { Hundredths, Scheme, SchemeItem } from '../scheme';
import type { Finding } from './finding';
import type { IdPath } from './layers';
import { pathOfItem } from './path-of-item';

/** A scheme whose result is a fraction keeps its figures small, so that every product stays an exact integer. */
const MOST_EXACT: Hundredths = 10_000 * 100;

const weighted = (scheme: Scheme): readonly { bonus: boolean; at: IdPath; isTwice: boolean }[] =>
  scheme.sections.flatMap((section) => {
    const at: IdPath = ['sections', { id: section.id }];
    const { bonus, factor } = section;
    return [
      ...(factor === undefined ? [] : [{ bonus, at: [...at, 'factor'], isTwice: false }]),
      ...section.groups.flatMap((group) =>
        group.factor === undefined
          ? []
          : [
              {
                bonus,
                at: [...at, 'groups', { id: group.id }, 'factor'],
                isTwice: factor !== undefined,
              },
            ],
      ),
    ];
  });

const factorFindings = (scheme: Scheme): readonly Finding[] =>
  weighted(scheme).flatMap(({ bonus, at, isTwice }): Finding[] => {
    if (bonus)
      return [
        {
          code: 'factor_place',
          path: at,
          message: { 'zh-CN': '加分部分不能有系数。', en: 'A bonus section has no factor.' },
          mend: {
            'zh-CN': '去掉 factor，直接写折算后的分值。',
            en: 'Remove the factor and write the points that count.',
          },
        },
      ];
    if (!isTwice) return [];
    return [
      {
        code: 'factor_place',
        path: at,
        message: {
          'zh-CN': '部分和分项都写了系数。',
          en: 'Both the section and its group have a factor.',
        },
        mend: { 'zh-CN': '只在其中一处写 factor。', en: 'Keep the factor in one of the two.' },
      },
    ];
  });

/** Reweighting within a part and weighing parts are two rules of different tables; together they are not defined. */
const mixtureFindings = (scheme: Scheme): readonly Finding[] => {
  if (scheme.policies.notApplicable !== 'reweight') return [];
  const at = weighted(scheme)[0]?.at ?? (scheme.tablePoints === undefined ? null : ['tablePoints']);
  if (at === null) return [];
  return [
    {
      code: 'weights_mixed',
      path: at,
      message: {
        'zh-CN': '不适用项“其余项目权重相应提高”，不能与系数或折算满分并用。',
        en: 'A table that reweights what does not apply has neither factors nor a result brought to other points.',
      },
      mend: {
        'zh-CN': '不适用项改为 exclude（从总分中减去），或去掉 factor 和 tablePoints。',
        en: 'Set notApplicable to exclude, or remove factor and tablePoints.',
      },
    },
  ];
};

const sizeFindings = (scheme: Scheme): readonly Finding[] => {
  if (scheme.tablePoints === undefined && weighted(scheme).length === 0) return [];
  return (['basicPoints', 'bonusPoints', 'tablePoints'] as const)
    .filter((key) => (scheme[key] ?? 0) > MOST_EXACT)
    .map((key) => ({
      code: 'points_too_many' as const,
      path: [key],
      message: {
        'zh-CN': `${key} 超过 ${formatPoints(MOST_EXACT)} 分，带系数或折算的方案不能精确计算。`,
        en: `${key} is above ${formatPoints(MOST_EXACT)}, too many to be exact with factors or a result brought to other points.`,
      },
      mend: {
        'zh-CN': `改为不超过 ${formatPoints(MOST_EXACT)} 分。`,
        en: `Make it at most ${formatPoints(MOST_EXACT)}.`,
      },
    }));
};

const beyondFinding = (path: IdPath, zh: string, en: string, zhMend: string, enMend: string) => ({
  code: 'beyond_item' as const,
  path,
  message: { 'zh-CN': zh, en },
  mend: { 'zh-CN': zhMend, en: enMend },
});

const beyondFindings = (item: SchemeItem, at: IdPath): readonly Finding[] =>
  item.rules.flatMap((rule): Finding[] => {
    if (rule.beyondItem !== true) return [];
    const path: IdPath = [...at, 'rules', { id: rule.id }];
    if (rule.kind === 'award' || rule.kind === 'band')
      return [
        beyondFinding(
          [...path, 'beyondItem'],
          `${rule.id} 是加分规则，不能追加扣除。`,
          `${rule.id} gives points; only a deduction can be taken beyond the item.`,
          '去掉 beyondItem。',
          'Remove beyondItem.',
        ),
      ];
    if (
      ('deduct' in rule && rule.kind === 'fixed') ||
      !('deduct' in rule) ||
      rule.max !== undefined
    )
      return [];
    return [
      beyondFinding(
        path,
        `${rule.id} 按次追加扣除，没有上限。`,
        `${rule.id} takes from the total for each one, without a limit.`,
        '写上 max（最多追加扣除多少分）。',
        'Give its max.',
      ),
    ];
  });

/** What is wrong with factors, results brought to other points, and deductions beyond an item. */
export const weightFindings = (scheme: Scheme): readonly Finding[] => [
  ...factorFindings(scheme),
  ...mixtureFindings(scheme),
  ...sizeFindings(scheme),
  ...listItems(scheme).flatMap((placed) => beyondFindings(placed.item, pathOfItem(placed))),
];
