import { listItems } from '../lookup';
import { formatPoints } from '../points';
import type { AwardRule, BandRule, Hundredths, Rule, Scheme, SchemeItem } from '../scheme';
import type { Finding } from './finding';
import type { IdPath } from './layers';
import { pathOfItem } from './path-of-item';
import type { ProblemCode, ProblemText } from './problem';

/** Reports one finding about a rule; the path is relative to the rule. */
type Report = (code: ProblemCode, path: IdPath, message: ProblemText, mend: ProblemText) => void;

const isEarned = (rule: Rule): rule is AwardRule | BandRule =>
  rule.kind === 'award' || rule.kind === 'band';

/** The largest amount a rule can take or give; infinite for a counted one without a cap. */
const largest = (rule: Rule): Hundredths => {
  switch (rule.kind) {
    case 'fixed':
      return rule.deduct;
    case 'per_missing':
    case 'per_finding':
      return rule.max ?? Infinity;
    case 'choice':
      return Math.max(...rule.choices.map((choice) => choice.deduct));
    case 'rate':
      return Math.max(...rule.bands.map((band) => band.deduct));
    case 'award':
      return rule.perEach ? (rule.max ?? Infinity) : rule.award;
    case 'band':
      return Math.max(...rule.bands.map((band) => band.award));
  }
};

const stepOf = (rule: Rule): { key: string; amount: Hundredths } | null => {
  if (rule.kind === 'award') return { key: 'award', amount: rule.award };
  if (rule.kind === 'fixed' || rule.kind === 'per_missing' || rule.kind === 'per_finding')
    return { key: 'deduct', amount: rule.deduct };
  return null;
};

const checkSize = (rule: Rule, item: SchemeItem, most: Hundredths, report: Report): void => {
  const step = stepOf(rule);
  const top = largest(rule);
  const amount = Math.max(step?.amount ?? 0, top === Infinity ? 0 : top);
  if (amount > most)
    report(
      'deduction_too_large',
      step && step.amount > most ? [step.key] : 'max' in rule ? ['max'] : [],
      {
        'zh-CN': `${rule.id} 的 ${formatPoints(amount)} 分超过${rule.beyondItem ? '总分' : '本项规定得分'} ${formatPoints(most)} 分。`,
        en: `${rule.id} takes or gives ${formatPoints(amount)} points, more than the ${rule.beyondItem ? "table's" : "item's"} ${formatPoints(most)}.`,
      },
      {
        'zh-CN': `改为不超过 ${formatPoints(most)} 分，或核对${rule.beyondItem ? '总分' : '本项规定得分'}。`,
        en: `Make it at most ${formatPoints(most)}, or check the ${rule.beyondItem ? "table's" : "item's"} points.`,
      },
    );
  if (step?.amount === 0)
    report(
      'deduction_too_large',
      [step.key],
      { 'zh-CN': `${rule.id} 不扣分也不加分。`, en: `${rule.id} takes or gives nothing.` },
      { 'zh-CN': '写上分值，或删除这条规则。', en: 'Give its points, or delete the rule.' },
    );
  if ('max' in rule && rule.max !== undefined && step && rule.max < step.amount)
    report(
      'max_below_step',
      ['max'],
      {
        'zh-CN': `${rule.id} 的上限 ${formatPoints(rule.max)} 小于每次 ${formatPoints(step.amount)}。`,
        en: `${rule.id}: the maximum ${formatPoints(rule.max)} is below one step of ${formatPoints(step.amount)}.`,
      },
      {
        'zh-CN': `上限至少写 ${formatPoints(step.amount)}。`,
        en: `Make the maximum at least ${formatPoints(step.amount)}.`,
      },
    );
};

const checkChoices = (rule: Rule, report: Report): void => {
  if (rule.kind !== 'choice') return;
  const zero = rule.choices.filter((choice) => choice.deduct === 0).length;
  if (zero === 1) return;
  report(
    'choice_zero',
    ['choices'],
    {
      'zh-CN': `${rule.id} 有 ${String(zero)} 个不扣分的选项，应当恰有一个。`,
      en: `${rule.id} has ${String(zero)} choices that deduct nothing; there should be exactly one.`,
    },
    {
      'zh-CN': '只让“符合要求”的那个选项扣 0 分。',
      en: 'Let only the choice that means "as required" deduct 0.',
    },
  );
};

const checkRateBands = (rule: Rule, report: Report): void => {
  if (rule.kind !== 'rate') return;
  rule.bands.forEach((band, index) => {
    const above = rule.bands[index - 1];
    if (!above || (band.atLeastPercent < above.atLeastPercent && band.deduct > above.deduct))
      return;
    report(
      'bands_order',
      ['bands', index],
      {
        'zh-CN': `${rule.id} 第 ${String(index + 1)} 档不比上一档低，或扣分不比上一档多。`,
        en: `${rule.id}: band ${String(index + 1)} is not below the one before it, or does not deduct more.`,
      },
      {
        'zh-CN': '从高到低排列，越低扣得越多。',
        en: 'Order them from high to low; the lower, the larger the deduction.',
      },
    );
  });
  if (rule.bands.at(-1)?.atLeastPercent !== 0)
    report(
      'bands_end',
      ['bands'],
      {
        'zh-CN': `${rule.id} 的最后一档没有覆盖到 0%。`,
        en: `${rule.id}: the last band does not reach down to 0 %.`,
      },
      { 'zh-CN': '加一档 atLeastPercent: 0。', en: 'Add a band with atLeastPercent: 0.' },
    );
};

const checkFloorBands = (rule: Rule, report: Report): void => {
  if (rule.kind !== 'band') return;
  const measures = new Set(rule.measures.map((measure) => measure.id));
  const lastAward = new Map<string, Hundredths>();
  rule.bands.forEach((band, index) => {
    for (const name of Object.keys(band.anyOf).filter((name) => !measures.has(name)))
      report(
        'measure_unknown',
        ['bands', index, 'anyOf', name],
        { 'zh-CN': `${rule.id} 没有指标“${name}”。`, en: `${rule.id} has no measure "${name}".` },
        {
          'zh-CN': `改为其中之一：${[...measures].join('、')}。`,
          en: `Use one of: ${[...measures].join(', ')}.`,
        },
      );
    const who = JSON.stringify(band.when ?? null);
    const before = lastAward.get(who);
    lastAward.set(who, band.award);
    // The first band that is reached counts: a later, larger one for the same enterprises would never be met.
    if (before === undefined || band.award < before) return;
    report(
      'bands_order',
      ['bands', index],
      {
        'zh-CN': `${rule.id} 第 ${String(index + 1)} 档的得分不比同类企业的上一档低。`,
        en: `${rule.id}: band ${String(index + 1)} gives no less than the one before it for the same enterprises.`,
      },
      {
        'zh-CN': '同类企业的各档按得分从高到低排列。',
        en: 'Order the bands of the same enterprises from high to low.',
      },
    );
  });
};

const checkMode = (rule: Rule, item: SchemeItem, report: Report): void => {
  const fits = item.mode === 'earn' ? isEarned(rule) : item.mode === 'deduct' && !isEarned(rule);
  if (fits) return;
  const allowed = {
    deduct: 'fixed, per_missing, per_finding, choice, rate',
    earn: 'award, band',
    readiness: '-',
  }[item.mode];
  report(
    'kind_in_mode',
    ['kind'],
    {
      'zh-CN': `${rule.id} 的 ${rule.kind} 规则不能用于 ${item.mode} 项目。`,
      en: `${rule.id}: a ${rule.kind} rule does not fit a ${item.mode} item.`,
    },
    {
      'zh-CN': `可用的规则：${allowed}；或改本项的 mode。`,
      en: `Rules that fit: ${allowed}; or change the item's mode.`,
    },
  );
};

const earnable = (item: SchemeItem, at: IdPath): readonly Finding[] => {
  if (item.mode !== 'earn') return [];
  const most = item.rules.reduce((total, rule) => total + largest(rule), 0);
  if (most >= item.points) return [];
  return [
    {
      code: 'points_unearnable',
      path: [...at, 'points'],
      message: {
        'zh-CN': `${item.id} 规定 ${formatPoints(item.points)} 分，各条规则最多只给 ${formatPoints(most)} 分。`,
        en: `${item.id} has ${formatPoints(item.points)} points, its rules give at most ${formatPoints(most)}.`,
      },
      mend: {
        'zh-CN': '提高规则的分值，或降低本项规定得分。',
        en: 'Raise the awards or lower the points of the item.',
      },
    },
  ];
};

/** What is wrong with single rules, and with items that their rules cannot fill. */
export const ruleFindings = (scheme: Scheme): readonly Finding[] =>
  listItems(scheme).flatMap((placed) => {
    const { item } = placed;
    const at = pathOfItem(placed);
    const findings: Finding[] = [];
    for (const rule of item.rules) {
      const report: Report = (code, path, message, mend) =>
        findings.push({ code, path: [...at, 'rules', { id: rule.id }, ...path], message, mend });
      checkMode(rule, item, report);
      const table = scheme.tablePoints ?? scheme.basicPoints;
      checkSize(rule, item, rule.beyondItem ? table : item.points, report);
      checkChoices(rule, report);
      checkRateBands(rule, report);
      checkFloorBands(rule, report);
    }
    return [...findings, ...earnable(item, at)];
  });
