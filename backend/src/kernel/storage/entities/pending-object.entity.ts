import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A key of the store below which something may lie that no row names. */
@Entity('pending_objects')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class PendingObjectEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('text') storageKey!: string;

  @Column('timestamptz') since!: Date;

  /** No row will ever name it. */
  @Column('boolean') isLost!: boolean;
}
