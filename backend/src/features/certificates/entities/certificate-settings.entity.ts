import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How a body numbers its certificates, and for how long they are valid. */
@Entity('certificate_settings')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class CertificateSettingsEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @Column('integer') version!: number;

  @Column('text') shortCode!: string;

  @Column('text') numberPattern!: string;

  @Column('integer') years!: number;

  @Column('integer') publicityDays!: number;

  @Column('integer') renewalMonths!: number;

  @Column('timestamptz') updatedAt!: Date;

  @Column('text') updatedByName!: string;
}
