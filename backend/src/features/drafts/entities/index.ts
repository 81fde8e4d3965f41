import { NumberingRuleEntity } from './numbering-rule.entity';
import { StandardDraftAccountEntity } from './standard-draft-account.entity';
import { StandardDraftEntity } from './standard-draft.entity';
import { StandardDraftFileEntity } from './standard-draft-file.entity';
import { StandardDraftStepEntity } from './standard-draft-step.entity';

/** The tables of this room. */
export const DRAFTS_ENTITIES = [
  NumberingRuleEntity,
  StandardDraftAccountEntity,
  StandardDraftEntity,
  StandardDraftFileEntity,
  StandardDraftStepEntity,
];
