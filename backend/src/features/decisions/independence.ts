import { ProblemError } from '../../kernel';
import type { DecisionStep } from './decision';

/** What somebody has done in a case before. */
export interface PartInCase {
  readonly wasInTeam: boolean;
  /** Passed the review of a result. */
  readonly reviewed: boolean;
  /** Granted or refused. */
  readonly decided: boolean;
}

/**
 * @param team all who are or were in it
 * @param steps of the case
 */
export function partInCase(
  userId: string,
  team: readonly { readonly userId: string }[],
  steps: readonly Pick<DecisionStep, 'move' | 'madeBy'>[],
): PartInCase {
  const made = (...moves: readonly DecisionStep['move'][]): boolean =>
    steps.some(({ move, madeBy }) => madeBy === userId && moves.includes(move));
  return {
    wasInTeam: team.some((member) => member.userId === userId),
    reviewed: made('pass_review'),
    decided: made('grant', 'refuse'),
  };
}

/** Why somebody may not do what only others may; null: they may. */
type Hindrance = 'person_was_in_team' | 'person_reviewed' | 'person_decided';

export const OTHERS_ONLY = {
  /** A second person, outside the team (GB/T 19273-2017, 8.1). */
  review: ({ wasInTeam }: PartInCase): Hindrance | null =>
    wasInTeam ? 'person_was_in_team' : null,
  /** A third one. */
  decide: ({ wasInTeam, reviewed }: PartInCase): Hindrance | null => {
    if (wasInTeam) return 'person_was_in_team';
    return reviewed ? 'person_reviewed' : null;
  },
  /** Who answers an appeal has not decided what it is about (8.2). */
  answer_appeal: ({ wasInTeam, decided }: PartInCase): Hindrance | null => {
    if (wasInTeam) return 'person_was_in_team';
    return decided ? 'person_decided' : null;
  },
} as const;

/** @throws ProblemError with what stands in the way */
export function mustBeOther(what: keyof typeof OTHERS_ONLY, part: PartInCase): void {
  const hindrance = OTHERS_ONLY[what](part);
  if (hindrance !== null) throw new ProblemError(hindrance);
}
