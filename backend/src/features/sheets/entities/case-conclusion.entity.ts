import type { Recommendation } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What the team comes to. */
@Entity('case_conclusions')
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
export class CaseConclusionEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @Column('integer') version!: number;

  @Column('text') summary!: string;

  @Column('text') strengths!: string;

  @Column('text') improvements!: string;

  @Column('text', { nullable: true }) recommendation!: Recommendation | null;

  @Column('text') grade!: string;

  @Column('timestamptz') updatedAt!: Date;

  @Column('text') updatedByName!: string;
}
