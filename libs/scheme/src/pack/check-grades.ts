import { indexItems, mostBasic } from '../lookup';
import { formatPoints } from '../points';
import type { Grade, Hundredths, Route, Scheme, VetoGate } from '../scheme';
import type { Finding } from './finding';
import type { IdPath } from './layers';
import type { ProblemCode, ProblemText } from './problem';

const FLOORS = ['basic', 'bonus', 'total'] as const;

const routeFindings = (scheme: Scheme): readonly Finding[] => {
  const most: Readonly<Record<(typeof FLOORS)[number], Hundredths>> = {
    basic: mostBasic(scheme),
    bonus: scheme.bonusPoints,
    total: mostBasic(scheme) + scheme.bonusPoints,
  };
  return scheme.grades.flatMap((grade) =>
    grade.routes.flatMap((route): Finding[] => {
      const path = ['grades', { id: grade.id }, 'routes', { id: route.id }];
      if (FLOORS.every((floor) => route[floor] === undefined))
        return [
          {
            code: 'route_empty',
            path,
            message: {
              'zh-CN': `${route.id} 没有任何分数线，谁都能达到。`,
              en: `${route.id} has no floor; everybody reaches it.`,
            },
            mend: { 'zh-CN': '写上 basic、bonus 或 total。', en: 'Give basic, bonus or total.' },
          },
        ];
      return FLOORS.filter((floor) => (route[floor] ?? 0) > most[floor]).map((floor) => ({
        code: 'route_unreachable',
        path: [...path, floor],
        message: {
          'zh-CN': `${route.id} 的 ${floor} ${formatPoints(route[floor] ?? 0)} 分超过满分 ${formatPoints(most[floor])} 分。`,
          en: `${route.id}: ${floor} ${formatPoints(route[floor] ?? 0)} is above the maximum ${formatPoints(most[floor])}.`,
        },
        mend: {
          'zh-CN': `改为不超过 ${formatPoints(most[floor])} 分。`,
          en: `Make it at most ${formatPoints(most[floor])}.`,
        },
      }));
    }),
  );
};

const sameWhen = (one: Route, other: Route): boolean =>
  JSON.stringify(one.when ?? null) === JSON.stringify(other.when ?? null);

/** True where whoever reaches `lower` has reached `higher` too. */
const implies = (lower: Route, higher: Route): boolean =>
  (higher.when === undefined || sameWhen(lower, higher)) &&
  (lower.basic ?? 0) >= (higher.basic ?? 0) &&
  (lower.bonus ?? 0) >= (higher.bonus ?? 0) &&
  Math.max(lower.total ?? 0, (lower.basic ?? 0) + (lower.bonus ?? 0)) >= (higher.total ?? 0);

const isShadowed = (grade: Grade, above: readonly Grade[]): boolean =>
  grade.routes.every((route) =>
    above.some((better) => better.routes.some((higher) => implies(route, higher))),
  );

const shadowFindings = (scheme: Scheme): readonly Finding[] =>
  scheme.grades.flatMap((grade, index) =>
    isShadowed(grade, scheme.grades.slice(0, index))
      ? [
          {
            code: 'grade_shadowed' as const,
            path: ['grades', { id: grade.id }],
            message: {
              'zh-CN': `${grade.id} 永远得不到：达到它的企业已达到前面的等级。`,
              en: `${grade.id} can never be given: whoever reaches it has reached a grade before it.`,
            },
            mend: {
              'zh-CN': '等级从高到低排列，并核对分数线。',
              en: 'Order the grades from high to low and check their floors.',
            },
          },
        ]
      : [],
  );

const unknown = (
  code: ProblemCode,
  path: IdPath,
  what: ProblemText,
  name: string,
  known: readonly string[],
): Finding => ({
  code,
  path,
  message: {
    'zh-CN': `没有${what['zh-CN']}“${name}”。`,
    en: `There is no ${what.en} "${name}".`,
  },
  mend: {
    'zh-CN': known.length === 0 ? '改正编号。' : `改为其中之一：${known.join('、')}。`,
    en: known.length === 0 ? 'Correct the number.' : `Use one of: ${known.join(', ')}.`,
  },
});

const vetoFindings = (scheme: Scheme, gate: VetoGate): readonly Finding[] => {
  const at: IdPath = ['gates', { id: gate.id }];
  const items = indexItems(scheme);
  const deductions = new Set(
    [...items.values()].flatMap(({ item }) =>
      item.rules.filter(({ kind }) => kind !== 'award' && kind !== 'band').map(({ id }) => id),
    ),
  );
  return [
    ...gate.items.flatMap((id, index) =>
      items.has(id)
        ? []
        : [
            unknown(
              'gate_unknown_item',
              [...at, 'items', index],
              { 'zh-CN': '项目', en: 'item' },
              id,
              [],
            ),
          ],
    ),
    ...gate.rules.flatMap((id, index) =>
      deductions.has(id)
        ? []
        : [
            unknown(
              'gate_unknown_rule',
              [...at, 'rules', index],
              { 'zh-CN': '扣分标准', en: 'deduction' },
              id,
              [],
            ),
          ],
    ),
  ];
};

const capFindings = (scheme: Scheme): readonly Finding[] => {
  // The highest grade caps nothing.
  const useful = scheme.grades.slice(1).map(({ id }) => id);
  return scheme.gates.flatMap(({ id, capAt }) =>
    capAt === undefined || useful.includes(capAt)
      ? []
      : [
          unknown(
            'gate_cap',
            ['gates', { id }, 'capAt'],
            { 'zh-CN': '可作上限的等级', en: 'grade to cap at,' },
            capAt,
            useful,
          ),
        ],
  );
};

const gateFindings = (scheme: Scheme): readonly Finding[] => {
  const known = scheme.sections.map((section) => section.id);
  return scheme.gates.flatMap((gate) =>
    gate.kind === 'veto'
      ? vetoFindings(scheme, gate)
      : gate.sections.flatMap((section, index) =>
          known.includes(section)
            ? []
            : [
                unknown(
                  'gate_unknown_section',
                  ['gates', { id: gate.id }, 'sections', index],
                  { 'zh-CN': '部分', en: 'section' },
                  section,
                  known,
                ),
              ],
        ),
  );
};

/** What may be applied for holds every grade that is given, in the same order. */
const targetFindings = ({ targetGrades, grades }: Scheme): readonly Finding[] => {
  if (targetGrades === undefined) return [];
  const given = grades.map(({ id }) => id).reverse();
  const named = targetGrades.filter((id) => given.includes(id));
  if (named.join(' ') === given.join(' ')) return [];
  return [
    {
      code: 'target_grades',
      path: ['targetGrades'],
      message: {
        'zh-CN': `可申请的等级（${targetGrades.join('、')}）与评定的等级不一致。`,
        en: `What may be applied for (${targetGrades.join(', ')}) does not agree with the grades.`,
      },
      mend: {
        'zh-CN': `从低到高写全：${given.join('、')}。`,
        en: `Name them all, from low to high: ${given.join(', ')}.`,
      },
    },
  ];
};

/** What is wrong with grades, routes and gates. */
export const gradeFindings = (scheme: Scheme): readonly Finding[] => [
  ...routeFindings(scheme),
  ...shadowFindings(scheme),
  ...gateFindings(scheme),
  ...capFindings(scheme),
  ...targetFindings(scheme),
];
