import { points, share } from '../format';
import type { DossierSnapshot } from '../snapshot';

/** `路径 2：基本分 381，总分 462`; empty where no grade is reached. */
export const routeText = ({ result }: DossierSnapshot): string =>
  result.grade && result.route
    ? `路径 ${result.route.number}：基本分 ${points(result.basic)}，总分 ${points(result.total)}`
    : '';

/** The result in one sentence, with the route that gave the grade. */
export const gradeSentence = (snapshot: DossierSnapshot): string => {
  const { result, scheme } = snapshot;
  if (scheme.kind === 'readiness') {
    const rate = result.readiness === null ? '' : `，符合率 ${share(result.readiness)}`;
    return `本方案为准备情况自查，不评定等级。已自查 ${result.answered} 项，共 ${result.items} 项${rate}。`;
  }
  const figures = `基本分 ${points(result.basic)}（满分 ${points(scheme.basicPoints)}），加分 ${points(result.bonus)}（最高 ${points(scheme.bonusPoints)}），总分 ${points(result.total)}`;
  if (!result.grade) return `自我评价${figures}，尚未达到方案规定的任何等级。`;
  const route = routeText(snapshot);
  return `自我评价${figures}，达到 ${result.grade} 级${route === '' ? '' : `（${route}）`}。`;
};

/** The conclusion as written by the team, or what the figures say. */
export const conclusionSentence = (snapshot: DossierSnapshot): string => {
  const { evaluation, application, result } = snapshot;
  if (evaluation.conclusion !== '') return evaluation.conclusion;
  if (snapshot.scheme.kind === 'readiness') {
    return `${gradeSentence(snapshot)}自我评价组建议按改进措施完善后，再对照评价组织的评分表进行评价。`;
  }
  const reached = result.grade && result.grade.length >= application.targetGrade.length;
  return reached
    ? `自我评价组认为，企业标准体系运行有效，达到 ${result.grade ?? ''} 级要求，可以提出申请。`
    : `${gradeSentence(snapshot)}自我评价组建议按改进措施完成整改后再行申请。`;
};
