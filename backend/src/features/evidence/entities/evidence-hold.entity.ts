import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A revision of a file that a dossier names. */
@Entity('dossier_evidence')
@ForeignKey('dossiers', ['organizationId', 'dossierId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey(
  'evidence_revisions',
  ['organizationId', 'evidenceId', 'revision'],
  ['organizationId', 'evidenceId', 'revision'],
)
export class DossierEvidenceEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') dossierId!: string;

  @PrimaryColumn('uuid') evidenceId!: string;

  @Column('integer') revision!: number;
}
