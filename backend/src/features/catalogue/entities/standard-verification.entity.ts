import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { StoredVerification } from '../verification';

/** A standard that a person looked up at its source. */
@Entity('standard_verifications')
@ForeignKey('evidence', ['organizationId', 'evidenceId'], ['organizationId', 'id'], {
  onDelete: 'SET NULL',
})
@ForeignKey('organizations', ['organizationId'], ['id'])
export class StandardVerificationEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') standardId!: string;

  @Column('text') identityKey!: string;

  @Column('text') number!: string;

  @Column('text') result!: StoredVerification['result'];

  @Column('text') replacedBy!: string;

  @Column('date') checkedOn!: string;

  @Column('text') source!: string;

  @Column('uuid', { nullable: true }) evidenceId!: string | null;

  @Column('timestamptz') verifiedAt!: Date;

  @Column('uuid') verifiedBy!: string;

  @Column('text') verifiedByName!: string;

  @Column('jsonb', { nullable: true }) before!: StoredVerification['before'];

  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;

  @Column('text', { nullable: true }) undoneByName!: string | null;

  @Column('boolean') isWatched!: boolean;
}
