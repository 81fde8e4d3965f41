import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line of the trail of what belongs to no organization. */
@Entity('platform_events')
export class PlatformEventEntity {
  @PrimaryColumn('text') part!: string;

  @PrimaryColumn('bigint', { insert: false, update: false }) id!: string;

  @Column('timestamptz') recordedAt!: Date;

  @Column('uuid', { nullable: true }) actorId!: string | null;

  @Column('text') actorName!: string;

  @Column('text') action!: string;

  @Column('text') subjectType!: string;

  @Column('text') subjectId!: string;

  @Column('jsonb') details!: unknown;

  @Column('text') correlationId!: string;
}
