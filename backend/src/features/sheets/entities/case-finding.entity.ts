import type { FindingSeverity } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What does not conform. */
@Entity('case_findings')
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
@ForeignKey(
  'case_devices',
  ['organizationId', 'caseId', 'deviceId'],
  ['organizationId', 'caseId', 'deviceId'],
)
@Unique(['organizationId', 'caseId', 'deviceId', 'deviceFindingId'])
export class CaseFindingEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('integer') version!: number;

  @Column('text') severity!: FindingSeverity;

  @Column('text') itemId!: string;

  @Column('uuid', { nullable: true }) evidenceId!: string | null;

  @Column('text') text!: string;

  @Column('text') requirement!: string;

  @Column('text') department!: string;

  @Column('uuid') foundBy!: string;

  @Column('text') foundByName!: string;

  @Column('timestamptz') foundAt!: Date;

  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;

  /** Null: written with a network. */
  @Column('uuid', { nullable: true }) deviceId!: string | null;

  /** Made by the device. */
  @Column('uuid', { nullable: true }) deviceFindingId!: string | null;
}
