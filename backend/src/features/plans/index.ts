export { PlansModule } from './plans.module';
export type { TeamMember } from './team';
export { TeamRepository } from './team.repository';
