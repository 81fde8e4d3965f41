import { ConditionAnswerEntity } from './condition-answer.entity';

/** The tables of this room. */
export const CONDITIONS_ENTITIES = [ConditionAnswerEntity];
