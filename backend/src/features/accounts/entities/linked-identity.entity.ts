import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** By whom else than the own password a person signs in. */
@Entity('linked_identities')
@ForeignKey('users', ['userId'], ['id'], { onDelete: 'CASCADE' })
@Unique(['userId', 'issuer'])
export class LinkedIdentityEntity {
  @PrimaryColumn('text') issuer!: string;

  /** The person, as the issuer names them. */
  @PrimaryColumn('text') subject!: string;

  @Column('uuid') userId!: string;

  /** Name and address, as the issuer said them then; empty where it said none. */
  @Column('text') toldAs!: string;

  @Column('timestamptz') linkedAt!: Date;
}
