import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { StoredImport } from '../import/stored-import';

/** An import of the register from its preview to its undo. */
@Entity('standard_imports')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class StandardImportEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') state!: StoredImport['state'];

  @Column('text') fileName!: string;

  @Column('text') encoding!: string;

  @Column('bytea') sheets!: Uint8Array;

  @Column('jsonb') sheetNames!: StoredImport['sheetNames'];

  @Column('integer') sheet!: number;

  @Column('integer') headerRow!: number;

  @Column('integer') headerRows!: number;

  @Column('jsonb') columns!: StoredImport['columns'];

  @Column('text') duplicates!: StoredImport['duplicates'];

  @Column('jsonb') summary!: StoredImport['summary'];

  @Column('jsonb') notes!: StoredImport['notes'];

  @Column('timestamptz') createdAt!: Date;

  @Column('uuid') createdBy!: string;

  @Column('text') createdByName!: string;

  @Column('timestamptz', { nullable: true }) committedAt!: Date | null;

  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;

  @Column('jsonb') choices!: StoredImport['choices'];

  @Column('text') stamp!: string;
}
