import type { Relation } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a person of a team declared of the own relation to the enterprise; one declared anew is another row. */
@Entity('case_declarations')
@ForeignKey(
  'case_team',
  ['organizationId', 'caseId', 'userId'],
  ['organizationId', 'caseId', 'userId'],
)
export class CaseDeclarationEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('uuid') userId!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('text') relation!: Relation;

  @Column('text') text!: string;

  @Column('timestamptz') declaredAt!: Date;
}
