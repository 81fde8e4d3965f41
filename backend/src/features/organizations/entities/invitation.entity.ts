import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A mail that asks a person to become a member. */
@Entity('invitations')
@ForeignKey('users', ['invitedBy'], ['id'])
@ForeignKey('organizations', ['organizationId'], ['id'])
@ForeignKey('organizations', ['organizationId', 'organizationKind'], ['id', 'kind'])
export class InvitationEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') email!: string;

  /** Of the organization: it says which roles there are. */
  @Column('text') organizationKind!: string;

  @Column('text') role!: string;

  @Column('bytea', { array: true }) tokenHashes!: Buffer[];

  /** Of the link that was made to be handed over by other ways than mail. */
  @Column('bytea', { nullable: true }) copiedLinkHash!: Buffer | null;

  @Column('uuid') invitedBy!: string;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz') expiresAt!: Date;

  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;

  @Column('timestamptz', { nullable: true }) mailFailedAt!: Date | null;
}
