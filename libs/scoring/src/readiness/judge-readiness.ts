import {
  listItems,
  thresholdsOf,
  type Need,
  type Scheme,
  type SchemeItem,
} from '@liangxing/scheme';
import type { Answers, ItemAnswer, Measured } from '../answer';
import { noFacts, type ReadinessFacts } from './facts';
import { deriveState, type DerivedState } from './readiness';
import type { CheckState } from './check-result';

export type ReadinessState = CheckState | 'not_applicable';

/** What a person entered for an item, as the derivation reads it; no state: nobody judged otherwise. */
export interface ReadinessAnswer {
  readonly state: ItemAnswer['state'] | 'unanswered';
  readonly measured?: Measured | null | undefined;
}

export interface ItemReadiness {
  readonly itemId: string;
  readonly groupId: string;
  readonly need: Need;
  /** What counts: what the person judged, else what follows. */
  readonly state: ReadinessState;
  readonly isOverridden: boolean;
  readonly derived: DerivedState;
}

const judgedStates: readonly string[] = ['met', 'partly', 'not_met', 'not_applicable'];

const needOf = ({ need = 'usual' }: SchemeItem): Need => need;

/** Every readiness item of a scheme, in its order. The one place where states come from. */
export function judgeReadiness(
  scheme: Scheme,
  facts: ReadinessFacts,
  answers: Readonly<Record<string, ReadinessAnswer>>,
): readonly ItemReadiness[] {
  const thresholds = thresholdsOf(scheme);
  return listItems(scheme)
    .filter(({ item }) => item.mode === 'readiness')
    .map(({ item, group }) => {
      const answer = answers[item.id];
      const known = facts.items[item.id] ?? noFacts;
      const derived = deriveState(item, thresholds, known, answer?.measured ?? undefined);
      const judged = answer !== undefined && judgedStates.includes(answer.state);
      return {
        itemId: item.id,
        groupId: group.id,
        need: needOf(item),
        state: judged ? (answer.state as ReadinessState) : derived.state,
        isOverridden: judged,
        derived,
      };
    });
}

/** The answers that a score is made of: what a person judged stays, what follows is put in, the unknown stays open. */
export function withDerived(answers: Answers, readiness: readonly ItemReadiness[]): Answers {
  const derived = readiness.flatMap(({ itemId, state, isOverridden }) =>
    isOverridden || state === 'unknown' || state === 'not_applicable'
      ? []
      : [[itemId, { state, rules: {} }] as const],
  );
  return { ...answers, ...Object.fromEntries(derived) };
}
