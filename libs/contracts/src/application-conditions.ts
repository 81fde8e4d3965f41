/** What a person says of one condition of an application; `yes`: it is met. */
export const CONDITION_ANSWERS = ['unanswered', 'yes', 'no'] as const;
export type ConditionAnswer = (typeof CONDITION_ANSWERS)[number];

/** Months that the standard system must have run before an application (GB/T 19273-2017, 5.1). */
export const OPERATION_MONTHS = 3;

/** A check of a condition that is older than this is done again before an application; ours. */
export const CONDITION_CHECK_MONTHS = 12;

/** How the conditions of one self-evaluation stand. */
export interface ConditionCounts {
  readonly total: number;
  readonly met: number;
  readonly unmet: number;
  readonly unanswered: number;
}

/**
 * `none`: the scheme names no condition; `unmet`: at least one is not met, whatever else is open; `open`: not all are
 * confirmed; `met`: all are.
 */
type ConditionsState = 'none' | 'unmet' | 'open' | 'met';

/**
 * The one count of conditions: screens, the check before submission and the dossier say these numbers.
 * @param ids conditions of the scheme; answers to others do not count
 */
export function countConditions(
  ids: readonly string[],
  answers: ReadonlyMap<string, ConditionAnswer>,
): ConditionCounts {
  const count = (wanted: ConditionAnswer): number =>
    ids.filter((id) => (answers.get(id) ?? 'unanswered') === wanted).length;
  return {
    total: ids.length,
    met: count('yes'),
    unmet: count('no'),
    unanswered: count('unanswered'),
  };
}

export function conditionsState({ total, unmet, unanswered }: ConditionCounts): ConditionsState {
  if (total === 0) return 'none';
  if (unmet > 0) return 'unmet';
  return unanswered > 0 ? 'open' : 'met';
}
