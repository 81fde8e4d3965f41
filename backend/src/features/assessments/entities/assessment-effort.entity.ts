import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Efforts } from '../assessment';

/** What a correction costs the enterprise, where it differs from the scheme. */
@Entity('assessment_efforts')
@ForeignKey('assessments', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class AssessmentEffortEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') assessmentId!: string;

  @Column('integer') version!: number;

  @Column('jsonb') efforts!: Efforts['efforts'];

  @Column('jsonb') excluded!: Efforts['excluded'];

  @Column('timestamptz') updatedAt!: Date;

  @Column('jsonb') months!: Efforts['months'];

  @Column('integer') horizon!: number;
}
