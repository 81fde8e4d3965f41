import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A file that proves a condition of application. */
@Entity('evidence_condition_links')
@ForeignKey('assessments', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('evidence', ['organizationId', 'evidenceId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class EvidenceConditionLinkEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') evidenceId!: string;

  @PrimaryColumn('uuid') assessmentId!: string;

  @PrimaryColumn('text') conditionId!: string;

  @Column('timestamptz') createdAt!: Date;
}
