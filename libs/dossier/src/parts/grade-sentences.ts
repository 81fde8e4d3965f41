import { isAtLeastGrade } from '@liangxing/scheme';
import { points, share } from '../format';
import type { DossierSnapshot } from '../snapshot';

/** Grades from the lowest, by their places in the scheme; frozen dossiers name only those that are given. */
export const gradesLowestFirst = ({
  targetGradeIds,
  gradeIds,
}: DossierSnapshot['scheme']): readonly string[] => targetGradeIds ?? [...gradeIds].reverse();

/** What the dossier says of the grade under a scheme that gives none; empty where no target was chosen. */
export const appliedGradeSentence = ({ application }: DossierSnapshot): string =>
  application.targetGrade === ''
    ? ''
    : `申请等级 ${application.targetGrade} 级；自我评价等级以评价组织所持评分表为准`;

/** Which gate failed, by what, and what that leaves. */
export const gateSentence = ({
  text,
  sectionTitle,
  needed,
  earned,
  veto,
  cap,
}: DossierSnapshot['result']['failedGates'][number]): string => {
  const why =
    veto === undefined
      ? `${sectionTitle}应得 ${points(needed)} 分以上，实得 ${points(earned)} 分`
      : `${sectionTitle}：${veto}`;
  const left = cap === undefined ? '' : `，最高评为 ${cap} 级`;
  return `未满足：${text}（${why}）${left}。`;
};

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
    const applied = appliedGradeSentence(snapshot);
    const target = applied === '' ? '' : `${applied}。`;
    return `本方案为准备情况自查，不评定等级。${target}已自查 ${result.answered} 项，共 ${result.items} 项${rate}。`;
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
    return `${gradeSentence(snapshot)}自我评价组建议按改进措施完善后，再对照评价机构的评分表进行评价。`;
  }
  const reached =
    result.grade !== null &&
    isAtLeastGrade(gradesLowestFirst(snapshot.scheme), result.grade, application.targetGrade);
  return reached
    ? `自我评价组认为，企业标准体系运行有效，达到 ${result.grade ?? ''} 级要求，可以提出申请。`
    : `${gradeSentence(snapshot)}自我评价组建议按改进措施完成整改后再行申请。`;
};
