import { listItems } from '../lookup';
import type { Rule, Scheme } from '../scheme';
import type { Finding } from './finding';
import type { IdPath } from './layers';
import { pathOfItem } from './path-of-item';

interface Placed {
  readonly rule: Rule;
  readonly path: IdPath;
}

const deductionsOf = (scheme: Scheme): readonly Placed[] =>
  listItems(scheme).flatMap((placed) =>
    placed.item.rules.map((rule) => ({
      rule,
      path: [...pathOfItem(placed), 'rules', { id: rule.id }],
    })),
  );

const unknown = ({ rule, path }: Placed, other: string): Finding => ({
  code: 'same_fact_unknown',
  path: [...path, 'sameFactAs'],
  message: {
    'zh-CN': `${rule.id} 的同一事实“${other}”不是另一条扣分标准。`,
    en: `${rule.id}: "${other}" is no other deduction.`,
  },
  mend: {
    'zh-CN': '写完整的规则编号，例如 2.8.1-a；加分标准和本条自身不能写。',
    en: 'Write the full id of a rule, such as 2.8.1-a; neither an award nor the rule itself.',
  },
});

const oneSided = ({ rule, path }: Placed, other: string): Finding => ({
  code: 'same_fact_one_sided',
  path: [...path, 'sameFactAs'],
  message: {
    'zh-CN': `${rule.id} 写明与 ${other} 为同一事实，${other} 没有写 ${rule.id}。`,
    en: `${rule.id} names ${other} for the same fact, ${other} does not name ${rule.id}.`,
  },
  mend: {
    'zh-CN': `在 ${other} 的同一事实中加上 ${rule.id}，或从 ${rule.id} 中去掉 ${other}。`,
    en: `Name ${rule.id} in sameFactAs of ${other}, or take ${other} out of ${rule.id}.`,
  },
});

const unclear = ({ rule, path }: Placed, other: string | null): Finding => ({
  code: 'most_direct_unclear',
  path: [...path, 'mostDirect'],
  message:
    other === null
      ? {
          'zh-CN': `${rule.id} 标为最直接，但没有写同一事实的其他扣分标准。`,
          en: `${rule.id} is marked as the most direct one, but of no others.`,
        }
      : {
          'zh-CN': `${rule.id} 和 ${other} 为同一事实，都标为最直接。`,
          en: `${rule.id} and ${other} are for the same fact and both marked as the most direct one.`,
        },
  mend: {
    'zh-CN': '互有关联的扣分标准中至多标一条。',
    en: 'Mark at most one of those that are linked.',
  },
});

const isEarned = ({ kind }: Rule): boolean => kind === 'award' || kind === 'band';

/** Links between deductions for the same fact that lead nowhere, hold one way only, or name two as the most direct. */
export const sameFactFindings = (scheme: Scheme): readonly Finding[] => {
  const placed = deductionsOf(scheme);
  const byId = new Map(placed.map(({ rule }) => [rule.id, rule]));
  return placed.flatMap((one) => {
    const { rule } = one;
    const linked = rule.sameFactAs ?? [];
    if (linked.length === 0) return rule.mostDirect ? [unclear(one, null)] : [];
    return linked.flatMap((id) => {
      const other = byId.get(id);
      if (other === undefined || other === rule || isEarned(other) || isEarned(rule))
        return [unknown(one, id)];
      if (other.sameFactAs?.includes(rule.id) !== true) return [oneSided(one, id)];
      // Told once of the two.
      return rule.mostDirect && other.mostDirect && rule.id < id ? [unclear(one, id)] : [];
    });
  });
};
