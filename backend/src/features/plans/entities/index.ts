import { CaseDeclarationEntity } from './case-declaration.entity';
import { CaseMeetingEntity } from './case-meeting.entity';
import { CasePlanEntity } from './case-plan.entity';
import { CaseTeamEntity } from './case-team.entity';
import { CaseTeamTermEntity } from './case-team-term.entity';

/** The tables of this room. */
export const PLANS_ENTITIES = [
  CaseDeclarationEntity,
  CaseMeetingEntity,
  CasePlanEntity,
  CaseTeamEntity,
  CaseTeamTermEntity,
];
