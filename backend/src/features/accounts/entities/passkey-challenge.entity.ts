import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a passkey is to sign; it is answered once. */
@Entity('passkey_challenges')
@ForeignKey('sessions', ['sessionHash'], ['tokenHash'], { onDelete: 'CASCADE' })
export class PasskeyChallengeEntity {
  @PrimaryColumn('bytea') challengeHash!: Buffer;

  /** The session in which its person adds a passkey; null: somebody signs in. */
  @Column('bytea', { nullable: true }) sessionHash!: Buffer | null;

  /** Of what the browser holds in which somebody signs in. */
  @Column('bytea', { nullable: true }) browserHash!: Buffer | null;

  @Column('timestamptz') expiresAt!: Date;
}
