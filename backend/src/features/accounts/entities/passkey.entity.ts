import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A key of an authenticator by which a person signs in; its secret half never leaves the authenticator. */
@Entity('passkeys')
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
@Unique(['credentialId'])
export class PasskeyEntity {
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') userId!: string;

  /** As the authenticator names it. */
  @Column('bytea') credentialId!: Buffer;

  /** COSE. */
  @Column('bytea') publicKey!: Buffer;

  /** Uses, as the authenticator counts them; 0 for ever where it does not. */
  @Column('bigint') counter!: string;

  /** By what the authenticator is reached. */
  @Column('text', { array: true }) transports!: string[];

  /** Whether it may leave its device. */
  @Column('boolean') isSynced!: boolean;

  /** Whether a copy was kept elsewhere when it was used last. */
  @Column('boolean') isBackedUp!: boolean;

  @Column('text') name!: string;

  @Column('integer') version!: number;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
}
