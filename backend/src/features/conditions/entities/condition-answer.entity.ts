import type { ConditionAnswer } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Whether a condition of application is met. */
@Entity('condition_answers')
@ForeignKey('assessments', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class ConditionAnswerEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') assessmentId!: string;

  @PrimaryColumn('text') conditionId!: string;

  @Column('integer') version!: number;

  @Column('text') answer!: ConditionAnswer;

  @Column('text') proof!: string;

  @Column('date', { nullable: true }) checkedOn!: string | null;

  @Column('timestamptz') updatedAt!: Date;

  @Column('uuid') updatedBy!: string;

  @Column('text') updatedByName!: string;
}
