import { longDate } from '../format';
import type { DossierSnapshot } from '../snapshot';

/** The mark of a result that rests on criteria written for this program. */
export const provisionalMark = '预评（参考）';

/** Says whose table counts; empty where every figure is published or entered from the body's document. */
export const provisionalSentence = ({ result, scheme }: DossierSnapshot): string =>
  result.isProvisional
    ? `${provisionalMark}：部分${scheme.evaluationWord}内容、分值和扣分标准不是正式公布的文本，` +
      `结果供申请前自查使用，以${scheme.evaluationWord}机构所持评分表为准。`
    : '';

/** Says that the edition is no longer in force; empty where it is. */
export const supersededSentence = ({ scheme }: DossierSnapshot): string => {
  if (!scheme.supersededBy) return '';
  const since = scheme.validUntil ? `自${longDate(scheme.validUntil)}起` : '';
  return `本方案依据的版本${since}已被 ${scheme.supersededBy} 代替。`;
};
