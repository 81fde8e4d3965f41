import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { ScoredContent } from '../sheet';

/** How an assessor judged an item before. */
@Entity('case_answer_history')
@Unique(['organizationId', 'caseId', 'userId', 'idempotencyKey'])
@ForeignKey(
  'case_answers',
  ['organizationId', 'caseId', 'userId', 'itemId'],
  ['organizationId', 'caseId', 'userId', 'itemId'],
)
export class CaseAnswerHistoryEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('uuid') userId!: string;

  @PrimaryColumn('text') itemId!: string;

  @PrimaryColumn('integer') version!: number;

  @Column('jsonb') answer!: ScoredContent;

  @Column('timestamptz') changedAt!: Date;

  @Column('text', { nullable: true }) idempotencyKey!: string | null;

  @Column('text', { nullable: true }) requestSha256!: string | null;
}
