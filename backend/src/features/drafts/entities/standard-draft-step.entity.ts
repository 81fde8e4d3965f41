import type { DraftState } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A move of a draft from one state to the next. */
@Entity('standard_draft_steps')
@ForeignKey('standard_drafts', ['organizationId', 'draftId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('memberships', ['organizationId', 'byUserId'], ['organizationId', 'userId'], {
  onDelete: 'SET NULL',
})
export class StandardDraftStepEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') draftId!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('text') state!: DraftState;

  @Column('date') onDay!: string;

  @Column('text') byName!: string;

  @Column('uuid', { nullable: true }) byUserId!: string | null;

  @Column('text') note!: string;

  @Column('uuid') recordedBy!: string;

  @Column('text') recordedByName!: string;

  @Column('timestamptz') recordedAt!: Date;
}
