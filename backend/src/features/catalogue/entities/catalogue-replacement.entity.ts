import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Which standard took the place of which. */
@Entity('catalogue_replacements')
@ForeignKey('catalogue_sources', ['sourceId'], ['id'])
export class CatalogueReplacementEntity {
  @PrimaryColumn('text') oldKey!: string;

  @PrimaryColumn('text') newKey!: string;

  @Column('boolean') isPartial!: boolean;

  @Column('integer') sourceId!: number;

  @Column('date') checkedOn!: string;
}
