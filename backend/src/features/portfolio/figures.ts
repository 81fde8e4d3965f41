/** What a consultancy sees of an enterprise, from what the enterprise's own pages show. No I/O. */
import type {
  AssessmentFigures,
  ClientParts,
  DueKind,
  MonthAssessment,
  SectionShare,
} from '@liangxing/contracts';
import { plusDays, plusMonths, reachedShare } from '@liangxing/contracts';
import type { SectionScore } from '@liangxing/scoring';
import type { ScoredOverview } from '../overview';

/** Something that is due; `dueOn` is `YYYY-MM-DD`. */
export interface DueDate {
  readonly kind: DueKind;
  readonly subjectId: string;
  readonly dueOn: string;
  readonly title: string;
  readonly owner: string;
  readonly number: number | null;
}

export type FigureParts = Required<ClientParts>;

/** The parts of the overview, each by itself. */
export function partsOf({ overview, scored }: ScoredOverview): FigureParts {
  const { profile, system, standards, actions, dossier } = overview;
  return {
    profile,
    system: system && { completeness: system.completeness, missing: system.missing },
    register: {
      total: standards.total,
      existing: standards.existing,
      expired: standards.expired,
    },
    assessment: assessmentFigures(overview.assessment, scored),
    improvements: actions,
    dossier: dossier && { state: dossier.state, builtAt: dossier.builtAt },
  };
}

function assessmentFigures(
  current: ScoredOverview['overview']['assessment'],
  scored: ScoredOverview['scored'],
): AssessmentFigures | null {
  if (current === null || scored === null) return null;
  const { scheme, score } = scored;
  const { readiness } = current;
  const titles = new Map(scheme.sections.map(({ id, title }) => [id, title]));
  return {
    title: current.title,
    schemeId: current.schemeId,
    schemeVersion: current.schemeVersion,
    kind: scheme.kind,
    targetGrade: current.targetGrade,
    grade: current.grade,
    reachesTarget: current.reachesTarget,
    basic: current.basic,
    bonus: current.bonus,
    total: current.total,
    basicPoints: scheme.basicPoints,
    bonusPoints: scheme.bonusPoints,
    answered: current.progress.answered,
    items: current.progress.items,
    isProvisional: current.isProvisional,
    readiness: readiness && {
      share: wholePercent(score.readiness),
      essential: readiness.essential,
      essentialMet: readiness.essentialMet,
      unmet: readiness.unmet,
    },
    sections: score.sections.map((section): SectionShare => {
      const title = titles.get(section.sectionId);
      const chinese = title?.['zh-CN'] ?? section.sectionId;
      return {
        id: section.sectionId,
        title: { 'zh-CN': chinese, en: title?.en ?? chinese },
        isBonus: section.bonus,
        share: shareOfSection(section),
      };
    }),
  };
}

/** Cut, not rounded: only what is complete is 100. */
function shareOfSection({ readiness, earned, points }: SectionScore): number | null {
  if (readiness !== null) return wholePercent(readiness);
  return points === 0 ? null : Math.max(0, Math.floor((100 * earned) / points));
}

function wholePercent(hundredths: number | null): number | null {
  return hundredths === null ? null : Math.floor(hundredths / 100);
}

/** What of an evaluation is kept for each month. */
export function monthOf(assessment: AssessmentFigures | null): MonthAssessment | null {
  if (assessment === null) return null;
  const { kind, schemeId, total, grade } = assessment;
  return { kind, schemeId, total, grade, share: reachedShare(assessment) ?? null };
}

/**
 * The first day after this one on which the figures change though nobody does anything: something is due or overdue
 * then, proof of readiness grows old day by day, and each month has figures of its own.
 */
export function movesOn(
  day: string,
  dates: readonly Pick<DueDate, 'dueOn'>[],
  assessment: AssessmentFigures | null,
): string {
  if (assessment?.kind === 'readiness') return plusDays(day, 1);
  const moves = dates.flatMap(({ dueOn }) =>
    dueOn < day ? [] : [dueOn === day ? plusDays(day, 1) : dueOn],
  );
  const nextMonth = plusMonths(`${day.slice(0, 7)}-01`, 1);
  return [...moves, nextMonth].sort()[0] ?? nextMonth;
}
