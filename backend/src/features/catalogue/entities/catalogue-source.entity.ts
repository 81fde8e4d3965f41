import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Where facts of the catalogue come from. */
@Entity('catalogue_sources')
@Unique(['name'])
export class CatalogueSourceEntity {
  @PrimaryColumn('integer', { insert: false, update: false }) id!: number;

  @Column('text') name!: string;
}
