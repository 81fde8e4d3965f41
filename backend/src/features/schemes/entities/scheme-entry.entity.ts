import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SchemeEntry } from '../entries/entry';

/** A scoring table that is entered from paper. */
@Entity('scheme_entries')
@ForeignKey('organizations', ['organizationId'], ['id'])
@ForeignKey(
  'organization_schemes',
  ['organizationId', 'schemeId', 'schemeVersion'],
  ['organizationId', 'id', 'version'],
)
export class SchemeEntryEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('text') state!: SchemeEntry['state'];

  @Column('jsonb') content!: SchemeEntry['content'];

  @Column('jsonb', { nullable: true }) imported!: SchemeEntry['imported'];

  @Column('text') fileName!: string;

  @Column('jsonb') editors!: SchemeEntry['editors'];

  @Column('text', { nullable: true }) schemeId!: string | null;

  @Column('text', { nullable: true }) schemeVersion!: string | null;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz') updatedAt!: Date;

  @Column('uuid') updatedBy!: string;

  @Column('text') updatedByName!: string;
}
