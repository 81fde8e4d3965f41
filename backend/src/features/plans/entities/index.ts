import { CaseTeamEntity } from './case-team.entity';

/** The tables of this room. */
export const PLANS_ENTITIES = [CaseTeamEntity];
