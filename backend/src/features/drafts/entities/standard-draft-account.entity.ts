import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Which member a drafter of a standard is. */
@Entity('standard_draft_accounts')
@ForeignKey('standard_drafts', ['organizationId', 'draftId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('memberships', ['organizationId', 'userId'], ['organizationId', 'userId'], {
  onDelete: 'CASCADE',
})
export class StandardDraftAccountEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') draftId!: string;

  /** In the list of drafters, from 1. */
  @PrimaryColumn('text') place!: string;

  @Column('uuid') userId!: string;
}
