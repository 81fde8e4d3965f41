import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A file that proves something of a standard. */
@Entity('evidence_standard_links')
@ForeignKey('evidence', ['organizationId', 'evidenceId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('standards', ['organizationId', 'standardId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class EvidenceStandardLinkEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') evidenceId!: string;

  @PrimaryColumn('uuid') standardId!: string;

  @Column('timestamptz') createdAt!: Date;
}
