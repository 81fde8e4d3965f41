import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A mail with which a person sets a new password. */
@Entity('password_resets')
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
export class PasswordResetEntity {
  @PrimaryColumn('bytea') tokenHash!: Buffer;

  @Column('uuid') userId!: string;

  @Column('timestamptz') expiresAt!: Date;
}
