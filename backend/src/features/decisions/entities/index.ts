import { CaseDecisionEntity } from './case-decision.entity';
import { ObjectionEntity } from './objection.entity';
import { PublicityEntity } from './publicity.entity';

/** The tables of this room. */
export const DECISIONS_ENTITIES = [CaseDecisionEntity, PublicityEntity, ObjectionEntity];
