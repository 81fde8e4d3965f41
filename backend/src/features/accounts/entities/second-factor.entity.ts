import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The authenticator of a person. */
@Entity('second_factors')
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
export class SecondFactorEntity {
  @PrimaryColumn('uuid') userId!: string;

  /** As `SecretBox` seals it. */
  @Column('bytea') secret!: Buffer;

  /** Null: begun, and not proved by a code yet. */
  @Column('timestamptz', { nullable: true }) enabledAt!: Date | null;

  /** Of the last code that was taken, as seconds since 1970 by 30. */
  @Column('bigint') lastStep!: string;
}
