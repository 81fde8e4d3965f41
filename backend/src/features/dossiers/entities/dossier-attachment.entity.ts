import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A file that is attached behind the next dossier. */
@Entity('dossier_attachments')
@ForeignKey(
  'dossier_attachment_lists',
  ['organizationId', 'assessmentId'],
  ['organizationId', 'assessmentId'],
  { onDelete: 'CASCADE' },
)
@ForeignKey(
  'evidence_revisions',
  ['organizationId', 'evidenceId', 'revision'],
  ['organizationId', 'evidenceId', 'revision'],
)
export class DossierAttachmentEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') assessmentId!: string;

  @PrimaryColumn('uuid') evidenceId!: string;

  @Column('integer') revision!: number;

  @Column('integer') position!: number;

  @Column('text') kind!: string;

  @Column('integer') pages!: number;
}
