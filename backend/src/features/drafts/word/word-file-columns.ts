import type { UnknownWordField, WordField } from '@liangxing/contracts';
import { Column, PrimaryColumn } from 'typeorm';

/** What a row tells of a Word file, whatever it belongs to. */
export abstract class WordFileColumns {
  @PrimaryColumn('uuid') organizationId!: string;

  /** Among the files of its owner, from 1. */
  @PrimaryColumn('integer') number!: number;

  @Column('text') fileName!: string;

  /** Bytes. */
  @Column('bigint') size!: string;

  @Column('text') sha256!: string;

  @Column('text') storageKey!: string;

  @Column('jsonb') fields!: readonly WordField[];

  @Column('jsonb') unknownFields!: readonly UnknownWordField[];

  @Column('uuid') uploadedBy!: string;

  @Column('text') uploadedByName!: string;

  @Column('timestamptz') uploadedAt!: Date;
}
