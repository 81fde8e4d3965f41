import { isAtLeastGrade } from '@liangxing/scheme';
import { points } from '../format';
import type { DossierSnapshot, ScoringItem } from '../snapshot';
import { bodyWord, gradeElsewhere } from './notices';
import { withoutAction } from './open-matters';

/** Grades from the lowest, by their places in the scheme; frozen dossiers name only those that are given. */
export const gradesLowestFirst = ({
  targetGradeIds,
  gradeIds,
}: DossierSnapshot['scheme']): readonly string[] => targetGradeIds ?? [...gradeIds].reverse();

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
const routeText = ({ result }: DossierSnapshot): string =>
  result.grade && result.route
    ? `路径 ${result.route.number}：基本分 ${points(result.basic)}，总分 ${points(result.total)}`
    : '';

const readinessStates: readonly (readonly [ScoringItem['state'], string])[] = [
  ['met', '符合'],
  ['partly', '部分符合'],
  ['not_met', '不符合'],
  ['not_applicable', '不适用'],
  ['proposed_not_applicable', '拟不适用'],
];

/** `：符合 85 项、部分符合 7 项、不符合 7 项`; states that no item has are left out. */
const stateCounts = ({ scoring }: DossierSnapshot): string => {
  const items = scoring.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  const counts = readinessStates
    .map(([state, name]) => ({ name, count: items.filter((item) => item.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count} 项`);
  return counts.length === 0 ? '' : `：${counts.join('、')}`;
};

/** The result in one sentence, with the route that gave the grade. */
export const gradeSentence = (snapshot: DossierSnapshot): string => {
  const { result, scheme, application } = snapshot;
  if (scheme.kind === 'readiness') {
    const target = application.targetGrade === '' ? '' : `申请等级 ${application.targetGrade} 级；`;
    const grade = `${target}自我评价等级${gradeElsewhere(snapshot)}`;
    return `按准备情况逐项自查，不打分；${grade}。共 ${result.items} 项，已自查 ${result.answered} 项${stateCounts(snapshot)}。`;
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
    return `${gradeSentence(snapshot)}自我评价组建议${withoutAction(snapshot).length > 0 ? '逐项确定整改措施并完成' : '按改进措施完善'}后，再对照${bodyWord(snapshot)}的评分表进行评价。`;
  }
  const reached =
    result.grade !== null &&
    isAtLeastGrade(gradesLowestFirst(snapshot.scheme), result.grade, application.targetGrade);
  return reached
    ? `自我评价组认为，企业标准体系运行有效，达到 ${result.grade ?? ''} 级要求，可以提出申请。`
    : `${gradeSentence(snapshot)}自我评价组建议按改进措施完成整改后再行申请。`;
};
