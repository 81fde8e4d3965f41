import { CaseAgreementEntity } from './case-agreement.entity';
import { CaseAnswerHistoryEntity } from './case-answer-history.entity';
import { CaseAnswerEntity } from './case-answer.entity';
import { CaseConclusionEntity } from './case-conclusion.entity';
import { CaseFindingFileEntity } from './case-finding-file.entity';
import { CaseFindingEntity } from './case-finding.entity';
import { CaseResultItemEntity } from './case-result-item.entity';
import { CaseResultEntity } from './case-result.entity';
import { CaseSettledEntity } from './case-settled.entity';
import { CaseSheetEntity } from './case-sheet.entity';

/** The tables of this room. */
export const SHEETS_ENTITIES = [
  CaseAgreementEntity,
  CaseAnswerEntity,
  CaseAnswerHistoryEntity,
  CaseConclusionEntity,
  CaseFindingEntity,
  CaseFindingFileEntity,
  CaseResultEntity,
  CaseResultItemEntity,
  CaseSettledEntity,
  CaseSheetEntity,
];
