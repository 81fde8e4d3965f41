import { creditCodeProblem, OPERATION_MONTHS, wholeMonths } from '@liangxing/contracts';
import type { ConditionOffer } from './condition';

/** Facts of profile and self-evaluation that speak of a condition. Days are `YYYY-MM-DD`; unknown texts are empty. */
export interface KnownFacts {
  readonly creditCode: string;
  readonly address: string;
  readonly systemReleasedOn: string | null;
  readonly systemEffectiveOn: string | null;
  /** Last day of the self-evaluation, as its plan says it. */
  readonly evaluatedOn: string | null;
}

/** What is known about a condition, by its id; null: nothing. @param today `YYYY-MM-DD` */
export function offerOf(
  conditionId: string,
  facts: KnownFacts,
  today: string,
): ConditionOffer | null {
  if (conditionId === 'registered') return registration(facts);
  return conditionId === 'operation' ? operation(facts, today) : null;
}

/** Digits 3 to 8 of the code are the place of registration (GB 32100-2015); 71, 81 and 82 lie outside the mainland. */
function registration({ creditCode, address }: KnownFacts): ConditionOffer | null {
  if (creditCode === '' || creditCodeProblem(creditCode) !== undefined || address === '')
    return null;
  const province = Number(creditCode.slice(2, 4));
  if (!(province >= 10 && province <= 65)) return null;
  return {
    answer: 'yes',
    said: {
      'zh-CN': `统一社会信用代码 ${creditCode}，地址：${address}。`,
      en: `Unified social credit code ${creditCode}, address: ${address}.`,
    },
  };
}

function operation(facts: KnownFacts, today: string): ConditionOffer | null {
  const { systemReleasedOn, systemEffectiveOn, evaluatedOn } = facts;
  const since = systemEffectiveOn ?? systemReleasedOn;
  if (since === null) return null;
  const verb =
    systemEffectiveOn === null
      ? (['发布', 'was released'] as const)
      : (['实施', 'took effect'] as const);
  const months = since > today ? 0 : wholeMonths(since, today);
  const zh = `标准体系 ${since} ${verb[0]}，至 ${today} 已满 ${months} 个月`;
  const en = `The system ${verb[1]} on ${since} and had run ${months} whole months by ${today}`;
  if (months < OPERATION_MONTHS)
    return {
      answer: 'no',
      said: {
        'zh-CN': `${zh}，不足 ${OPERATION_MONTHS} 个月。`,
        en: `${en}; ${OPERATION_MONTHS} are needed.`,
      },
    };
  if (evaluatedOn === null || evaluatedOn > today)
    return {
      answer: null,
      said: {
        'zh-CN': `${zh}；自我评价还没有写明结束日期。`,
        en: `${en}; the self-evaluation has no last day yet.`,
      },
    };
  return {
    answer: 'yes',
    said: {
      'zh-CN': `${zh}；自我评价于 ${evaluatedOn} 完成。`,
      en: `${en}; the self-evaluation ended on ${evaluatedOn}.`,
    },
  };
}
