import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Draft } from '../draft';

/** A draft of an own standard. */
@Entity('standard_drafts')
@ForeignKey('organizations', ['organizationId'], ['id'])
@ForeignKey('standard_drafts', ['organizationId', 'replacesDraft'], ['organizationId', 'id'], {
  onDelete: 'SET NULL',
})
@ForeignKey('standards', ['organizationId', 'standardId'], ['organizationId', 'id'], {
  onDelete: 'SET NULL',
})
export class StandardDraftEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('uuid', { nullable: true }) standardId!: string | null;

  @Column('text') outlineId!: string;

  @Column('text') kind!: Draft['kind'];

  @Column('text') title!: string;

  @Column('text') englishTitle!: string;

  @Column('text') number!: string;

  @Column('text') replacesNumber!: string;

  @Column('uuid', { nullable: true }) replacesDraft!: string | null;

  @Column('text') department!: string;

  /** Their names. */
  @Column('jsonb') drafters!: readonly string[];

  @Column('text') state!: Draft['state'];

  @Column('date', { nullable: true }) issuedOn!: string | null;

  @Column('date', { nullable: true }) inForceOn!: string | null;

  @Column('date', { nullable: true }) withdrawnOn!: string | null;

  /** Number of the version of its Word file that was added last, whatever became of it. */
  @Column('integer') lastFile!: number;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz') updatedAt!: Date;
}
