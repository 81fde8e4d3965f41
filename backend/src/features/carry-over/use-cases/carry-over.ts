import { Injectable } from '@nestjs/common';
import type { Scheme } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { AssessmentsReader, TakeOverAnswers, type Assessment } from '../../assessments';
import { EvidenceUsesRepository } from '../../evidence';
import { ScoredAssessments, type ScoredAssessment } from '../../readiness';
import { carriedAnswers, type CarriedItem, type ReadinessOfItem } from '../carried-answers';

/** Evaluations of readiness that an evaluation by an entered table may take over from. */
export interface CarryOverOffer {
  /** Newest first; empty where the table was not entered, is closed, or nobody evaluated readiness. */
  readonly sources: readonly Pick<Assessment, 'id' | 'title' | 'createdAt'>[];
  /** What would be taken over from the one that was asked for, else from the newest. */
  readonly from: string | null;
  readonly items: readonly CarriedItem[];
}

export interface CarriedOver {
  readonly answers: number;
  readonly uses: number;
}

/** Offers what was found about readiness to an evaluation by an entered table, and takes it over once confirmed. */
@Injectable()
export class CarryOver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessments: AssessmentsReader,
    private readonly scored: ScoredAssessments,
    private readonly taking: TakeOverAnswers,
    private readonly evidence: EvidenceUsesRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found */
  async offer(
    context: RequestContext,
    assessmentId: string,
    wanted: string | null,
  ): Promise<CarryOverOffer> {
    const found = await this.database.read(context, async (manager) => {
      const assessment = await this.assessments.find(manager, context, assessmentId);
      const scheme = await this.assessments.schemeOf(manager, context, assessmentId);
      if (assessment === null || scheme === null) throw notFound();
      const all = await this.assessments.list(manager, context);
      const isOpen = assessment.state === 'open';
      const answers = await this.answered(manager, context, assessment);
      const readinessScheme = isOpen ? scheme.entered?.readinessScheme : undefined;
      return { scheme, answers, sources: all.filter((one) => one.schemeId === readinessScheme) };
    });
    const { sources } = found;
    const from = wanted === null ? sources[0] : sources.find(({ id }) => id === wanted);
    if (from === undefined) {
      if (wanted !== null) throw new ProblemError('carry_over_not_possible');
      return { sources, from: null, items: [] };
    }
    const readiness = await this.scored.read(context, from.id);
    if (readiness === null) throw notFound();
    const items = itemsOf(found.scheme, readiness, context).filter(
      ({ itemId }) => !found.answers.has(itemId),
    );
    return { sources, from: from.id, items };
  }

  /**
   * Only first answers are written, whatever was offered: what somebody answered meanwhile stays. Files serve both.
   * @param itemIds those that the person confirmed
   * @throws ProblemError not_found, assessment_closed, assessment_archived, carry_over_not_possible
   */
  async execute(
    context: RequestContext,
    assessmentId: string,
    from: string,
    itemIds: readonly string[],
  ): Promise<CarriedOver> {
    const offer = await this.offer(context, assessmentId, from);
    const chosen = offer.items.filter(({ itemId }) => itemIds.includes(itemId));
    return this.database.transaction(context, async (manager) => {
      await this.evidence.keepServing(manager, context, from);
      await this.assessments.requireOpen(manager, context, assessmentId);
      const scheme = await this.assessments.schemeOf(manager, context, assessmentId);
      if (scheme === null) throw notFound();
      const contents = new Map(chosen.map(({ itemId, content }) => [itemId, content]));
      const place = { assessmentId, scheme };
      const written = await this.taking.execute(manager, context, place, contents);
      const pairs = chosen
        .filter(({ itemId }) => written.includes(itemId))
        .flatMap((item) => item.from.map((fromItem) => ({ fromItem, toItem: item.itemId })));
      const places = { from, to: assessmentId };
      const uses = await this.evidence.shareItems(manager, context, places, pairs);
      const subject = { type: 'assessment', id: assessmentId };
      const details = { from, answers: written.length, uses };
      await this.audit.record(manager, context, 'assessment.carried_over', subject, details);
      return { answers: written.length, uses };
    });
  }

  private async answered(
    manager: EntityManager,
    context: RequestContext,
    assessment: Assessment,
  ): Promise<ReadonlySet<string>> {
    const { answers } = await this.assessments.answered(manager, context, assessment);
    return new Set(answers.map(({ itemId }) => itemId));
  }
}

function itemsOf(
  table: Scheme,
  { scheme, answers, effective, readinessFacts }: ScoredAssessment,
  { language }: RequestContext,
): readonly CarriedItem[] {
  const entered = new Map(answers.map((answer) => [answer.itemId, answer]));
  const ids = new Set([...Object.keys(readinessFacts?.items ?? {}), ...entered.keys()]);
  const known = new Map(
    [...ids].map((id): [string, ReadinessOfItem] => [
      id,
      {
        state: effective[id]?.state ?? null,
        finding: entered.get(id)?.finding ?? '',
        responsible: entered.get(id)?.responsible ?? '',
        responsibleUserId: entered.get(id)?.responsibleUserId ?? null,
        evidenceCount: readinessFacts?.items[id]?.files.total ?? 0,
      },
    ]),
  );
  return carriedAnswers(table, scheme, known, language);
}
