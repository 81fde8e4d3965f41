import {
  findItem,
  findRule,
  findSection,
  targetGradesOf,
  type EnteredTable,
  type Grade,
  type Route,
  type Scheme,
} from '@liangxing/scheme';
import { isVeto, type FailedGate, type GradeGap, type Score } from '@liangxing/scoring';
import type { DossierScheme, GradeGapRow, GradeRoute, ScoreSummary } from '../snapshot';

const gradeRoute = (route: Route, number: number): GradeRoute => ({
  number,
  basic: route.basic ?? null,
  bonus: route.bonus ?? null,
  total: route.total ?? null,
});

/** Routes are numbered within their grade, in the order of the scheme: 路径 1, 路径 2. */
const findRoute = (grade: Grade | undefined, routeId: string | null): GradeRoute | null => {
  const index = grade?.routes.findIndex((route) => route.id === routeId) ?? -1;
  const route = grade?.routes[index];
  return route ? gradeRoute(route, index + 1) : null;
};

const gapRow = (grade: Grade, gap: GradeGap): GradeGapRow => ({
  grade: grade.id,
  reached: gap.reached,
  routes: gap.routes.flatMap((missing) => {
    const route = findRoute(grade, missing.routeId);
    if (!route) return [];
    return [
      {
        ...route,
        reached: missing.reached,
        isNearest: gap.nearestRouteId === missing.routeId,
        missingBasic: missing.basic,
        missingBonus: missing.bonus,
        missingTotal: missing.total,
      },
    ];
  }),
});

/** Which part, item or deduction fails a gate, and what grade is left. */
const failedGate = (scheme: Scheme, failed: FailedGate): ScoreSummary['failedGates'][number] => {
  const gate = scheme.gates.find(({ id }) => id === failed.gateId);
  const { needed, earned } = failed;
  const said = {
    text: gate?.text['zh-CN'] ?? '',
    needed,
    earned,
    ...(gate?.capAt !== undefined && { cap: gate.capAt }),
  };
  if (!isVeto(failed)) {
    const section = findSection(scheme, failed.sectionId);
    return { ...said, sectionTitle: section?.title['zh-CN'] ?? failed.sectionId };
  }
  const item = findItem(scheme, failed.itemId);
  const title = [failed.itemId, item?.topic['zh-CN'] ?? ''].join(' ').trim();
  const rule = item && failed.ruleId !== null ? findRule(item, failed.ruleId) : undefined;
  return { ...said, sectionTitle: title, ...(rule && { veto: rule.text['zh-CN'] }) };
};

/** The figures of a snapshot from the scoring library's result. */
export const scoreSummary = (scheme: Scheme, score: Score): ScoreSummary => {
  const reached = scheme.grades.find((grade) => grade.id === score.grade);
  return {
    basic: score.basic,
    bonus: score.bonus,
    total: score.total,
    grade: score.grade,
    route: findRoute(reached, score.routeId),
    isProvisional: score.isProvisional,
    answered: score.progress.answered,
    items: score.progress.items,
    readiness: score.readiness,
    failedGates: score.failedGates.map((gate) => failedGate(scheme, gate)),
    gaps: scheme.grades.flatMap((grade) => {
      const gap = score.gaps.find((entry) => entry.gradeId === grade.id);
      return gap ? [gapRow(grade, gap)] : [];
    }),
    ifApproved: score.ifApproved
      ? {
          basic: score.ifApproved.basic,
          total: score.ifApproved.total,
          grade: score.ifApproved.grade,
        }
      : null,
  };
};

const notApplicableRules: Readonly<Record<Scheme['policies']['notApplicable'], string>> = {
  full_marks: '不适用项按满分计。',
  reweight: '不适用项不评，其分值按比例加到该部分其余各项。',
  exclude: '不适用项不计入。',
};

/** `评分表由本企业依据《…》（第 12～18 页）录入，甲、乙核对`. */
const enteredSentence = ({ document, pages, enteredBy, checkedBy }: EnteredTable): string => {
  const title = document.startsWith('《') ? document : `《${document}》`;
  const people = [...new Set([...enteredBy, checkedBy])].join('、');
  return `评分表由本企业依据${title}（第 ${pages} 页）录入，${people} 核对`;
};

/** The scheme as the dossier names it. */
export const dossierScheme = (scheme: Scheme): DossierScheme => {
  const approval = scheme.policies.notApplicableNeedsApproval
    ? '不适用项须经主管部门同意，并记录同意的机关、日期和文号。'
    : '';
  return {
    id: scheme.id,
    version: scheme.version,
    title: scheme.title['zh-CN'],
    kind: scheme.kind,
    basis: scheme.basis,
    basicPoints: scheme.basicPoints,
    bonusPoints: scheme.bonusPoints,
    validUntil: scheme.validUntil ?? null,
    supersededBy: scheme.supersededBy ?? null,
    evaluationWord: scheme.terms['evaluation'] === '确认' ? '确认' : '评价',
    ...(scheme.terms['evaluating_body'] === undefined
      ? {}
      : { evaluatingBodyWord: scheme.terms['evaluating_body'] }),
    postStandardWord: scheme.terms['post_standard'] === '工作标准' ? '工作标准' : '岗位标准',
    gradeIds: scheme.grades.map((grade) => grade.id),
    targetGradeIds: targetGradesOf(scheme),
    notApplicableRule: approval + notApplicableRules[scheme.policies.notApplicable],
    // What we note about a source, such as how much of it we saw, is not the enterprise's to declare.
    sources: scheme.sources.map(({ title }) => title),
    ...(scheme.entered && { entered: enteredSentence(scheme.entered) }),
  };
};

/** Title word of every new dossier: the one that screens and e-mails use. Frozen ones keep theirs. */
export const DOSSIER_KIND_WORD = '申请材料';
