import { NumberingRuleEntity } from './numbering-rule.entity';
import { StandardDraftEntity } from './standard-draft.entity';
import { StandardDraftStepEntity } from './standard-draft-step.entity';

/** The tables of this room. */
export const DRAFTS_ENTITIES = [NumberingRuleEntity, StandardDraftEntity, StandardDraftStepEntity];
