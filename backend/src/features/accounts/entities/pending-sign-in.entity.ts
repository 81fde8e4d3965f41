import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A sign-in whose password was right and that waits for the second factor. */
@Entity('pending_sign_ins')
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
export class PendingSignInEntity {
  @PrimaryColumn('bytea') tokenHash!: Buffer;

  @Column('uuid') userId!: string;

  @Column('integer') tries!: number;

  @Column('timestamptz') expiresAt!: Date;
}
