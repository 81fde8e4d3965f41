import { formatPoints, type Rule } from '@liangxing/scheme';
import type { RuleAnswer } from '@liangxing/scoring';

const sayMost = (max: number | undefined, verb: string): string =>
  max === undefined ? '' : `，最多${verb} ${formatPoints(max)} 分`;

const sayDeduction = (deduct: number): string =>
  deduct === 0 ? '不扣分' : `扣 ${formatPoints(deduct)} 分`;

/** A rule as the printed table says it: `没有目标，扣 3 分`. */
export const ruleText = (rule: Rule): string => {
  const text = rule.text['zh-CN'].replace(/[。；，]$/, '');
  switch (rule.kind) {
    case 'fixed':
      return `${text}，${sayDeduction(rule.deduct)}`;
    case 'per_missing':
    case 'per_finding':
      return `${text}扣 ${formatPoints(rule.deduct)} 分${sayMost(rule.max, '扣')}`;
    case 'choice':
      return `${text}：${rule.choices.map((choice) => `${choice.label['zh-CN']}，${sayDeduction(choice.deduct)}`).join('；')}`;
    case 'rate':
      return `${text}：${rule.bands.map((band) => `达到 ${band.atLeastPercent}%，${sayDeduction(band.deduct)}`).join('；')}`;
    case 'award':
      return `${text}，${rule.perEach ? '每项' : ''}加 ${formatPoints(rule.award)} 分${sayMost(rule.max, '加')}`;
    case 'band': {
      const most = Math.max(0, ...rule.bands.map((band) => band.award));
      return `${text}，按指标所在档次计分，最高 ${formatPoints(most)} 分`;
    }
  }
};

/** What was found, in words: `2 项`, the chosen wording, `18／20`; empty where yes or no says it all. */
export const answerText = (rule: Rule, answer: RuleAnswer | undefined): string => {
  if (answer === undefined || typeof answer === 'boolean') return '';
  switch (rule.kind) {
    case 'per_missing':
      return `缺 ${String(answer)} 项`;
    case 'per_finding':
      return `发现 ${String(answer)} 处`;
    case 'choice':
      return rule.choices.find((choice) => choice.id === answer)?.label['zh-CN'] ?? '';
    case 'rate':
      return typeof answer === 'object' && 'part' in answer && 'whole' in answer
        ? `${String(answer['part'])}／${String(answer['whole'])}`
        : '';
    case 'award':
      return rule.perEach ? `${String(answer)} 项` : '';
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
