import { ProblemError } from '../../kernel';
import type { Assessment } from './assessment';

/**
 * Closed closes everything that belongs to a self-evaluation: answers, conditions, plan, efforts, what proves its items,
 * what its dossier attaches. Corrective actions go on: they mend what it found, and mending begins when it is closed.
 * Duties and the register are the organization's and stay open too.
 * @throws ProblemError assessment_closed, assessment_archived
 */
export function refuseUnlessOpen(assessment: Pick<Assessment, 'state'>): void {
  refuseArchived(assessment);
  if (assessment.state === 'closed') throw new ProblemError('assessment_closed');
}

/**
 * For what may still be made of a closed one: a dossier, a corrective action.
 * @throws ProblemError assessment_archived: what was put away does not change
 */
export function refuseArchived({ state }: Pick<Assessment, 'state'>): void {
  if (state === 'archived') throw new ProblemError('assessment_archived');
}
