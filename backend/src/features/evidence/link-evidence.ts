import { Injectable } from '@nestjs/common';
import { conditionsOf, findItem } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import { notFound, ProblemError, type RequestContext } from '../../kernel';
import { AssessmentsReader, refuseArchived } from '../assessments';
import type { EvidenceLink } from './evidence';
import { EvidenceUsesRepository } from './evidence-uses.repository';

/** Lets evidence serve an item, a condition, a standard or a corrective action that is there. */
@Injectable()
export class LinkEvidence {
  constructor(
    private readonly uses: EvidenceUsesRepository,
    private readonly assessments: AssessmentsReader,
  ) {}

  /** Linking twice is linking once. @throws ProblemError where there is no such place */
  async link(
    manager: EntityManager,
    context: RequestContext,
    id: string,
    link: EvidenceLink,
  ): Promise<void> {
    await this.check(manager, context, link);
    await this.uses.link(manager, context, id, link);
  }

  /**
   * What was put away does not change, nor does what proves it.
   * @throws ProblemError assessment_archived
   */
  async refuseArchived(
    manager: EntityManager,
    context: RequestContext,
    link: EvidenceLink,
  ): Promise<void> {
    if (!('assessmentId' in link)) return;
    const assessment = await this.assessments.findKept(manager, context, link.assessmentId);
    if (assessment !== null) refuseArchived(assessment);
  }

  /** @throws ProblemError where item, condition, standard or action is not there */
  async check(manager: EntityManager, context: RequestContext, link: EvidenceLink): Promise<void> {
    if ('standardId' in link) {
      if (!(await this.uses.exists(manager, context, 'standards', link.standardId)))
        throw notFound();
      return;
    }
    if ('actionId' in link) {
      if (!(await this.uses.exists(manager, context, 'corrective_actions', link.actionId)))
        throw notFound();
      return;
    }
    await this.refuseArchived(manager, context, link);
    const scheme = await this.assessments.schemeOf(manager, context, link.assessmentId);
    if (scheme === null) throw notFound();
    if ('conditionId' in link) {
      if (!conditionsOf(scheme).some(({ id }) => id === link.conditionId)) throw notFound();
      return;
    }
    if (findItem(scheme, link.itemId) === undefined)
      throw new ProblemError('item_outside_scheme', { item: link.itemId });
  }
}
