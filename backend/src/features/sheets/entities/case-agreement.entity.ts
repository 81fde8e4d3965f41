import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How far an assessor agreed with what the team settled in a result. */
@Entity('case_agreements')
@ForeignKey(
  'case_results',
  ['organizationId', 'caseId', 'number'],
  ['organizationId', 'caseId', 'number'],
)
export class CaseAgreementEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('integer') number!: number;

  @PrimaryColumn('uuid') userId!: string;

  @Column('text') userName!: string;

  @Column('integer', { array: true }) counts!: number[];

  @Column('integer') difference!: number;
}
