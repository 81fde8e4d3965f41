import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A file that proves an item. */
@Entity('evidence_item_links')
@ForeignKey('assessments', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('evidence', ['organizationId', 'evidenceId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class EvidenceItemLinkEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') evidenceId!: string;

  @PrimaryColumn('uuid') assessmentId!: string;

  @PrimaryColumn('text') itemId!: string;

  @Column('timestamptz') createdAt!: Date;
}
