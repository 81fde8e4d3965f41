import { ApiProperty } from '@nestjs/swagger';
import { MeetingDto } from './meeting.dto';
import { KeptPlanDto } from './plan.dto';
import {
  CaseCandidateDto,
  FormerTeamMemberDto,
  EvaluationLoadDto,
  CaseTeamMemberDto,
} from './team.dto';

/** All that whoever plans an evaluation looks at. */
export class PlanPageDto extends KeptPlanDto {
  @ApiProperty({ type: [String], description: 'Of the enterprise, by its newest material' })
  departments!: string[];

  @ApiProperty({ type: [CaseTeamMemberDto], description: 'Who belongs to it now' })
  team!: CaseTeamMemberDto[];

  @ApiProperty({
    type: [FormerTeamMemberDto],
    description: 'Who left it; of who came back the time before',
  })
  formerTeam!: FormerTeamMemberDto[];

  @ApiProperty({ type: [CaseCandidateDto], description: 'All members of the body' })
  candidates!: CaseCandidateDto[];

  @ApiProperty({ type: [EvaluationLoadDto], description: 'What they have to do at other cases' })
  loads!: EvaluationLoadDto[];

  @ApiProperty({ type: [MeetingDto], description: 'The first and the closing one' })
  meetings!: MeetingDto[];
}
