import { isRenewable } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { BodiesRepository } from '../../bodies';
import { DossiersRepository, type Dossier } from '../../dossiers';
import { LettersRepository, WriteLetter } from '../../letters';
import { stateAfterWriting, type Submission } from '../submission';
import { SubmissionsRepository } from '../submissions.repository';

/** Hands an issued dossier in to a body: the row, the letter and its job in one transaction. */
@Injectable()
export class SubmitDossier {
  constructor(
    private readonly database: TenantDatabase,
    private readonly submissions: SubmissionsRepository,
    private readonly dossiers: DossiersRepository,
    private readonly bodies: BodiesRepository,
    private readonly letters: WriteLetter,
    private readonly told: LettersRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @param renews the own application whose certificate is to be renewed
   * @throws ProblemError not_found, dossier_not_ready, dossier_without_material, body_not_accepting, dossier_submitted,
   *   certificate_not_renewable
   */
  execute(
    context: RequestContext,
    {
      dossierId,
      bodyId,
      text,
      renews: renewed,
    }: {
      readonly dossierId: string;
      readonly bodyId: string;
      readonly text: string;
      readonly renews?: string | undefined;
    },
  ): Promise<Submission> {
    return this.database.transaction(context, async (manager) => {
      const dossier = await this.handedIn(manager, context, dossierId);
      const body = (await this.bodies.accepting(manager)).find(({ id }) => id === bodyId);
      if (body === undefined) throw new ProblemError('body_not_accepting');
      const id = randomUUID();
      const { assessmentId, number: dossierNumber } = dossier;
      const renews =
        renewed === undefined ? '' : await this.renewedNumber(manager, context, renewed, bodyId);
      const submission = { id, bodyId, bodyName: body.name, dossierId, assessmentId, renews };
      const first = { state: 'submitted', written: 1 } as const;
      if (!(await this.submissions.insert(manager, context, { ...submission, ...first })))
        throw new ProblemError('dossier_submitted', { name: body.name });
      const said = { text: text.trim(), dossierId, dossierNumber };
      const content = renews === '' ? said : { ...said, renews };
      const letter = { caseId: id, number: 1, kind: 'submitted', seen: 0, content } as const;
      await this.letters.execute(manager, context, { ...letter, state: 'submitted' }, bodyId);
      const subject = { type: 'submission', id };
      const { name } = body;
      await this.audit.record(manager, context, 'submission.sent', subject, {
        body: name,
        dossierNumber,
      });
      return this.found(manager, context, id);
    });
  }

  /**
   * A newer dossier of the same evaluation, where the body asked for a correction.
   * @throws ProblemError not_found, case_moved, dossier_not_ready, dossier_without_material,
   *   dossier_of_other_evaluation, dossier_not_newer
   */
  correct(
    context: RequestContext,
    id: string,
    { dossierId, text }: { readonly dossierId: string; readonly text: string },
  ): Promise<Submission> {
    return this.database.transaction(context, async (manager) => {
      const submission = await this.submissions.lock(manager, context, id);
      if (submission === null) throw notFound();
      const state = stateAfterWriting(submission, 'corrected');
      if (state === submission.state) throw new ProblemError('case_moved');
      const dossier = await this.handedIn(manager, context, dossierId);
      if (dossier.assessmentId !== submission.assessmentId)
        throw new ProblemError('dossier_of_other_evaluation');
      const before = await this.dossiers.find(manager, context, submission.dossierId);
      if (before !== null && dossier.number <= before.number)
        throw new ProblemError('dossier_not_newer');
      const written = submission.written + 1;
      await this.submissions.change(manager, context, submission, { state, written, dossierId });
      const content = { text: text.trim(), dossierId, dossierNumber: dossier.number };
      const letter = { caseId: id, number: written, kind: 'corrected', state, content } as const;
      const { heard: seen, bodyId, bodyName } = submission;
      await this.letters.execute(manager, context, { ...letter, seen }, bodyId);
      const subject = { type: 'submission', id };
      await this.audit.record(manager, context, 'submission.corrected', subject, {
        body: bodyName,
        dossierNumber: dossier.number,
      });
      return this.found(manager, context, id);
    });
  }

  /** Of the certificate as the body told of it last: a body renews what it issued itself. */
  private async renewedNumber(
    manager: EntityManager,
    context: RequestContext,
    id: string,
    bodyId: string,
  ): Promise<string> {
    const before = await this.submissions.find(manager, context, id);
    if (before === null) throw notFound();
    const letters = await this.told.list(manager, context, id);
    const told = letters.findLast(({ content }) => content.certificate !== undefined);
    const certificate = told?.content.certificate;
    if (before.bodyId !== bodyId || certificate === undefined || !isRenewable(certificate.state))
      throw new ProblemError('certificate_not_renewable');
    return certificate.document.number;
  }

  private async handedIn(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<Dossier> {
    const dossier = await this.dossiers.find(manager, context, id);
    if (dossier === null) throw notFound();
    if (dossier.state !== 'ready') throw new ProblemError('dossier_not_ready');
    if ((await this.dossiers.handedOver(manager, context, id)) === null)
      throw new ProblemError('dossier_without_material');
    return dossier;
  }

  private async found(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<Submission> {
    const submission = await this.submissions.find(manager, context, id);
    if (submission === null) throw notFound();
    return submission;
  }
}
