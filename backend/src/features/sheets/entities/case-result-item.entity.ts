import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CountedItem } from '../counted-result';

/** What a result says of an item, to be counted over cases. */
@Entity('case_result_items')
@ForeignKey(
  'case_results',
  ['organizationId', 'caseId', 'number'],
  ['organizationId', 'caseId', 'number'],
)
export class CaseResultItemEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('integer') number!: number;

  @PrimaryColumn('text') itemId!: string;

  @Column('integer', { nullable: true }) most!: number | null;

  @Column('integer', { nullable: true }) earned!: number | null;

  @Column('text', { nullable: true }) severity!: CountedItem['severity'];
}
