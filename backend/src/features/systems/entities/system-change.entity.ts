import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A step of a system, for its undo. */
@Entity('system_changes')
@ForeignKey('standard_systems', ['organizationId', 'systemId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class SystemChangeEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') systemId!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('jsonb') operations!: unknown;

  @Column('jsonb') inverse!: unknown;

  @Column('jsonb') bases!: unknown;

  @Column('boolean') isUndone!: boolean;

  @Column('uuid') byId!: string;

  @Column('text') byName!: string;

  @Column('timestamptz') at!: Date;
}
