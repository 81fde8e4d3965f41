import type { UnknownWordField, WordField } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A form that a body offers. */
@Entity('body_forms')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class BodyFormEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') title!: string;

  @Column('text') fileName!: string;

  @Column('text') mediaType!: string;

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
