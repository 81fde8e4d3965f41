import type { ActionState } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A corrective action with who does it until when. */
@Entity('corrective_actions')
@Unique(['organizationId', 'number'])
@ForeignKey('assessments', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('memberships', ['organizationId', 'ownerUserId'], ['organizationId', 'userId'], {
  onDelete: 'SET NULL',
})
@ForeignKey('memberships', ['organizationId', 'verifiedByUserId'], ['organizationId', 'userId'], {
  onDelete: 'SET NULL',
})
@ForeignKey('organizations', ['organizationId'], ['id'])
export class CorrectiveActionEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('integer') number!: number;

  @Column('uuid', { nullable: true }) assessmentId!: string | null;

  @Column('text', { nullable: true }) itemId!: string | null;

  @Column('text', { nullable: true }) ruleId!: string | null;

  @Column('text') finding!: string;

  @Column('text') cause!: string;

  @Column('text') measure!: string;

  @Column('text') owner!: string;

  @Column('uuid', { nullable: true }) ownerUserId!: string | null;

  @Column('date', { nullable: true }) dueOn!: string | null;

  @Column('text') state!: ActionState;

  @Column('text') result!: string;

  @Column('text') verifiedBy!: string;

  @Column('uuid', { nullable: true }) verifiedByUserId!: string | null;

  @Column('date', { nullable: true }) verifiedOn!: string | null;

  @Column('double precision', { nullable: true }) effort!: number | null;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz') updatedAt!: Date;
}
