import type { Rule, SchemeItem } from '@liangxing/scheme';

/** What a piece of work usually takes. */
export interface UsualEffort {
  /** Tenths of a person-day, for one piece. */
  readonly effort: number;
  /** From the decision until it counts: others decide about standards, seats and projects, in their own time. */
  readonly months: number;
}

interface Work {
  /** What the item asks for. */
  readonly asks: RegExp;
  /** Which of its rules; all of them if left out. */
  readonly says?: RegExp;
  readonly days: number;
  readonly months: number;
}

/**
 * Rules of thumb of ours, to be overridden by whoever knows better; the first that fits. Taking part in a standard
 * lasts as long as the standard: about three years for ISO and IEC, two for a national one.
 */
const works: readonly Work[] = [
  { asks: /制定[^。]*(ISO|IEC|国际标准)/, says: /立项/, days: 150, months: 18 },
  { asks: /制定[^。]*(ISO|IEC|国际标准)/, says: /主导/, days: 600, months: 36 },
  { asks: /制定[^。]*(ISO|IEC|国际标准)/, days: 200, months: 36 },
  { asks: /起草[^。]*国家标准/, says: /在研/, days: 30, months: 6 },
  { asks: /起草[^。]*国家标准/, says: /前三|主导|牵头/, days: 150, months: 24 },
  { asks: /起草[^。]*国家标准/, days: 60, months: 24 },
  { asks: /起草[^。]*行业标准/, says: /前三|主导|牵头/, days: 100, months: 18 },
  { asks: /起草[^。]*行业标准/, days: 40, months: 18 },
  { asks: /起草[^。]*(地方|团体)标准/, says: /团体/, days: 25, months: 9 },
  { asks: /起草[^。]*(地方|团体)标准/, days: 40, months: 15 },
  { asks: /标准化[^。]*(科研|试验验证)/, days: 60, months: 24 },
  { asks: /秘书处|召集人/, days: 120, months: 24 },
  { asks: /委员|工作组专家/, days: 15, months: 12 },
  { asks: /采用国际标准|国外先进标准/, days: 40, months: 9 },
];

/** Null: work that takes what its points take. Only for what is earned: a deduction is undone within the enterprise. */
export function usualEffort({ topic, asked }: SchemeItem, rule: Rule): UsualEffort | null {
  const wanted = `${topic['zh-CN']}。${asked['zh-CN']}`;
  const work = works.find(
    ({ asks, says }) => asks.test(wanted) && (says?.test(rule.text['zh-CN']) ?? true),
  );
  return work === undefined ? null : { effort: work.days * 10, months: work.months };
}
