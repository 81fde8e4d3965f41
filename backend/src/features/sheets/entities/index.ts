import { CaseAnswerHistoryEntity } from './case-answer-history.entity';
import { CaseAnswerEntity } from './case-answer.entity';
import { CaseConclusionEntity } from './case-conclusion.entity';
import { CaseFindingFileEntity } from './case-finding-file.entity';
import { CaseFindingEntity } from './case-finding.entity';
import { CaseResultEntity } from './case-result.entity';
import { CaseSettledEntity } from './case-settled.entity';
import { CaseSheetEntity } from './case-sheet.entity';

/** The tables of this room. */
export const SHEETS_ENTITIES = [
  CaseAnswerEntity,
  CaseAnswerHistoryEntity,
  CaseConclusionEntity,
  CaseFindingEntity,
  CaseFindingFileEntity,
  CaseResultEntity,
  CaseSettledEntity,
  CaseSheetEntity,
];
