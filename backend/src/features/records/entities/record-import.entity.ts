import type { RecordKindId } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SaidOfFile } from '../import/read-record-file';
import type { ReadRecord } from '../import/read-record-rows';
import type { HeadColumn } from '../import/recognise-heads';
import type { RecordImportState, WrittenRecord } from '../import/record-import';

/** An import of a list, for its undo. */
@Entity('record_imports')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class RecordImportEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') kind!: RecordKindId;

  @Column('text') state!: RecordImportState;

  @Column('text') fileName!: string;

  @Column('jsonb') columns!: readonly HeadColumn[];

  @Column('jsonb') rows!: readonly ReadRecord[];

  @Column('jsonb') written!: readonly WrittenRecord[];

  @Column('timestamptz') createdAt!: Date;

  @Column('text') createdByName!: string;

  @Column('timestamptz', { nullable: true }) committedAt!: Date | null;

  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;

  @Column('jsonb') said!: SaidOfFile;
}
