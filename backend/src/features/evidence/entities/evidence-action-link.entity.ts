import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A file that proves a corrective action. */
@Entity('evidence_action_links')
@ForeignKey('corrective_actions', ['organizationId', 'actionId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('evidence', ['organizationId', 'evidenceId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class EvidenceActionLinkEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') evidenceId!: string;

  @PrimaryColumn('uuid') actionId!: string;

  @Column('timestamptz') createdAt!: Date;
}
