import { Injectable } from '@nestjs/common';
import { chosenAssessment, countEvidence } from '@liangxing/contracts';
import { isAtLeastGrade, targetGradesOf, type Scheme } from '@liangxing/scheme';
import { completeness } from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import { TenantDatabase, type RequestContext } from '../../kernel';
import { AssessmentsReader, type ScoredAssessment } from '../assessments';
import { EvidenceUsesRepository } from '../evidence';
import { ProfileReader } from '../organizations';
import { organizationDay, StandardsRepository } from '../standards';
import { ReadCoverage, type SystemProgress } from '../systems';
import {
  nextStepsOf,
  standardCounts,
  type CurrentAssessment,
  type Overview,
  type SystemProgressFigures,
} from './overview';
import { OverviewRepository } from './overview.repository';

/** States in which an item got all it can give because someone judged it so. */
const judged: readonly string[] = ['assessed', 'met'];

@Injectable()
export class ReadOverview {
  constructor(
    private readonly database: TenantDatabase,
    private readonly repository: OverviewRepository,
    private readonly standards: StandardsRepository,
    private readonly assessments: AssessmentsReader,
    private readonly profiles: ProfileReader,
    private readonly coverage: ReadCoverage,
    private readonly uses: EvidenceUsesRepository,
  ) {}

  /** @param chosenId the assessment that the person works on */
  async execute(context: RequestContext, now: Date, chosenId?: string): Promise<Overview> {
    const day = organizationDay(now);
    const system = systemFigures(await this.coverage.progress(context));
    return this.database.read(context, async (manager) => {
      const profile = await this.profiles.read(manager, context.organizationId);
      const scored = await this.chosen(manager, context, chosenId);
      const assessmentId = scored?.assessment.id ?? null;
      const served = await this.uses.served(manager, context, assessmentId, scored?.scheme ?? null);
      const items = new Set([...served.values()].flatMap(({ itemIds }) => itemIds));
      const overview = {
        profile: { done: profile.completeness.done, total: profile.completeness.total },
        system,
        standards: standardCounts(await this.standards.counts(manager, context, day)),
        assessment: scored === null ? null : currentAssessment(scored),
        evidence: {
          ...countEvidence(served.values()),
          itemsWithEvidence: items.size,
          fullMarksWithoutEvidence: scored === null ? 0 : unproven(scored, items),
        },
        actions: await this.repository.actions(manager, context, day, assessmentId),
        dossier: await this.repository.dossier(manager, context, assessmentId),
      };
      return { ...overview, nextSteps: nextStepsOf(overview) };
    });
  }

  private async chosen(
    manager: EntityManager,
    context: RequestContext,
    chosenId: string | undefined,
  ): Promise<ScoredAssessment | null> {
    const chosen = chosenAssessment(await this.assessments.list(manager, context), chosenId);
    return chosen === null ? null : this.assessments.score(manager, context, chosen);
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

function currentAssessment({ assessment, scheme, score }: ScoredAssessment): CurrentAssessment {
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
