import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A quota that the platform set for one organization; without it the setting holds. */
@Entity('organization_quotas')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class OrganizationQuotaEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('text') name!: string;

  /** Pieces or bytes, as the quota counts. */
  @Column('bigint') most!: string;
}
