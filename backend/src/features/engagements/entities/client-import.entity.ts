import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ClientImportState, ImportedRow } from '../import/client-row';

/** A workbook of clients that a consultancy brought, with what became of each row. */
@Entity('client_imports')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class ClientImportEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') state!: ClientImportState;

  @Column('text') fileName!: string;

  @Column('jsonb') rows!: readonly ImportedRow[];

  /** Heads of columns that mean nothing here. */
  @Column('text', { array: true }) ignored!: readonly string[];

  @Column('timestamptz') createdAt!: Date;

  @Column('uuid') createdById!: string;

  @Column('text') createdByName!: string;

  @Column('timestamptz', { nullable: true }) committedAt!: Date | null;

  /** Of the job whose turn it is; one that was done before does nothing. */
  @Column('integer') run!: number;
}
