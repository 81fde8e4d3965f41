import { Injectable } from '@nestjs/common';
import { conditionsOf, findItem } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import { notFound, ProblemError, type RequestContext } from '../../../kernel';
import { AssessmentsReader, type Assessment } from '../../assessments';
import type { EvidenceLink } from '../evidence';
import { EvidenceUsesRepository } from '../evidence-uses.repository';

/** Lets evidence serve an item, a condition, a standard or a corrective action that is there. */
@Injectable()
export class LinkEvidence {
  constructor(
    private readonly uses: EvidenceUsesRepository,
    private readonly assessments: AssessmentsReader,
  ) {}

  /**
   * What is closed does not change, nor does what proves it. Standards and corrective actions are never closed so.
   * @throws ProblemError not_found, assessment_closed, assessment_archived
   */
  async requireOpen(
    manager: EntityManager,
    context: RequestContext,
    link: EvidenceLink,
  ): Promise<void> {
    if ('assessmentId' in link)
      await this.assessments.requireOpen(manager, context, link.assessmentId);
  }

  /**
   * Of a file itself: it stays as it is while a closed or archived evaluation shows it. Its row is locked already, so that
   * nobody lets it serve another one meanwhile.
   * @throws ProblemError evidence_in_closed; forbidden where it serves one that the grant does not show
   */
  async requireUnclosed(
    manager: EntityManager,
    context: RequestContext,
    id: string,
  ): Promise<void> {
    const closed = await this.closedServed(manager, context, id);
    const titles = closed.map(({ title }) => title);
    if (titles.length > 0)
      throw new ProblemError('evidence_in_closed', {
        assessments: titles.join('、'),
        'assessments:en': titles.join(', '),
      });
  }

  /**
   * Self-evaluations that a file serves and that are not open; none of the others is closed meanwhile, nor those of what
   * it is to serve. Its row is locked already.
   */
  async closedServed(
    manager: EntityManager,
    context: RequestContext,
    id: string,
    toServe: readonly EvidenceLink[] = [],
  ): Promise<Assessment[]> {
    const served = await this.uses.servedAssessments(manager, context, id);
    const more = toServe.flatMap((link) =>
      'assessmentId' in link ? [link.assessmentId.toLowerCase()] : [],
    );
    const closed: Assessment[] = [];
    // One after another, in one order for everybody.
    for (const assessmentId of [...new Set([...served, ...more])].sort()) {
      const assessment = await this.assessments.findKept(manager, context, assessmentId);
      if (!served.includes(assessmentId)) continue;
      // One that a grant does not show may be closed.
      if (assessment === null) throw new ProblemError('forbidden');
      if (assessment.state !== 'open') closed.push(assessment);
    }
    return closed;
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
    await this.requireOpen(manager, context, link);
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
