import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The address that a person wants to have, until a mail to it was read. */
@Entity('email_changes')
@Unique(['tokenHash'])
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
export class EmailChangeEntity {
  @PrimaryColumn('uuid') userId!: string;

  @Column('text') email!: string;

  /** Null until the worker has made the link. */
  @Column('bytea', { nullable: true }) tokenHash!: Buffer | null;

  @Column('timestamptz') expiresAt!: Date;
}
