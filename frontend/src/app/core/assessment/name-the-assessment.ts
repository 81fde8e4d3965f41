import { inject } from '@angular/core';
import { type CanActivateChildFn, Router, UrlTree } from '@angular/router';
import { assessmentInAddress } from './assessment-in-address';
import { CurrentAssessment } from './current-assessment';

/**
 * Guard of an enterprise's pages: an address that names a self-evaluation chooses it; any other is led to the same
 * address with the chosen one, so that what is seen can be reloaded, bookmarked and sent.
 */
export const nameTheAssessment: CanActivateChildFn = (_route, { url }) => {
  const current = inject(CurrentAssessment);
  const { organizationId, assessmentId } = assessmentInAddress(url);
  if (assessmentId !== null) {
    current.choose(organizationId, assessmentId);
    return true;
  }
  const assessment = current.choiceOf(organizationId);
  if (assessment === null) return true;
  const { root, queryParams, fragment } = inject(Router).parseUrl(url);
  return new UrlTree(root, { ...queryParams, assessment }, fragment);
};
