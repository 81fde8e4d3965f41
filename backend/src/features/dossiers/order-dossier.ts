import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import {
  Audit,
  JobQueue,
  notFound,
  ProblemError,
  RequestContext,
  TenantDatabase,
} from '../../kernel';
import { BUILD_DOSSIER } from './build-dossier';
import { dayIn } from './calendar';
import { checkDossier, type DossierCheck } from './check/dossier-check';
import type { Dossier } from './dossier';
import { DossiersRepository } from './dossiers.repository';
import { MaterialReader } from './material-reader';
import { newVerificationCode } from './verification-code';

/** Checks an assessment before submission, and orders a dossier of it: row and job in one transaction. */
@Injectable()
export class OrderDossier {
  constructor(
    private readonly database: TenantDatabase,
    private readonly materials: MaterialReader,
    private readonly dossiers: DossiersRepository,
    private readonly jobs: JobQueue,
    private readonly audit: Audit,
  ) {}

  async check(context: RequestContext, assessmentId: string): Promise<DossierCheck> {
    const today = dayIn(new Date());
    return this.database.read(context, async (manager) => {
      const material = await this.materials.read(manager, context, assessmentId, today);
      if (material === null) throw notFound();
      return checkDossier(material, today, context.language);
    });
  }

  /** @throws ProblemError dossier_blocked with the errors that the checker found */
  async execute(context: RequestContext, assessmentId: string): Promise<Dossier> {
    const today = dayIn(new Date());
    return this.database.transaction(context, async (manager) => {
      const material = await this.materials.read(manager, context, assessmentId, today);
      if (material === null) throw notFound();
      const errors = checkDossier(material, today, context.language).findings.filter(
        ({ severity }) => severity === 'error',
      );
      if (errors.length > 0)
        throw new ProblemError(
          'dossier_blocked',
          {},
          {
            errors: errors.map(({ code, message, itemId, field }) => ({
              path: field ?? itemId ?? '',
              code,
              wording: { zh: message, en: message },
            })),
          },
        );
      const dossier = await this.dossiers.insert(manager, context, {
        id: randomUUID(),
        assessmentId,
        code: newVerificationCode(),
      });
      const { userId, userName, organizationId, correlationId, language } = context;
      await this.jobs.enqueue(manager, BUILD_DOSSIER, {
        context: { userId, userName, organizationId, correlationId, language },
        dossierId: dossier.id,
      });
      const subject = { type: 'dossier', id: dossier.id };
      const { number } = dossier;
      await this.audit.record(manager, context, 'dossier.ordered', subject, {
        assessmentId,
        number,
      });
      return dossier;
    });
  }
}
