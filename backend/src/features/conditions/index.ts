export { AnswerCondition } from './use-cases/answer-condition';
export type { StoredCondition } from './condition';
export { ConditionsModule } from './conditions.module';
export { ConditionsReader } from './conditions-reader';
