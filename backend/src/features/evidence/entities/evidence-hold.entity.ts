import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A revision of a file that somebody needs to stay. */
@Entity('evidence_holds')
@ForeignKey('dossiers', ['organizationId', 'dossierId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey(
  'evidence_revisions',
  ['organizationId', 'evidenceId', 'revision'],
  ['organizationId', 'evidenceId', 'revision'],
)
export class EvidenceHoldEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('text') holderKind!: string;

  @PrimaryColumn('uuid') holderId!: string;

  @PrimaryColumn('uuid') evidenceId!: string;

  @Column('integer') revision!: number;

  /** The holder where it is a dossier; the database derives it. */
  @Column({ type: 'uuid', nullable: true, insert: false, update: false })
  dossierId!: string | null;

  @Column('boolean') isLoose!: boolean;
}
