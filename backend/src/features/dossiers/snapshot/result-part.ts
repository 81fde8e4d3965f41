import type { DossierScheme, GradeRoute, ScoreSummary } from '@liangxing/dossier';
import { findSection, type Route, type Scheme } from '@liangxing/scheme';
import type { GradeGap } from '@liangxing/scoring';
import type { DossierMaterial } from '../dossier-material';

/** Whether the scheme follows the edition of 2017: words and structure differ. */
export function isEdition2017({ basis }: Scheme): boolean {
  return basis.some((document) => document.includes('19273-2017'));
}

const notApplicableRules = {
  full_marks: '不适用的项目经评价机构同意后按满分计；没有同意文件的列为拟不适用，不计入结果。',
  reweight: '不适用的内容不参加评价，其余内容的权重相应提高；没有同意文件的列为拟不适用。',
  exclude: '不适用的项目不计入符合程度。',
} as const;

/** The scheme as the dossier names it. */
export function schemePart({ scheme }: DossierMaterial): DossierScheme {
  const isNew = isEdition2017(scheme);
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
    evaluationWord: isNew ? '评价' : '确认',
    postStandardWord: isNew ? '岗位标准' : '工作标准',
    gradeIds: scheme.grades.map(({ id }) => id),
    notApplicableRule: notApplicableRules[scheme.policies.notApplicable],
    sources: scheme.sources.map(({ title }) => title),
  };
}

/** Figures of the whole assessment with the route that gave the grade. */
export function resultPart({ scheme, score }: DossierMaterial): ScoreSummary {
  const grade = scheme.grades.find(({ id }) => id === score.grade);
  const { answered, items, bonusAnswered, bonusItems } = score.progress;
  return {
    basic: score.basic,
    bonus: score.bonus,
    total: score.total,
    grade: score.grade,
    route: routeOf(grade?.routes ?? [], score.routeId),
    isProvisional: score.isProvisional,
    answered: answered + bonusAnswered,
    items: items + bonusItems,
    readiness: score.readiness,
    failedGates: score.failedGates.map((failed) => ({
      text: scheme.gates.find(({ id }) => id === failed.gateId)?.text['zh-CN'] ?? '',
      sectionTitle: findSection(scheme, failed.sectionId)?.title['zh-CN'] ?? failed.sectionId,
      needed: failed.needed,
      earned: failed.earned,
    })),
    gaps: score.gaps.map((gap) => gapRow(scheme, gap)),
    ifApproved:
      score.ifApproved === null
        ? null
        : {
            basic: score.ifApproved.basic,
            total: score.ifApproved.total,
            grade: score.ifApproved.grade,
          },
  };
}

function routeOf(routes: readonly Route[], routeId: string | null): GradeRoute | null {
  const index = routes.findIndex(({ id }) => id === routeId);
  const route = routes[index];
  return route === undefined
    ? null
    : {
        number: index + 1,
        basic: route.basic ?? null,
        bonus: route.bonus ?? null,
        total: route.total ?? null,
      };
}

function gapRow(scheme: Scheme, gap: GradeGap): ScoreSummary['gaps'][number] {
  const routes = scheme.grades.find(({ id }) => id === gap.gradeId)?.routes ?? [];
  return {
    grade: gap.gradeId,
    reached: gap.reached,
    routes: gap.routes.flatMap((missing) => {
      const route = routeOf(routes, missing.routeId);
      if (route === null) return [];
      return [
        {
          ...route,
          reached: missing.reached,
          isNearest: missing.routeId === gap.nearestRouteId,
          missingBasic: missing.basic,
          missingBonus: missing.bonus,
          missingTotal: missing.total,
        },
      ];
    }),
  };
}
