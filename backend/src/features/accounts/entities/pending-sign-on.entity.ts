import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A sign-in that is under way at the provider, or is back and waits for the account to be proved. */
@Entity('pending_sign_ons')
@ForeignKey('sessions', ['sessionHash'], ['tokenHash'], { onDelete: 'CASCADE' })
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
export class PendingSignOnEntity {
  @PrimaryColumn('bytea') tokenHash!: Buffer;

  /** Address of this site. */
  @Column('text') returnTo!: string;

  /** The session in which its person links an identity; null: somebody signs in. */
  @Column('bytea', { nullable: true }) sessionHash!: Buffer | null;

  /** Whose account is to be proved; null: not back from the provider. */
  @Column('uuid', { nullable: true }) userId!: string | null;

  @Column('text', { nullable: true }) issuer!: string | null;

  @Column('text', { nullable: true }) subject!: string | null;

  /** As `LinkedIdentityEntity` has it. */
  @Column('text') toldAs!: string;

  @Column('timestamptz') expiresAt!: Date;
}
