import type { Assessment } from './assessment';

/** The one that gaps and dossier speak of: the newest that is open, else the newest. The list comes newest first. */
export function latestOpen(assessments: readonly Assessment[]): Assessment | null {
  return assessments.find(({ state }) => state === 'open') ?? assessments[0] ?? null;
}

/** The one that the address names by `?assessment=`, else the newest that is open. */
export function assessmentToOpen(
  assessments: readonly Assessment[],
  askedId?: string,
): Assessment | null {
  return assessments.find(({ id }) => id === askedId) ?? latestOpen(assessments);
}
