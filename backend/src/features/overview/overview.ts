import type { AssessmentState, ConditionCounts, EvidenceCount } from '@liangxing/contracts';
import type { Progress } from '@liangxing/scoring';
import { registerFigures } from '@liangxing/system-structure';
import type { CountedStandards } from '../standards';

interface StandardCounts {
  /** Entries of the register, whatever their state. */
  readonly total: number;
  /** 现有标准, as the statistics of the system count them: neither planned nor out of force. */
  readonly existing: number;
  /** Existing ones by level. */
  readonly byLevel: readonly { readonly level: string; readonly count: number }[];
  readonly withProblems: number;
  /** Replaced or withdrawn, and still listed. */
  readonly expired: number;
}

/** The assessment that is worked on: the chosen one, else the newest open one. Points in hundredths. */
export interface CurrentAssessment {
  readonly id: string;
  readonly title: string;
  readonly state: AssessmentState;
  readonly schemeId: string;
  readonly schemeVersion: string;
  readonly targetGrade: string | null;
  readonly basic: number;
  readonly bonus: number;
  readonly total: number;
  readonly grade: string | null;
  readonly routeId: string | null;
  /** The grade is the target or above; null: no target, or the scheme gives no grade. */
  readonly reachesTarget: boolean | null;
  readonly isProvisional: boolean;
  readonly progress: Progress;
  /** Of the application, as its scheme names them. */
  readonly conditions: ConditionCounts;
  /** Null where points are given. */
  readonly readiness: ReadinessFigures | null;
}

/** What of a readiness evaluation is met, and what is best done next. */
export interface ReadinessFigures {
  /** Essential items that apply, and those of them that are met. */
  readonly essential: number;
  readonly essentialMet: number;
  readonly unmet: number;
  /** The essential item that is met most quickly, or another one where none is left; null: all are met. */
  readonly next: { readonly itemId: string; readonly topic: string } | null;
}

/** How far the enterprise's standard system is, by what a complete one holds. */
export interface SystemProgressFigures {
  readonly id: string;
  /** 0 to 100; null: nothing is expected of it. */
  readonly completeness: number | null;
  /** Essential documents that are not in force yet. */
  readonly missing: number;
  /** Standards of the register that have no place in it yet. */
  readonly unplaced: number;
}

export interface NextStep {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The state of an enterprise's application at a glance. */
export interface Overview {
  readonly profile: { readonly done: number; readonly total: number };
  /** The primary standard system; null: none is built yet. */
  readonly system: SystemProgressFigures | null;
  readonly standards: StandardCounts;
  readonly assessment: CurrentAssessment | null;
  /** Files and uses are those that a dossier of the assessment lists. */
  readonly evidence: EvidenceCount & {
    readonly itemsWithEvidence: number;
    readonly fullMarksWithoutEvidence: number;
  };
  readonly actions: { readonly open: number; readonly overdue: number };
  readonly dossier: {
    readonly id: string;
    readonly number: number;
    readonly state: string;
    readonly builtAt: string | null;
  } | null;
  readonly nextSteps: readonly NextStep[];
}

/** What the register holds, counted as its statistics count. */
export function standardCounts(groups: readonly CountedStandards[]): StandardCounts {
  const { byLevel, total, entries, outOfForce } = registerFigures(groups);
  return {
    total: entries,
    existing: total.existing,
    byLevel: byLevel
      .filter(({ existing }) => existing > 0)
      .map(({ key, existing }) => ({ level: key, count: existing })),
    withProblems: groups.reduce((all, each) => all + (each.hasProblems ? each.count : 0), 0),
    expired: outOfForce,
  };
}

/**
 * What to do next, in the order of the journey; a step appears when it has something to do.
 * @returns at most five, so that the list stays a list of what is next
 */
export function nextStepsOf(overview: Omit<Overview, 'nextSteps'>): NextStep[] {
  const { profile, system, standards, assessment, evidence, actions, dossier } = overview;
  const steps: NextStep[] = [];
  const add = (isDue: boolean, code: string, params: NextStep['params'] = {}) => {
    if (isDue) steps.push({ code, params });
  };
  const unanswered = assessment ? assessment.progress.items - assessment.progress.answered : 0;
  const readiness = assessment?.readiness ?? null;
  const essentialLeft = readiness === null ? 0 : readiness.essential - readiness.essentialMet;
  const isBelowTarget =
    readiness === null
      ? unanswered === 0 && assessment?.reachesTarget === false
      : readiness.unmet > 0 && essentialLeft === 0;
  const conditions = assessment?.conditions;
  add((conditions?.unmet ?? 0) > 0, 'meet_conditions', { count: conditions?.unmet ?? 0 });
  add((conditions?.unanswered ?? 0) > 0, 'confirm_conditions', {
    count: conditions?.unanswered ?? 0,
  });
  add(readiness?.next != null && essentialLeft > 0, 'meet_essential', {
    count: essentialLeft,
    item: readiness?.next?.itemId ?? '',
    topic: readiness?.next?.topic ?? '',
  });
  add(profile.done < profile.total, 'complete_profile', {
    done: profile.done,
    total: profile.total,
  });
  add(system === null, 'create_system');
  add(standards.total === 0, 'import_standards');
  add((system?.unplaced ?? 0) > 0, 'place_standards', { count: system?.unplaced ?? 0 });
  add(standards.withProblems > 0, 'mend_standards', { count: standards.withProblems });
  add(standards.expired > 0, 'replace_expired', { count: standards.expired });
  const missing = system?.missing ?? 0;
  add((system?.completeness ?? 100) < 100, missing > 0 ? 'build_system' : 'round_off_system', {
    percent: system?.completeness ?? 0,
    count: missing,
  });
  add(assessment === null, 'start_assessment');
  add(unanswered > 0 && readiness === null, 'answer_items', { count: unanswered });
  add(evidence.fullMarksWithoutEvidence > 0, 'attach_evidence', {
    count: evidence.fullMarksWithoutEvidence,
  });
  add(isBelowTarget, 'close_gap');
  add(actions.open > 0, 'finish_actions', { count: actions.open });
  add(assessment !== null && unanswered === 0 && dossier === null, 'build_dossier');
  return steps.slice(0, 5);
}
