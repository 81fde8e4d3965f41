import { TEAM_ROLES, type TeamRole } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';

class AgendaLineDto {
  @ApiProperty({ format: 'date' }) day!: string;

  @ApiProperty({ description: 'Like 09:00' }) from!: string;

  @ApiProperty({ description: 'Like 10:30' }) to!: string;

  @ApiProperty({ description: 'Of the enterprise; may be empty: everybody' }) department!: string;

  @ApiProperty() content!: string;

  @ApiProperty({ type: [String], description: 'Names' }) assessors!: string[];
}

/** Somebody of a team as the enterprise is told. */
export class PlannedMemberDto {
  @ApiProperty() name!: string;

  @ApiProperty({ enum: TEAM_ROLES }) role!: TeamRole;
}

/** A plan as it was sent. */
export class PlanContentDto {
  @ApiProperty() purpose!: string;

  @ApiProperty() scope!: string;

  @ApiProperty() basis!: string;

  @ApiProperty() method!: string;

  @ApiProperty() sampling!: string;

  @ApiProperty({ format: 'date' }) from!: string;

  @ApiProperty({ format: 'date' }) to!: string;

  @ApiProperty({ type: [AgendaLineDto], description: 'In order of time' }) agenda!: AgendaLineDto[];

  @ApiProperty({ type: [PlannedMemberDto], description: 'The lead first' })
  team!: PlannedMemberDto[];
}
