import type { IndependenceConflict } from '@liangxing/contracts';
import type { DecisionStep, Objection } from './decision';

/** What somebody has done in a case before. */
export interface PartInCase {
  readonly wasInTeam: boolean;
  /** Passed the review of a result. */
  readonly reviewed: boolean;
  /** Granted or refused. */
  readonly decided: boolean;
  /** Upheld an appeal or an objection. */
  readonly upheld: boolean;
  /** What the product knows between them and the enterprise. */
  readonly conflict: IndependenceConflict | null;
}

/**
 * @param team all who are or were in it
 * @param steps of the case
 * @param known objections of the case, and what the product knows between the person and the enterprise
 */
export function partInCase(
  userId: string,
  team: readonly { readonly userId: string }[],
  steps: readonly Pick<DecisionStep, 'move' | 'madeBy'>[],
  {
    objections,
    conflict,
  }: {
    readonly objections: readonly Pick<Objection, 'verdict' | 'answeredBy'>[];
    readonly conflict: IndependenceConflict | null;
  },
): PartInCase {
  const made = (...moves: readonly DecisionStep['move'][]): boolean =>
    steps.some(({ move, madeBy }) => madeBy === userId && moves.includes(move));
  return {
    wasInTeam: team.some((member) => member.userId === userId),
    reviewed: made('pass_review'),
    decided: made('grant', 'refuse'),
    upheld:
      made('uphold_appeal', 'stop_publicity') ||
      objections.some((one) => one.verdict === 'upheld' && one.answeredBy === userId),
    conflict,
  };
}

/** Why somebody may not do what only others may. */
export const HINDRANCES = [
  'person_was_in_team',
  'person_reviewed',
  'person_decided',
  'person_upheld',
  'conflict_of_membership',
  'conflict_of_engagement',
  'conflict_declared',
] as const;
export type Hindrance = (typeof HINDRANCES)[number];

const CONFLICTS = {
  membership: 'conflict_of_membership',
  engagement: 'conflict_of_engagement',
  declared: 'conflict_declared',
} as const satisfies Record<IndependenceConflict, Hindrance>;

/** Nobody of the team, and nobody who has to do with the enterprise (GB/T 19273-2017, 8.1). */
const ofOutside = ({ wasInTeam, conflict }: PartInCase): Hindrance | null => {
  if (wasInTeam) return 'person_was_in_team';
  return conflict === null ? null : CONFLICTS[conflict];
};

/** Each says what stands in the way; null: nothing does. */
export const OTHERS_ONLY = {
  /** A second person, outside the team. */
  review: (part: PartInCase): Hindrance | null => ofOutside(part),
  /** A third one; when it is decided again, one who has not decided, and not said that it has to be. */
  decide: (part: PartInCase): Hindrance | null => {
    const { reviewed, decided, upheld } = part;
    if (reviewed) return ofOutside(part) ?? 'person_reviewed';
    if (decided) return ofOutside(part) ?? 'person_decided';
    return ofOutside(part) ?? (upheld ? 'person_upheld' : null);
  },
  /** Who answers an objection has neither reviewed nor decided what it is about. */
  answer_objection: (part: PartInCase): Hindrance | null => {
    if (part.reviewed) return ofOutside(part) ?? 'person_reviewed';
    return ofOutside(part) ?? (part.decided ? 'person_decided' : null);
  },
  /** Who answers an appeal has not decided what it is about (8.2). */
  answer_appeal: (part: PartInCase): Hindrance | null =>
    ofOutside(part) ?? (part.decided ? 'person_decided' : null),
} as const satisfies Record<string, (part: PartInCase) => Hindrance | null>;
