import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An import of the register from its preview to its undo. */
@Entity('standard_imports')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class StandardImportEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') state!: string;

  @Column('text') fileName!: string;

  @Column('text') encoding!: string;

  @Column('bytea') sheets!: Buffer;

  @Column('jsonb') sheetNames!: unknown;

  @Column('integer') sheet!: number;

  @Column('integer') headerRow!: number;

  @Column('integer') headerRows!: number;

  @Column('jsonb') columns!: unknown;

  @Column('text') duplicates!: string;

  @Column('jsonb') summary!: unknown;

  @Column('jsonb') notes!: unknown;

  @Column('timestamptz') createdAt!: Date;

  @Column('uuid') createdBy!: string;

  @Column('text') createdByName!: string;

  @Column('timestamptz', { nullable: true }) committedAt!: Date | null;

  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;

  @Column('jsonb') choices!: unknown;

  @Column('text') stamp!: string;
}
