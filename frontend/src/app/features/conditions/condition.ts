import { type ConditionAnswer, type ConditionCounts, countConditions } from '@liangxing/contracts';
import type { AnswerConditionDto, ConditionDto } from '../../core/api/generated/openapi';

export type Condition = ConditionDto;
/** What a person says of one condition of the application. */
export type ConditionFields = Required<AnswerConditionDto>;

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
