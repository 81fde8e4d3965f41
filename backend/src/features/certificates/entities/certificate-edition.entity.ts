import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a certificate says, frozen. */
@Entity('certificate_editions')
@ForeignKey('certificates', ['organizationId', 'certificateId'], ['organizationId', 'id'])
export class CertificateEditionEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') certificateId!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('text') content!: string;

  @Column('text') contentSha256!: string;

  @Column('timestamptz') madeAt!: Date;
}
