import type { CaseState } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An application of the enterprise at a body, with the state that the body told of it. */
@Entity('submissions')
@ForeignKey('organizations', ['organizationId'], ['id'])
@ForeignKey('dossiers', ['organizationId', 'dossierId'], ['organizationId', 'id'])
export class SubmissionEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('uuid') bodyId!: string;

  @Column('text') bodyName!: string;

  @Column('uuid') dossierId!: string;

  @Column('uuid') assessmentId!: string;

  @Column('text') caseNumber!: string;

  @Column('text') renews!: string;

  @Column('text') state!: CaseState;

  @Column('integer') heard!: number;

  @Column('integer') written!: number;

  @Column('timestamptz') submittedAt!: Date;

  @Column('uuid') submittedBy!: string;

  @Column('text') submittedByName!: string;

  @Column('timestamptz') changedAt!: Date;
}
