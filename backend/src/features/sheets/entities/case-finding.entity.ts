import type { FindingSeverity } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What does not conform. */
@Entity('case_findings')
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
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
}
