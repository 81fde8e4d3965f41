import { longDate } from '../format';
import type { DossierSnapshot } from '../snapshot';

/** What the outside body is called: 评价组织, 确认机构. */
export const bodyWord = ({ scheme }: DossierSnapshot): string =>
  scheme.evaluatingBodyWord ?? (scheme.evaluationWord === '确认' ? '确认机构' : '评价组织');

/** What stands in place of a grade where only the outside body's table can give one. */
export const gradeElsewhere = (snapshot: DossierSnapshot): string =>
  `以${bodyWord(snapshot)}所持评分表为准`;

/** The mark of a result that rests on criteria written for this program. */
export const provisionalMark = '预评（参考）';

/** Says whose table counts; empty where every figure is published or entered from the body's document. */
export const provisionalSentence = (snapshot: DossierSnapshot): string => {
  const { result, scheme } = snapshot;
  if (!result.isProvisional) return '';
  const house = scheme.kind === 'readiness' ? '内容' : '内容、分值和扣分标准';
  return (
    `${provisionalMark}：部分${scheme.evaluationWord}${house}不是正式公布的文本，` +
    `结果供申请前自查使用，${gradeElsewhere(snapshot)}。`
  );
};

/** Says that the edition is no longer in force; empty where it is. */
export const supersededSentence = ({ scheme }: DossierSnapshot): string => {
  if (!scheme.supersededBy) return '';
  const since = scheme.validUntil ? `自${longDate(scheme.validUntil)}起` : '';
  return `本方案依据的版本${since}已被 ${scheme.supersededBy} 代替。`;
};
