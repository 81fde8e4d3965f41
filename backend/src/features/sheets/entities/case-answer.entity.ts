import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ScoredContent } from '../sheet';

/** How an assessor judges an item, as it stands now. */
@Entity('case_answers')
@ForeignKey(
  'case_sheets',
  ['organizationId', 'caseId', 'userId'],
  ['organizationId', 'caseId', 'userId'],
)
export class CaseAnswerEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('uuid') userId!: string;

  @PrimaryColumn('text') itemId!: string;

  @Column('integer') version!: number;

  @Column('text') state!: ScoredContent['state'];

  @Column('jsonb') rules!: ScoredContent['rules'];

  @Column('text') finding!: string;

  @Column('text') reason!: string;

  @Column('jsonb', { nullable: true }) approval!: ScoredContent['approval'];

  @Column('jsonb', { nullable: true }) measured!: ScoredContent['measured'];

  @Column('timestamptz') updatedAt!: Date;
}
