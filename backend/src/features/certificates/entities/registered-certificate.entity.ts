import type { CertificateState } from '@liangxing/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What anybody may know of a certificate, whatever becomes of its body; the certificates' own trigger writes it. */
@Entity('registered_certificates')
export class RegisteredCertificateEntity {
  @PrimaryColumn('uuid') bodyId!: string;

  @PrimaryColumn('text') code!: string;

  @Column('text') number!: string;

  @Column('text') enterpriseName!: string;

  @Column('text', { array: true }) namePairs!: string[];

  @Column('text') creditCode!: string;

  @Column('text') bodyName!: string;

  @Column('text') grade!: string;

  @Column('text') scope!: string;

  @Column('text') standard!: string;

  @Column('date') issuedOn!: string;

  @Column('date') validUntil!: string;

  @Column('text') state!: CertificateState;

  @Column('date') stateOn!: string;

  @Column('text') renews!: string;

  @Column('text') renewedBy!: string;

  @Column('date', { nullable: true }) bodyLeftOn!: string | null;
}
