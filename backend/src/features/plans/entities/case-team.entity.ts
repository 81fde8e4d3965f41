import type { TeamRole } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A person of the team that evaluates a case. */
@Entity('case_team')
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
export class CaseTeamEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('uuid') userId!: string;

  /** As it is printed. */
  @Column('text') name!: string;

  @Column('text') role!: TeamRole;

  @Column('timestamptz') addedAt!: Date;

  @Column('text') addedByName!: string;

  /** Who left the team keeps the line, and what they scored. */
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
