import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ProfileContent } from '../profile/profile';

/** What an enterprise says of itself. */
@Entity('enterprise_profiles')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class EnterpriseProfileEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @Column('integer') version!: number;

  @Column('jsonb') profile!: Partial<ProfileContent>;

  @Column('timestamptz') updatedAt!: Date;
}
