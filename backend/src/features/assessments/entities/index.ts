import { AnswerEntity } from './answer.entity';
import { AnswerHistoryEntity } from './answer-history.entity';
import { AssessmentEffortEntity } from './assessment-effort.entity';
import { AssessmentTeamAccountEntity } from './assessment-team-account.entity';
import { AssessmentEntity } from './assessment.entity';

/** The tables of this room. */
export const ASSESSMENTS_ENTITIES = [
  AnswerEntity,
  AnswerHistoryEntity,
  AssessmentEffortEntity,
  AssessmentEntity,
  AssessmentTeamAccountEntity,
];
