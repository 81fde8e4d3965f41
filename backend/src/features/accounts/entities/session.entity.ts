import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A sign-in; the token itself is only with the browser. */
@Entity('sessions')
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
export class SessionEntity {
  @PrimaryColumn('bytea') tokenHash!: Buffer;

  @Column('uuid') userId!: string;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz') expiresAt!: Date;

  @Column('uuid') id!: string;

  @Column('timestamptz') lastUsedAt!: Date;

  @Column('text') browser!: string;

  @Column('text') network!: string;

  /** When its person proved the second factor in it; null: never, or not since it was switched off. */
  @Column('timestamptz', { nullable: true }) secondFactorAt!: Date | null;
}
