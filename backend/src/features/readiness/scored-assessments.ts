import { Injectable } from '@nestjs/common';
import { listItems, thresholdsOf, type Scheme } from '@liangxing/scheme';
import {
  judgeReadiness,
  noProofs,
  withDerived,
  type Answers,
  type ItemFacts,
  type ItemReadiness,
  type Proofs,
  type ReadinessFacts,
  type Score,
} from '@liangxing/scoring';
import type { NodeHolding } from '@liangxing/system-structure';
import type { EntityManager } from 'typeorm';
import { organizationDay, type RequestContext, TenantDatabase } from '../../kernel';
import {
  AssessmentsReader,
  scorableAnswers,
  type AnsweredAssessment,
  type Assessment,
} from '../assessments';
import { ReadCoverage, type SystemProgress } from '../systems';
import { ReadinessRepository } from './readiness.repository';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** What the primary system holds, as far as readiness depends on it. */
export type MeasuredSystem = Pick<SystemProgress, 'stored' | 'holdings'>;

/** An assessment with its score, and with everything that the score rests on. */
export interface ScoredAssessment extends Omit<AnsweredAssessment, 'score'> {
  /** What the score was made of: what people judged, and what follows of readiness items. */
  readonly effective: Answers;
  readonly score: Score;
  /** In the scheme's order; empty where points are given. */
  readonly readiness: readonly ItemReadiness[];
  readonly readinessFacts: ReadinessFacts | null;
}

/**
 * The one place where an assessment gets its score: screens, the check, the dossier all ask here. Derived each time,
 * never stored. The system is measured before the transaction is opened, for that may take a thread of its own.
 */
@Injectable()
export class ScoredAssessments {
  constructor(
    private readonly database: TenantDatabase,
    private readonly coverage: ReadCoverage,
    private readonly assessments: AssessmentsReader,
    private readonly repository: ReadinessRepository,
  ) {}

  /** For `find`, outside of its transaction; null where the score does not depend on the system. */
  async measure(context: RequestContext, assessmentId: string): Promise<MeasuredSystem | null> {
    const scheme = await this.database.read(context, (manager) =>
      this.assessments.schemeOf(manager, context, assessmentId),
    );
    return scheme?.kind === 'readiness' ? this.coverage.progress(context) : null;
  }

  /**
   * For whoever has no transaction open: one where points are given, and only where the system counts a second one,
   * after it was measured. null: there is no such assessment.
   */
  async read(context: RequestContext, id: string): Promise<ScoredAssessment | null> {
    const first = await this.database.read(context, async (manager) => {
      const assessment = await this.assessments.find(manager, context, id);
      if (assessment === null) return null;
      const answered = await this.assessments.answered(manager, context, assessment);
      const isScored = answered.scheme.kind !== 'readiness';
      return {
        answered,
        scored: isScored ? await this.judge(manager, context, answered, null) : null,
      };
    });
    if (first === null || first.scored !== null) return first?.scored ?? null;
    const system = await this.coverage.progress(context);
    return this.database.read(context, (manager) =>
      this.judge(manager, context, first.answered, system),
    );
  }

  /** null: there is no such assessment. */
  async find(
    manager: EntityManager,
    tenant: Tenant,
    id: string,
    system: MeasuredSystem | null,
  ): Promise<ScoredAssessment | null> {
    const assessment = await this.assessments.find(manager, tenant, id);
    return assessment === null ? null : this.score(manager, tenant, assessment, system);
  }

  /** Of an assessment that was read already. */
  async score(
    manager: EntityManager,
    tenant: Tenant,
    assessment: Assessment,
    system: MeasuredSystem | null,
  ): Promise<ScoredAssessment> {
    const answered = await this.assessments.answered(manager, tenant, assessment);
    return this.judge(manager, tenant, answered, system);
  }

  private async judge(
    manager: EntityManager,
    tenant: Tenant,
    answered: AnsweredAssessment,
    system: MeasuredSystem | null,
  ): Promise<ScoredAssessment> {
    const { scheme, answers, facts, score } = answered;
    const given = scorableAnswers(answers);
    if (scheme.kind !== 'readiness') {
      const result = score(given, facts);
      return { ...answered, effective: given, score: result, readiness: [], readinessFacts: null };
    }
    const readinessFacts = await this.facts(manager, tenant, answered, system);
    const entered = Object.fromEntries(answers.map((answer) => [answer.itemId, answer]));
    const readiness = judgeReadiness(scheme, readinessFacts, entered);
    const effective = withDerived(given, readiness);
    return { ...answered, effective, score: score(effective, facts), readiness, readinessFacts };
  }

  private async facts(
    manager: EntityManager,
    tenant: Tenant,
    { assessment, scheme }: AnsweredAssessment,
    system: MeasuredSystem | null,
  ): Promise<ReadinessFacts> {
    const today = organizationDay(new Date());
    const finished = assessment.plan.finishedOn;
    // An evaluation that is over is judged by the day on which it ended.
    const day = finished !== null && finished < today ? finished : today;
    const period = { day, monthsBack: thresholdsOf(scheme).monthsBack };
    const files = await this.repository.files(manager, tenant, assessment.id, period);
    const records = await this.repository.records(manager, tenant, period);
    const nodes =
      system === null || system.stored === null
        ? null
        : new Map(system.holdings.map((node) => [node.key, node]));
    return { day, items: itemFacts(scheme, nodes, files, records) };
  }
}

function itemFacts(
  scheme: Scheme,
  nodes: ReadonlyMap<string, NodeHolding> | null,
  files: ReadonlyMap<string, Proofs>,
  records: ReadonlyMap<string, Proofs>,
): Readonly<Record<string, ItemFacts>> {
  return Object.fromEntries(
    listItems(scheme).map(({ item }) => [
      item.id,
      {
        nodes: nodes === null ? null : (item.nodes ?? []).flatMap((key) => nodes.get(key) ?? []),
        files: files.get(item.id) ?? noProofs,
        records: together((item.records ?? []).flatMap((kind) => records.get(kind) ?? [])),
      },
    ]),
  );
}

function together(proofs: readonly Proofs[]): Proofs {
  const days = proofs.flatMap(({ newestOn }) => newestOn ?? []).sort();
  return {
    total: proofs.reduce((sum, { total }) => sum + total, 0),
    inTime: proofs.reduce((sum, { inTime }) => sum + inTime, 0),
    newestOn: days.at(-1) ?? null,
  };
}
