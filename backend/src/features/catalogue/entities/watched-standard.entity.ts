import type { WatchedState } from '@liangxing/standard-number';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A standard that an organization follows. */
@Entity('watched_standards')
@Unique(['organizationId', 'identityKey'])
@ForeignKey('organizations', ['organizationId'], ['id'])
export class WatchedStandardEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') identityKey!: string;

  @Column('text') number!: string;

  @Column('text') level!: string;

  @Column('text') title!: string;

  @Column('jsonb') seen!: WatchedState;

  @Column('timestamptz') addedAt!: Date;

  @Column('uuid') addedBy!: string;

  @Column('text') addedByName!: string;

  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
