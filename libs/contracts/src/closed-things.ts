import type { ErrorCode } from './error-codes';

const CODES: ReadonlySet<string> = new Set<ErrorCode>([
  'assessment_closed',
  'assessment_archived',
  'draft_not_open',
  'engagement_ended',
  'case_moved',
  'sheet_handed_in',
  'not_in_team',
]);

/** Whether an error says that a thing takes no more of anything: no other text mends it. */
export function isOfClosedThing(code: string): boolean {
  return CODES.has(code);
}
