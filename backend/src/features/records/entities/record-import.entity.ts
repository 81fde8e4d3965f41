import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An import of a list, for its undo. */
@Entity('record_imports')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class RecordImportEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') kind!: string;

  @Column('text') state!: string;

  @Column('text') fileName!: string;

  @Column('jsonb') columns!: unknown;

  @Column('jsonb') rows!: unknown;

  @Column('jsonb') written!: unknown;

  @Column('timestamptz') createdAt!: Date;

  @Column('text') createdByName!: string;

  @Column('timestamptz', { nullable: true }) committedAt!: Date | null;

  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;

  @Column('jsonb') said!: unknown;
}
