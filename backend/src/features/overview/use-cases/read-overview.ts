import { Injectable } from '@nestjs/common';
import {
  chosenAssessment,
  countEvidence,
  type ConditionCounts,
  type Language,
} from '@liangxing/contracts';
import { findItem, isAtLeastGrade, targetGradesOf, textIn, type Scheme } from '@liangxing/scheme';
import { summariseReadiness, unmetItems } from '@liangxing/scoring';
import { completeness } from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import { organizationDay, TenantDatabase, type JobContext } from '../../../kernel';
import { AssessmentsReader } from '../../assessments';
import { ConditionsReader } from '../../conditions';
import { EvidenceUsesRepository } from '../../evidence';
import { ProfileRepository } from '../../organizations';
import { ScoredAssessments, type ScoredAssessment } from '../../readiness';
import { StandardsRepository } from '../../standards';
import { ReadCoverage, type SystemProgress } from '../../systems';
import {
  nextStepsOf,
  standardCounts,
  type CurrentAssessment,
  type Overview,
  type ReadinessFigures,
  type SystemProgressFigures,
} from '../overview';
import { OverviewRepository } from '../overview.repository';

/** States in which an item got all it can give because someone judged it so. */
const judged: readonly string[] = ['assessed', 'met'];

export interface ScoredOverview {
  readonly overview: Overview;
  /** Null: there is no evaluation. */
  readonly scored: ScoredAssessment | null;
}

@Injectable()
export class ReadOverview {
  constructor(
    private readonly database: TenantDatabase,
    private readonly repository: OverviewRepository,
    private readonly standards: StandardsRepository,
    private readonly assessments: AssessmentsReader,
    private readonly scores: ScoredAssessments,
    private readonly profiles: ProfileRepository,
    private readonly conditions: ConditionsReader,
    private readonly coverage: ReadCoverage,
    private readonly uses: EvidenceUsesRepository,
  ) {}

  /** @param chosenId the assessment that the person works on */
  async execute(context: JobContext, now: Date, chosenId?: string): Promise<Overview> {
    return (await this.withScore(context, now, chosenId)).overview;
  }

  /** The overview with what its evaluation was made of. */
  async withScore(context: JobContext, now: Date, chosenId?: string): Promise<ScoredOverview> {
    const day = organizationDay(now);
    const progress = await this.coverage.progress(context);
    return this.database.read(context, async (manager) => {
      const profile = await this.profiles.read(manager, context.organizationId);
      const scored = await this.chosen(manager, context, chosenId, progress);
      const assessmentId = scored?.assessment.id ?? null;
      const served = await this.uses.served(manager, context, assessmentId, scored?.scheme ?? null);
      const conditions = await this.conditionsOf(manager, context, scored);
      const items = new Set([...served.values()].flatMap(({ itemIds }) => itemIds));
      const overview = {
        profile: { done: profile.completeness.done, total: profile.completeness.total },
        system: systemFigures(progress),
        standards: standardCounts(await this.standards.counts(manager, context, day)),
        assessment:
          scored === null ? null : currentAssessment(scored, conditions, context.language),
        evidence: {
          ...countEvidence(served.values()),
          itemsWithEvidence: items.size,
          fullMarksWithoutEvidence: scored === null ? 0 : unproven(scored, items),
        },
        actions: await this.repository.actions(manager, context, day, assessmentId),
        dossier: await this.repository.dossier(manager, context, assessmentId),
      };
      return { overview: { ...overview, nextSteps: nextStepsOf(overview) }, scored };
    });
  }

  private async conditionsOf(
    manager: EntityManager,
    context: JobContext,
    scored: ScoredAssessment | null,
  ): Promise<ConditionCounts> {
    if (scored === null) return { total: 0, met: 0, unmet: 0, unanswered: 0 };
    return this.conditions.counts(manager, context, scored.assessment.id, scored.scheme);
  }

  private async chosen(
    manager: EntityManager,
    context: JobContext,
    chosenId: string | undefined,
    system: SystemProgress,
  ): Promise<ScoredAssessment | null> {
    const chosen = chosenAssessment(await this.assessments.list(manager, context), chosenId);
    return chosen === null ? null : this.scores.score(manager, context, chosen, system);
  }
}

function systemFigures({ stored, coverage, steps }: SystemProgress): SystemProgressFigures | null {
  if (stored === null || coverage === null) return null;
  const missing = coverage.byExpectation.filter(
    ({ expectation, state }) =>
      expectation.isEssential && state !== 'present' && state !== 'not_needed',
  ).length;
  const unplaced = steps.find(({ kind }) => kind === 'place_standards')?.standards.length ?? 0;
  return { id: stored.id, completeness: completeness(coverage.total), missing, unplaced };
}

function currentAssessment(
  scored: ScoredAssessment,
  conditions: ConditionCounts,
  language: Language,
): CurrentAssessment {
  const { assessment, scheme, score } = scored;
  const { id, title, state, schemeId, schemeVersion, targetGrade } = assessment;
  const { basic, bonus, total, grade, routeId, isProvisional, progress } = score;
  return {
    id,
    title,
    state,
    schemeId,
    schemeVersion,
    targetGrade: targetGrade === '' ? null : targetGrade,
    basic,
    bonus,
    total,
    grade,
    routeId,
    reachesTarget: reachesTarget(scheme, grade, targetGrade),
    isProvisional,
    progress,
    conditions,
    readiness: scheme.kind === 'readiness' ? readinessFigures(scored, language) : null,
  };
}

function readinessFigures(
  { scheme, readiness }: ScoredAssessment,
  language: Language,
): ReadinessFigures {
  const { essential } = summariseReadiness(scheme, readiness).byNeed;
  const unmet = unmetItems(scheme, readiness);
  const next = findItem(scheme, unmet[0]?.item.itemId ?? '');
  return {
    essential: essential.met + essential.partly + essential.not_met + essential.unknown,
    essentialMet: essential.met,
    unmet: unmet.length,
    next: next === undefined ? null : { itemId: next.id, topic: textIn(next.topic, language) },
  };
}

function reachesTarget(scheme: Scheme, grade: string | null, target: string): boolean | null {
  if (target === '' || scheme.grades.length === 0) return null;
  return grade !== null && isAtLeastGrade(targetGradesOf(scheme), grade, target);
}

function unproven({ score }: ScoredAssessment, withEvidence: ReadonlySet<string>): number {
  return Object.values(score.items).filter(
    ({ itemId, state, points, earned }) =>
      judged.includes(state) && points > 0 && earned === points && !withEvidence.has(itemId),
  ).length;
}
