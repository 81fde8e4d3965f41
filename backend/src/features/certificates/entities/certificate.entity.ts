import type { CertificateState } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A certificate as it stands. */
@Entity('certificates')
@Unique(['organizationId', 'number'])
@Unique(['organizationId', 'code'])
@Unique(['organizationId', 'caseId'])
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
export class CertificateEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('uuid') caseId!: string;

  @Column('text') number!: string;

  @Column('text') code!: string;

  @Column('text') state!: CertificateState;

  @Column('date') stateOn!: string;

  @Column('integer') edition!: number;

  @Column('text') enterpriseName!: string;

  @Column('text') creditCode!: string;

  @Column('text') bodyName!: string;

  @Column('text') grade!: string;

  @Column('text') scope!: string;

  @Column('text') standard!: string;

  @Column('date') issuedOn!: string;

  @Column('date') validUntil!: string;

  @Column('date') renewFrom!: string;

  @Column('timestamptz', { nullable: true }) renewalNoticedAt!: Date | null;

  @Column('text') renews!: string;

  @Column('text') renewedBy!: string;
}
