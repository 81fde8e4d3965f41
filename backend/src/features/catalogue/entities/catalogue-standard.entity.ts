import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A standard of the public catalogue. */
@Entity('catalogue_standards')
@Unique(['identityKey'])
export class CatalogueStandardEntity {
  @PrimaryColumn('integer', { insert: false, update: false }) id!: number;

  @Column('text') identityKey!: string;

  @Column('text') seriesKey!: string;

  @Column('text') number!: string;

  @Column('text') numberKey!: string;

  @Column('text') searchNumber!: string;

  @Column('text') searchSerial!: string;

  @Column('text') level!: string;

  @Column('boolean') isPlan!: boolean;

  @Column('text') title!: string;

  @Column('text') englishTitle!: string;

  @Column('text') searchTitle!: string;

  @Column('text', { array: true }) titleGrams!: string[];

  @Column('text', { nullable: true }) kind!: string | null;

  @Column('date', { nullable: true }) issuedOn!: string | null;

  @Column('date', { nullable: true }) inForceOn!: string | null;

  @Column('date', { nullable: true }) withdrawnOn!: string | null;

  @Column('text', { nullable: true }) statusClaimed!: string | null;

  @Column('text') statusWord!: string;

  @Column('jsonb') provenance!: unknown;

  @Column('timestamptz') updatedAt!: Date;

  @Column('text') ccs!: string;

  @Column('text') ics!: string;
}
