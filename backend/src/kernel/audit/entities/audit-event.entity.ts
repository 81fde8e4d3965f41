import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A line of the trail. */
@Entity('audit_events')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class AuditEventEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('bigint', { insert: false, update: false }) id!: string;

  @Column('timestamptz') recordedAt!: Date;

  @Column('uuid', { nullable: true }) actorId!: string | null;

  @Column('text') actorName!: string;

  @Column('text') action!: string;

  @Column('text') subjectType!: string;

  @Column('text') subjectId!: string;

  @Column('jsonb') details!: unknown;

  @Column('text') correlationId!: string;

  /** The organization for which it was done, where that is another one. */
  @Column('uuid', { nullable: true }) actingId!: string | null;

  @Column('uuid', { nullable: true }) grantId!: string | null;
}
