import { effect, inject, untracked } from '@angular/core';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { CurrentOrganization } from '../../core/session/current-organization';

/**
 * For a component: the title of an evaluation by its id, as versions of dossiers are counted for each one. Empty where it is
 * not known, for the person may not read evaluations, or it was removed.
 */
export function evaluationTitles(): (assessmentId: string) => string {
  const assessments = inject(CurrentAssessment);
  const organization = inject(CurrentOrganization);
  effect(() => {
    if (organization.id() && organization.can('assessments:read'))
      untracked(() => void assessments.load().catch(() => null));
  });
  return (assessmentId) => assessments.all()?.find(({ id }) => id === assessmentId)?.title ?? '';
}
