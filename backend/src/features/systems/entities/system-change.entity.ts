import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SystemChange } from '../system';

/** A step of a system, for its undo. */
@Entity('system_changes')
@ForeignKey('standard_systems', ['organizationId', 'systemId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class SystemChangeEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') systemId!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('jsonb') operations!: SystemChange['operations'];

  @Column('jsonb') inverse!: SystemChange['inverse'];

  @Column('jsonb') bases!: SystemChange['bases'];

  @Column('boolean') isUndone!: boolean;

  @Column('uuid') byId!: string;

  @Column('text') byName!: string;

  @Column('timestamptz') at!: Date;
}
