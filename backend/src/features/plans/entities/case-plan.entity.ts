import type { PlanDraft } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The plan of an evaluation as it is drawn up. */
@Entity('case_plans')
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
export class CasePlanEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @Column('integer') version!: number;

  @Column('jsonb') content!: PlanDraft;

  @Column('timestamptz') updatedAt!: Date;

  @Column('text') updatedByName!: string;
}
