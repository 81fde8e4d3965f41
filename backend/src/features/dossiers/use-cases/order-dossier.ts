import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { organizationDay } from '../../../kernel/pure';
import {
  Audit,
  jobContextOf,
  JobQueue,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  type FieldProblem,
} from '../../../kernel';
import { AssessmentsReader, refuseArchived } from '../../assessments';
import { ScoredAssessments } from '../../readiness';
import { BUILD_DOSSIER } from './build-dossier';
import type { DossierCheck } from '../check/dossier-check';
import type { DossierFinding } from '../check/finding';
import { findingText } from '../check/finding-texts';
import type { Dossier } from '../dossier';
import { DossiersRepository } from '../dossiers.repository';
import { FreezeDossier } from './freeze-dossier';
import type { JudgedDossier } from '../freeze-dossier.task';
import { MaterialReader } from '../material-reader';
import { newVerificationCode } from '../verification-code';

/** More orders of one assessment at once than people give. */
const MOST_TRIES = 5;

/** Checks an assessment before submission, and orders a dossier of it: row, snapshot and job in one transaction. */
@Injectable()
export class OrderDossier {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessments: AssessmentsReader,
    private readonly scores: ScoredAssessments,
    private readonly materials: MaterialReader,
    private readonly dossiers: DossiersRepository,
    private readonly freeze: FreezeDossier,
    private readonly jobs: JobQueue,
    private readonly audit: Audit,
  ) {}

  async check(context: RequestContext, assessmentId: string): Promise<DossierCheck> {
    const { judged } = await this.read(context, assessmentId);
    return this.freeze.judge(context, judged);
  }

  /**
   * What is checked is what is frozen: the material of one instant, stored with the order.
   * @throws ProblemError assessment_archived, dossier_blocked with the errors that the checker found
   */
  async execute(context: RequestContext, assessmentId: string): Promise<Dossier> {
    // The number stands in what is frozen. Where another order took it meanwhile, all begins anew.
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const ordered = await this.order(context, assessmentId);
      if (ordered !== null) return ordered;
    }
    throw new ProblemError('busy', { seconds: 1 });
  }

  /** null: its number was taken by another order. */
  private async order(context: RequestContext, assessmentId: string): Promise<Dossier | null> {
    const { judged, number } = await this.read(context, assessmentId);
    // Before the long way; again where nobody puts it away any more.
    refuseArchived(judged.source.assessment);
    const issued = { number, createdAt: new Date(), code: newVerificationCode() };
    const { errors, frozen } = await this.freeze.execute(context, judged, {
      ...issued,
      createdAt: issued.createdAt.toISOString(),
    });
    return this.database.transaction(context, async (manager) => {
      const assessment = await this.assessments.findKept(manager, context, assessmentId);
      if (assessment === null) throw notFound();
      refuseArchived(assessment);
      if (frozen === null)
        throw new ProblemError('dossier_blocked', {}, { errors: errors.map(fieldProblem) });
      const wanted = { ...issued, id: randomUUID(), assessmentId };
      const dossier = await this.dossiers.insert(manager, context, wanted);
      if (dossier === null) return null;
      await this.dossiers.freeze(manager, context, dossier.id, frozen.facts);
      await this.dossiers.holdEvidence(manager, context, dossier.id, frozen.evidence);
      await this.enqueue(manager, context, dossier.id);
      const subject = { type: 'dossier', id: dossier.id };
      await this.audit.record(manager, context, 'dossier.ordered', subject, {
        assessmentId,
        number,
      });
      return (await this.dossiers.find(manager, context, dossier.id)) ?? dossier;
    });
  }

  /**
   * Builds a failed dossier once more, from what was frozen. One that is on its way or ready stays as it is.
   * @throws ProblemError dossier_evidence_removed
   */
  async again(context: RequestContext, id: string): Promise<Dossier> {
    return this.database.transaction(context, async (manager) => {
      if (await this.dossiers.queueAgain(manager, context, id)) {
        // Whoever removes a file waits for this, or was first: then its hold has gone with it.
        if (!(await this.dossiers.holdsItsEvidence(manager, context, id)))
          throw new ProblemError('dossier_evidence_removed');
        await this.enqueue(manager, context, id);
      }
      const dossier = await this.dossiers.find(manager, context, id);
      if (dossier === null) throw notFound();
      return dossier;
    });
  }

  private async enqueue(
    manager: EntityManager,
    context: RequestContext,
    dossierId: string,
  ): Promise<void> {
    await this.jobs.enqueue(manager, BUILD_DOSSIER, { context: jobContextOf(context), dossierId });
  }

  private async read(
    context: RequestContext,
    assessmentId: string,
  ): Promise<{ judged: JudgedDossier; number: number }> {
    const today = organizationDay(new Date());
    const measured = await this.scores.measure(context, assessmentId);
    return this.database.readOneInstant(context, async (manager) => {
      const source = await this.materials.read(manager, context, assessmentId, today, measured);
      if (source === null) throw notFound();
      const number = await this.dossiers.nextNumber(manager, context, assessmentId);
      return { judged: { source, language: context.language }, number };
    });
  }
}

function fieldProblem(found: DossierFinding): FieldProblem {
  const { code, itemId, field } = found;
  const wording = { zh: findingText(found, 'zh-CN'), en: findingText(found, 'en') };
  return { path: field ?? itemId ?? '', code, wording };
}
