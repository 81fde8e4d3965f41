import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That somebody worked for an enterprise, by a consultancy that is gone. */
@Entity('departed_relations')
@ForeignKey('users', ['personId'], ['id'], { onDelete: 'CASCADE' })
export class DepartedRelationEntity {
  @PrimaryColumn('uuid') personId!: string;

  @PrimaryColumn('uuid') enterpriseId!: string;

  @PrimaryColumn('text') kind!: 'engagement';

  @Column('timestamptz') until!: Date;
}
