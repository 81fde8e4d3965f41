import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Which member a name in the profile means. */
@Entity('enterprise_profile_accounts')
@ForeignKey('enterprise_profiles', ['organizationId'], ['organizationId'], { onDelete: 'CASCADE' })
@ForeignKey('memberships', ['organizationId', 'userId'], ['organizationId', 'userId'], {
  onDelete: 'CASCADE',
})
export class EnterpriseProfileAccountEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  /** Path of the account in the profile, `contactUserId` or `objectives.2.ownerUserId`. */
  @PrimaryColumn('text') place!: string;

  @Column('uuid') userId!: string;
}
