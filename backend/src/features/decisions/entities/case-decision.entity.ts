import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DecisionMove } from '../decision';

/** A step by which a case is reviewed, decided, certified, or an appeal answered. */
@Entity('case_decisions')
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
export class CaseDecisionEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('text') move!: DecisionMove;

  @Column('text') text!: string;

  @Column('integer') resultNumber!: number;

  @Column('text') grade!: string;

  @Column('text') scope!: string;

  @Column('uuid') madeBy!: string;

  @Column('text') madeByName!: string;

  @Column('timestamptz') madeAt!: Date;
}
