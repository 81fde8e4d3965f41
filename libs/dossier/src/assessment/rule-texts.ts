import { formatPoints, type Rule } from '@liangxing/scheme';
import type { RuleAnswer } from '@liangxing/scoring';

const sayMost = (max: number | undefined, verb: string): string =>
  max === undefined ? '' : `，最多${verb} ${formatPoints(max)} 分`;

const sayDeduction = (deduct: number): string =>
  deduct === 0 ? '不扣分' : `扣 ${formatPoints(deduct)} 分`;

const wording = (rule: Rule): string => rule.text['zh-CN'].replace(/[。；，]$/, '');

/** `每项` once, whether the rule's own words say it or not. */
const sayEach = (text: string): string =>
  /每[^，；。]{0,6}$/u.test(text) ? text : `${text}，每项`;

type RateRule = Extract<Rule, { kind: 'rate' }>;
type ChoiceRule = Extract<Rule, { kind: 'choice' }>;

/** From the highest band down: `达到 95%，不扣分`, `不足 95%，达到 80%，扣 3 分`, `低于 80%，扣 8 分`. */
const rateTexts = ({ bands }: RateRule): { readonly floor: number; readonly text: string }[] => {
  const sorted = [...bands].sort((left, right) => right.atLeastPercent - left.atLeastPercent);
  return sorted.map(({ atLeastPercent: floor, deduct }, index) => {
    const above = sorted[index - 1]?.atLeastPercent;
    const lower = floor > 0 ? `达到 ${floor}%` : '';
    const range =
      above === undefined ? lower : lower === '' ? `低于 ${above}%` : `${lower}、不足 ${above}%`;
    return { floor, text: [range, sayDeduction(deduct)].filter((part) => part !== '').join('，') };
  });
};

const choiceText = ({ label, deduct }: ChoiceRule['choices'][number]): string =>
  `${label['zh-CN']}，${sayDeduction(deduct)}`;

/** A rule as the printed table says it: `没有目标，扣 3 分`. */
export const ruleText = (rule: Rule): string => {
  const text = wording(rule);
  switch (rule.kind) {
    case 'fixed':
      return `${text}，${sayDeduction(rule.deduct)}`;
    case 'per_missing':
    case 'per_finding':
      return `${text}扣 ${formatPoints(rule.deduct)} 分${sayMost(rule.max, '扣')}`;
    case 'choice':
      return `${text}：${rule.choices.map(choiceText).join('；')}`;
    case 'rate':
      return `${text}：${rateTexts(rule)
        .map((band) => band.text)
        .join('；')}`;
    case 'award':
      return rule.perEach
        ? `${sayEach(text)}加 ${formatPoints(rule.award)} 分${sayMost(rule.max, '加')}`
        : `${text}，加 ${formatPoints(rule.award)} 分${sayMost(rule.max, '加')}`;
    case 'band': {
      const most = Math.max(0, ...rule.bands.map((band) => band.award));
      return `${text}，按指标所在档次计分，最高 ${formatPoints(most)} 分`;
    }
  }
};

const isShare = (answer: RuleAnswer): answer is { readonly part: number; readonly whole: number } =>
  typeof answer === 'object' && 'part' in answer && 'whole' in answer;

/** A rule that was applied: of several choices or bands only the one that holds. */
export const takenText = (rule: Rule, answer: RuleAnswer | undefined): string => {
  if (rule.kind === 'choice') {
    const chosen = rule.choices.find((choice) => choice.id === answer);
    if (chosen) return `${wording(rule)}：${choiceText(chosen)}`;
  }
  if (rule.kind === 'rate' && answer !== undefined && isShare(answer)) {
    const { part, whole } = answer;
    const band = rateTexts(rule).find(
      ({ floor }) => part * 10_000 >= Math.round(floor * 100) * whole,
    );
    if (band) return `${wording(rule)}：${band.text}`;
  }
  return ruleText(rule);
};

/** What a rule counts: `每台（类）` counts 台, `每缺一个部门` counts 个部门. */
const measureOf = (rule: Rule): { readonly verb: string; readonly measure: string } | null => {
  const found = /每(缺|发现|少)?(?:一|1)?(\p{Script=Han}{1,6}?)(?:（[^（）]*）)?$/u.exec(
    wording(rule),
  );
  return found ? { verb: found[1] ?? '', measure: found[2] ?? '' } : null;
};

const countText = (
  rule: Extract<Rule, { kind: 'per_missing' | 'per_finding' }>,
  count: number,
): string => {
  const said = measureOf(rule);
  if (said) return `${said.verb === '' ? '计' : said.verb} ${count} ${said.measure}`;
  return rule.kind === 'per_missing' ? `缺 ${count} 项` : `发现 ${count} 处`;
};

/** What was found, in words: `缺 2 项`, `计 1 台`, `18／20`; empty where the rule's text says it all. */
export const answerText = (rule: Rule, answer: RuleAnswer | undefined): string => {
  if (answer === undefined || typeof answer === 'boolean') return '';
  switch (rule.kind) {
    case 'per_missing':
    case 'per_finding':
      return typeof answer === 'number' ? countText(rule, answer) : '';
    case 'rate':
      return isShare(answer) ? `${answer.part}／${answer.whole}` : '';
    case 'award':
      return rule.perEach ? `${String(answer)} ${measureOf(rule)?.measure ?? '项'}` : '';
    case 'band':
      return typeof answer === 'object' ? bandText(rule, answer) : '';
    default:
      return '';
  }
};

const bandText = (
  rule: Extract<Rule, { kind: 'band' }>,
  answer: Readonly<Record<string, number>>,
): string =>
  rule.measures
    .filter((measure) => answer[measure.id] !== undefined)
    .map((measure) => `${measure.label['zh-CN']} ${answer[measure.id] ?? ''} ${measure.unit}`)
    .join('，');
