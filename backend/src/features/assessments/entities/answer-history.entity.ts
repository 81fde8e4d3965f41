import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { AnswerContent } from '../assessment';

/** How an item was judged before; kept by a trigger. */
@Entity('answer_history')
@Unique(['organizationId', 'assessmentId', 'idempotencyKey'])
@ForeignKey(
  'answers',
  ['organizationId', 'assessmentId', 'itemId'],
  ['organizationId', 'assessmentId', 'itemId'],
  { onDelete: 'CASCADE' },
)
export class AnswerHistoryEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') assessmentId!: string;

  @PrimaryColumn('text') itemId!: string;

  @PrimaryColumn('integer') version!: number;

  @Column('jsonb') answer!: AnswerContent;

  @Column('timestamptz') changedAt!: Date;

  @Column('uuid') changedBy!: string;

  @Column('text') changedByName!: string;

  @Column('text', { nullable: true }) idempotencyKey!: string | null;

  @Column('text', { nullable: true }) requestSha256!: string | null;
}
