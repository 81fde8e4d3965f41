import type { SecondReading } from '@liangxing/scheme';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A second reading of an entered table. */
@Entity('scheme_entry_checks')
@ForeignKey('scheme_entries', ['organizationId', 'entryId'], ['organizationId', 'id'])
export class SchemeEntryCheckEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') entryId!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('jsonb') reading!: SecondReading;

  @Column('text', { array: true }) differing!: readonly string[];

  @Column('timestamptz') checkedAt!: Date;

  @Column('uuid') checkedBy!: string;

  @Column('text') checkedByName!: string;
}
