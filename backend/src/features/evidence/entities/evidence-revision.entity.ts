import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The bytes of a file, as they were at one time. */
@Entity('evidence_revisions')
@Unique(['organizationId', 'storageKey'])
@ForeignKey('evidence', ['organizationId', 'evidenceId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class EvidenceRevisionEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') evidenceId!: string;

  @PrimaryColumn('integer') revision!: number;

  @Column('text') fileName!: string;

  @Column('text') mediaType!: string;

  @Column('bigint') size!: string;

  @Column('text') sha256!: string;

  @Column('text') storageKey!: string;

  @Column('timestamptz') uploadedAt!: Date;

  @Column('uuid') uploadedBy!: string;

  @Column('text') uploadedByName!: string;
}
