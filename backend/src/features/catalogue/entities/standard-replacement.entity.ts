import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { StandardRecord } from '../../standards';

/** A standard that took the place of one in the register. */
@Entity('standard_replacements')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class StandardReplacementEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') standardId!: string;

  @Column('text') oldNumber!: string;

  @Column('text') newNumber!: string;

  @Column('jsonb') before!: StandardRecord;

  @Column('integer') versionAfter!: number;

  @Column('timestamptz') replacedAt!: Date;

  @Column('uuid') replacedBy!: string;

  @Column('text') replacedByName!: string;

  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;

  @Column('text', { nullable: true }) undoneByName!: string | null;
}
