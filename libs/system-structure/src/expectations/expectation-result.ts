import type { ExpectationDecision } from '../system/standard-system';
import type { Expectation } from './expectation';
import type { MatchBasis } from './match-titles';

/**
 * `planned`: only an entry that is still to be written. `outdated`: only a replaced or withdrawn
 * entry. `not_needed`: a person has said so and why; it counts nowhere.
 */
export type ExpectationState = 'present' | 'planned' | 'outdated' | 'missing' | 'not_needed';

export interface ExpectationResult {
  readonly expectation: Expectation;
  readonly state: ExpectationState;
  /** Entry that stands for it; absent where missing or not needed. */
  readonly standardId?: string;
  /** How the entry was found. */
  readonly basis?: MatchBasis | 'decision';
  /** Keys of the nodes where that entry stands, the main one first; empty: not placed yet. */
  readonly foundIn?: readonly string[];
  /** True where the entry stands neither in the expected node nor below it. */
  readonly isElsewhere?: boolean;
  /** The person's decision, where there is one for this expectation. */
  readonly decision?: ExpectationDecision;
}
