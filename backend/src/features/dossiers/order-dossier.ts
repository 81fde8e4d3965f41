import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  JobQueue,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
  type FieldProblem,
} from '../../kernel';
import { BUILD_DOSSIER } from './build-dossier';
import { dayIn } from './calendar';
import { checkDossier, type DossierCheck } from './check/dossier-check';
import type { DossierFinding } from './check/finding';
import { findingText } from './check/finding-texts';
import type { Dossier } from './dossier';
import type { DossierMaterial } from './dossier-material';
import { DossiersRepository } from './dossiers.repository';
import { FreezeDossier } from './freeze-dossier';
import { MaterialReader } from './material-reader';
import { newVerificationCode } from './verification-code';

/** Checks an assessment before submission, and orders a dossier of it: row, snapshot and job in one transaction. */
@Injectable()
export class OrderDossier {
  constructor(
    private readonly database: TenantDatabase,
    private readonly materials: MaterialReader,
    private readonly dossiers: DossiersRepository,
    private readonly freeze: FreezeDossier,
    private readonly jobs: JobQueue,
    private readonly audit: Audit,
  ) {}

  async check(context: RequestContext, assessmentId: string): Promise<DossierCheck> {
    const { material, today } = await this.material(context, assessmentId);
    return checkDossier(material, today, context.language);
  }

  /**
   * What is checked is what is frozen: the material of one instant, stored with the order.
   * @throws ProblemError dossier_blocked with the errors that the checker found
   */
  async execute(context: RequestContext, assessmentId: string): Promise<Dossier> {
    const { material, today } = await this.material(context, assessmentId);
    const errors = checkDossier(material, today, context.language).findings.filter(
      ({ severity }) => severity === 'error',
    );
    if (errors.length > 0)
      throw new ProblemError('dossier_blocked', {}, { errors: errors.map(fieldProblem) });
    return this.database.transaction(context, async (manager) => {
      const dossier = await this.dossiers.insert(manager, context, {
        id: randomUUID(),
        assessmentId,
        code: newVerificationCode(),
      });
      await this.freeze.execute(manager, context, dossier, material);
      await this.enqueue(manager, context, dossier.id);
      const subject = { type: 'dossier', id: dossier.id };
      const { number } = dossier;
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
        // The row is locked now: whoever removes evidence sees a dossier that holds it.
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
    { userId, userName, organizationId, correlationId, language }: RequestContext,
    dossierId: string,
  ): Promise<void> {
    const context = { userId, userName, organizationId, correlationId, language };
    await this.jobs.enqueue(manager, BUILD_DOSSIER, { context, dossierId });
  }

  private async material(
    context: RequestContext,
    assessmentId: string,
  ): Promise<{ material: DossierMaterial; today: string }> {
    const today = dayIn(new Date());
    const material = await this.database.readOneInstant(context, (manager) =>
      this.materials.read(manager, context, assessmentId, today),
    );
    if (material === null) throw notFound();
    return { material, today };
  }
}

function fieldProblem(found: DossierFinding): FieldProblem {
  const { code, itemId, field } = found;
  const wording = { zh: findingText(found, 'zh-CN'), en: findingText(found, 'en') };
  return { path: field ?? itemId ?? '', code, wording };
}
