import { lastMove, LETTERS, stateAfterLetter, type CaseState } from '@liangxing/contracts';
import type { Letter } from '../letters';

/** What is asked of a letter to know when a case came into a state. */
export type StageLetter = Pick<
  Letter,
  'writtenBy' | 'number' | 'kind' | 'state' | 'seen' | 'writtenAt'
>;

/** How long a case was in a state. */
export interface Stage {
  readonly state: CaseState;
  readonly from: Date;
  /** Null: it is in it now. */
  readonly until: Date | null;
}

/**
 * The states that a case went through at the body, one after the other, from its letters.
 * @param letters of one case, in the order in which they were written
 */
export function stagesOf(letters: readonly StageLetter[]): readonly Stage[] {
  const stages: Stage[] = [];
  const told: StageLetter[] = [];
  let state: CaseState = 'submitted';
  for (const letter of letters) {
    const isOwn = LETTERS[letter.kind].by === 'body';
    if (isOwn) told.push(letter);
    const next: CaseState = isOwn ? letter.state : stateAfterLetter(state, letter, lastMove(told));
    if (next === state && stages.length > 0) continue;
    const before = stages.pop();
    if (before !== undefined) stages.push({ ...before, until: letter.writtenAt });
    stages.push({ state: next, from: letter.writtenAt, until: null });
    state = next;
  }
  return stages;
}

/** Of many cases: their letters stand one case after the other. */
export function stagesOfAll(
  letters: readonly (StageLetter & { readonly caseId: string })[],
): readonly Stage[] {
  const byCase = new Map<string, StageLetter[]>();
  for (const letter of letters) {
    const known = byCase.get(letter.caseId);
    if (known === undefined) byCase.set(letter.caseId, [letter]);
    else known.push(letter);
  }
  return [...byCase.values()].flatMap(stagesOf);
}

/** How long cases were in a state, in tenths of a day. */
export interface StageTime {
  readonly state: CaseState;
  /** How often a case has left it. */
  readonly count: number;
  readonly median: number;
  /** Nine of ten took no longer. */
  readonly slow: number;
}

const TENTH_OF_A_DAY = 8_640_000;

/**
 * Of every state that some case has left, in the order of the life of a case.
 * @param states in that order
 */
export function stageTimes(
  states: readonly CaseState[],
  stages: readonly Stage[],
): readonly StageTime[] {
  return states.flatMap((state) => {
    const times = stages
      .flatMap((stage) =>
        stage.state === state && stage.until !== null
          ? [Math.max(0, stage.until.getTime() - stage.from.getTime())]
          : [],
      )
      .sort((one, other) => one - other);
    if (times.length === 0) return [];
    const at = (share: number): number =>
      Math.round((times[Math.ceil(times.length * share) - 1] ?? 0) / TENTH_OF_A_DAY);
    return [{ state, count: times.length, median: at(0.5), slow: at(0.9) }];
  });
}
