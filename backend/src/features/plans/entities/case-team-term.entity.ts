import type { TeamRole } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That somebody was in the team of a case before, and came back; nothing of it is ever changed. */
@Entity('case_team_terms')
@ForeignKey(
  'case_team',
  ['organizationId', 'caseId', 'userId'],
  ['organizationId', 'caseId', 'userId'],
)
export class CaseTeamTermEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('uuid') userId!: string;

  /** 1, 2, …: of this person. */
  @PrimaryColumn('integer') number!: number;

  @Column('text') name!: string;

  @Column('text') role!: TeamRole;

  @Column('timestamptz') addedAt!: Date;

  @Column('text') addedByName!: string;

  @Column('timestamptz') removedAt!: Date;
}
