import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How an item was judged, as it stands now. */
@Entity('answers')
@ForeignKey('assessments', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('memberships', ['organizationId', 'responsibleUserId'], ['organizationId', 'userId'], {
  onDelete: 'SET NULL',
})
export class AnswerEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') assessmentId!: string;

  @PrimaryColumn('text') itemId!: string;

  @Column('integer') version!: number;

  @Column('text') state!: string;

  @Column('jsonb') rules!: unknown;

  @Column('text') finding!: string;

  @Column('text') responsible!: string;

  @Column('uuid', { nullable: true }) responsibleUserId!: string | null;

  @Column('text') reason!: string;

  @Column('jsonb', { nullable: true }) approval!: unknown;

  @Column('timestamptz') updatedAt!: Date;

  @Column('uuid') updatedBy!: string;

  @Column('text') updatedByName!: string;

  @Column('jsonb', { nullable: true }) measured!: unknown;
}
