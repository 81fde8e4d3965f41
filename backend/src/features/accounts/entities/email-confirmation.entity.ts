import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A mail with which a person shows that an address is theirs. */
@Entity('email_confirmations')
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
export class EmailConfirmationEntity {
  @PrimaryColumn('bytea') tokenHash!: Buffer;

  @Column('uuid') userId!: string;

  @Column('text') email!: string;

  @Column('timestamptz') expiresAt!: Date;
}
