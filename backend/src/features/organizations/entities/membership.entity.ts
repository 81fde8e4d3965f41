import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a person is in an organization. */
@Entity('memberships')
@ForeignKey('organizations', ['organizationId'], ['id'])
@ForeignKey('organizations', ['organizationId', 'organizationKind'], ['id', 'kind'])
@ForeignKey('users', ['userId'], ['id'])
export class MembershipEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') userId!: string;

  /** Of the organization: it says which roles there are. */
  @Column('text') organizationKind!: string;

  @Column('text') role!: string;

  @Column('timestamptz') createdAt!: Date;
}
