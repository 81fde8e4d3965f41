import { formatPoints } from '../points';
import type { Grade, Hundredths, Route, Scheme } from '../scheme';
import type { Finding } from './finding';

const FLOORS = ['basic', 'bonus', 'total'] as const;

const routeFindings = (scheme: Scheme): readonly Finding[] => {
  const most: Readonly<Record<(typeof FLOORS)[number], Hundredths>> = {
    basic: scheme.basicPoints,
    bonus: scheme.bonusPoints,
    total: scheme.basicPoints + scheme.bonusPoints,
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

const gateFindings = (scheme: Scheme): readonly Finding[] => {
  const known = new Set(scheme.sections.map((section) => section.id));
  return scheme.gates.flatMap((gate) =>
    gate.sections.flatMap((section, index) =>
      known.has(section)
        ? []
        : [
            {
              code: 'gate_unknown_section' as const,
              path: ['gates', { id: gate.id }, 'sections', index],
              message: {
                'zh-CN': `没有部分“${section}”。`,
                en: `There is no section "${section}".`,
              },
              mend: {
                'zh-CN': `改为其中之一：${[...known].join('、')}。`,
                en: `Use one of: ${[...known].join(', ')}.`,
              },
            },
          ],
    ),
  );
};

/** What is wrong with grades, routes and gates. */
export const gradeFindings = (scheme: Scheme): readonly Finding[] => [
  ...routeFindings(scheme),
  ...shadowFindings(scheme),
  ...gateFindings(scheme),
];
