import type { Language } from '@liangxing/contracts';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A person with an account. */
@Entity('users')
@Unique(['email'])
export class UserEntity {
  @PrimaryColumn('uuid') id!: string;

  @Column('text') email!: string;

  @Column('text') name!: string;

  /** Null: who signs in by a provider and has set none. */
  @Column('text', { nullable: true }) passwordHash!: string | null;

  @Column('text') language!: Language;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz') updatedAt!: Date;

  @Column('timestamptz', { nullable: true }) emailConfirmedAt!: Date | null;

  @Column('timestamptz', { nullable: true }) resetMailFailedAt!: Date | null;
}
