import { ApiProperty } from '@nestjs/swagger';
import { MeetingDto } from './meeting.dto';
import { KeptPlanDto } from './plan.dto';
import { TeamCandidateDto, FormerMemberDto, LoadDto, CaseTeamMemberDto } from './team.dto';

/** All that whoever plans an evaluation looks at. */
export class PlanPageDto extends KeptPlanDto {
  @ApiProperty({ type: [String], description: 'Of the enterprise, by its newest material' })
  departments!: string[];

  @ApiProperty({ type: [CaseTeamMemberDto], description: 'Who belongs to it now' })
  team!: CaseTeamMemberDto[];

  @ApiProperty({ type: [FormerMemberDto], description: 'Who left it' })
  formerTeam!: FormerMemberDto[];

  @ApiProperty({ type: [TeamCandidateDto], description: 'All members of the body' })
  candidates!: TeamCandidateDto[];

  @ApiProperty({ type: [LoadDto], description: 'What they have to do at other cases' })
  loads!: LoadDto[];

  @ApiProperty({ type: [MeetingDto], description: 'The first and the closing one' })
  meetings!: MeetingDto[];
}
