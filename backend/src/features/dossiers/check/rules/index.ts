import { DATE_RULES } from './date-rules';
import { EVIDENCE_RULES } from './evidence-rules';
import { PEOPLE_RULES } from './people-rules';
import { SCORE_RULES } from './score-rules';

/**
 * Everything in which system, score, evidence, dates, statistics and notes may contradict each other. Counts that differ
 * between parts are in no rule: all parts print one count.
 */
export const CONSISTENCY_RULES = [
  ...SCORE_RULES,
  ...DATE_RULES,
  ...EVIDENCE_RULES,
  ...PEOPLE_RULES,
] as const;

export type ConsistencyCode = (typeof CONSISTENCY_RULES)[number]['code'];
