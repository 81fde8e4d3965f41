import { type ConditionAnswer, type ConditionCounts, countConditions } from '@liangxing/contracts';
import type { LocalizedText } from '@liangxing/scheme';

/** What a person says of one condition of the application. `YYYY-MM-DD`. */
export interface ConditionFields {
  readonly answer: ConditionAnswer;
  readonly proof: string;
  readonly checkedOn: string | null;
}

export interface Condition extends ConditionFields {
  readonly id: string;
  readonly clause: string;
  readonly text: LocalizedText;
  readonly usualProof: readonly LocalizedText[];
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: { readonly id: string; readonly name: string } | null;
  readonly evidenceCount: number;
  /** What the product knows; a person takes it over or not. */
  readonly offer: { readonly answer: 'yes' | 'no' | null; readonly said: LocalizedText } | null;
}

export const fieldsOf = ({ answer, proof, checkedOn }: ConditionFields): ConditionFields => ({
  answer,
  proof,
  checkedOn,
});

/** Whoever answers has looked today, unless another day is there already. */
export function answered(
  fields: ConditionFields,
  answer: ConditionAnswer,
  today: string,
): ConditionFields {
  const checkedOn = answer === 'unanswered' ? fields.checkedOn : (fields.checkedOn ?? today);
  return { ...fieldsOf(fields), answer, checkedOn };
}

/** The offer as the person's own words: what was written before stays in front of it. */
export function takenOver(
  fields: ConditionFields,
  offer: NonNullable<Condition['offer']>,
  today: string,
): ConditionFields {
  const said = offer.said['zh-CN'];
  const proof = fields.proof.includes(said)
    ? fields.proof
    : [fields.proof.trim(), said].filter((text) => text !== '').join('\n');
  return { answer: offer.answer ?? fields.answer, proof, checkedOn: today };
}

export function countsOf(
  conditions: readonly { readonly id: string; readonly answer: ConditionAnswer }[],
): ConditionCounts {
  return countConditions(
    conditions.map(({ id }) => id),
    new Map(conditions.map(({ id, answer }) => [id, answer])),
  );
}
