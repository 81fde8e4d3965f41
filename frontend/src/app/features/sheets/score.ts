import type { ScoredAnswerDto, ScoredContentDto } from '../../core/api/generated/openapi';

/** How an assessor judges one item; `unanswered` takes it back. */
export type ScoreContent = Pick<ScoredAnswerDto, keyof ScoredContentDto>;
export type ScoredAnswer = ScoredAnswerDto;

export const emptyScore: ScoreContent = {
  ...{ state: 'unanswered', rules: {}, finding: '', reason: '', approval: null, measured: null },
};

export const contentOf = ({
  state,
  rules,
  finding,
  reason,
  approval,
  measured,
}: ScoreContent): ScoreContent => ({ state, rules, finding, reason, approval, measured });

/** That an item does not apply needs its reason; until it is typed the judgement waits here. */
export const isComplete = ({ state, reason }: ScoreContent): boolean =>
  state !== 'not_applicable' || reason.trim() !== '';
