import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Which member a name in the team of a self-evaluation means. */
@Entity('assessment_team_accounts')
@ForeignKey('assessments', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('memberships', ['organizationId', 'userId'], ['organizationId', 'userId'], {
  onDelete: 'CASCADE',
})
export class AssessmentTeamAccountEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') assessmentId!: string;

  /** In the list of the plan, from 1. */
  @PrimaryColumn('integer') place!: number;

  @Column('uuid') userId!: string;
}
