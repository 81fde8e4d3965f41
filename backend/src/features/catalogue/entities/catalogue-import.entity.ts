import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A file that the catalogue took in. */
@Entity('catalogue_imports')
@ForeignKey('catalogue_sources', ['sourceId'], ['id'])
export class CatalogueImportEntity {
  @PrimaryColumn('text') sha256!: string;

  @PrimaryColumn('integer') sourceId!: number;

  @PrimaryColumn('date') checkedOn!: string;

  @Column('integer') rowsDone!: number;

  @Column('boolean') isFinished!: boolean;

  @Column('timestamptz') updatedAt!: Date;
}
