import type { CertificateChange } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Something that was done with a certificate. */
@Entity('certificate_changes')
@ForeignKey('certificates', ['organizationId', 'certificateId'], ['organizationId', 'id'])
export class CertificateChangeEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') certificateId!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('text') change!: CertificateChange;

  @Column('text') reason!: string;

  @Column('timestamptz') madeAt!: Date;

  @Column('text') madeByName!: string;
}
