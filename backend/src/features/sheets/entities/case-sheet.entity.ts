import type { SheetState } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The sheet of one assessor. */
@Entity('case_sheets')
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
export class CaseSheetEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('uuid') userId!: string;

  @Column('text') userName!: string;

  @Column('text') state!: SheetState;

  @Column('timestamptz', { nullable: true }) handedInAt!: Date | null;
}
