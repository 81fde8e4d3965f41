export { CheckTeam } from './check-team';
export { DeclarationsRepository } from './declarations.repository';
export { requireHeld, type Attendee, type Meeting } from './meeting';
export { MeetingsRepository } from './meetings.repository';
export { PlansModule } from './plans.module';
export type { CheckedMember, Declaration, TeamMember } from './team';
export {
  independentOf,
  isLead,
  isScorer,
  requireLead,
  requireScorer,
  scorersOf,
  type DeclaredTeam,
} from './team-members';
export { TeamRepository } from './team.repository';
export { ChangeTeam } from './use-cases/change-team';
export { MovePlan } from './use-cases/move-plan';
export { RecordMeeting } from './use-cases/record-meeting';
export { SavePlan } from './use-cases/save-plan';
