import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a correction costs the enterprise, where it differs from the scheme. */
@Entity('assessment_efforts')
@ForeignKey('assessments', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class AssessmentEffortEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') assessmentId!: string;

  @Column('integer') version!: number;

  @Column('jsonb') efforts!: unknown;

  @Column('jsonb') excluded!: unknown;

  @Column('timestamptz') updatedAt!: Date;

  @Column('jsonb') months!: unknown;

  @Column('integer') horizon!: number;
}
