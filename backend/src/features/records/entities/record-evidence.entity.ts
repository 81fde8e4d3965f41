import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The file that proves the list of a year. */
@Entity('record_evidence')
@ForeignKey('evidence', ['organizationId', 'evidenceId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class RecordEvidenceEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('text') kind!: string;

  @PrimaryColumn('integer') year!: number;

  @Column('uuid') evidenceId!: string;
}
