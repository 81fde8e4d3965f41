import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Where a standard stands in a system. */
@Entity('system_places')
@Unique(['organizationId', 'systemId', 'standardId', 'nodeKey'])
@ForeignKey('standards', ['organizationId', 'standardId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('standard_systems', ['organizationId', 'systemId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class SystemPlaceEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') systemId!: string;

  @PrimaryColumn('uuid') standardId!: string;

  @PrimaryColumn('integer') rank!: number;

  @Column('text') nodeKey!: string;

  @Column('text') basis!: string;
}
