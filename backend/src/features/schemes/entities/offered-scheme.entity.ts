import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A scoring table of a body that enterprises may take over: the version that is offered now. */
@Entity('offered_schemes')
@ForeignKey('organizations', ['organizationId'], ['id'])
@ForeignKey(
  'organization_schemes',
  ['organizationId', 'schemeId', 'version'],
  ['organizationId', 'id', 'version'],
)
export class OfferedSchemeEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('text') schemeId!: string;

  @Column('text') version!: string;

  @Column('timestamptz') offeredAt!: Date;

  @Column('text') offeredByName!: string;
}
