import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A picture of what does not conform. */
@Entity('case_finding_files')
@ForeignKey(
  'case_findings',
  ['organizationId', 'caseId', 'finding'],
  ['organizationId', 'caseId', 'number'],
)
export class CaseFindingFileEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('integer') finding!: number;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') fileName!: string;

  @Column('text') mediaType!: string;

  @Column('bigint') size!: string;

  @Column('text') sha256!: string;

  @Column('text') storageKey!: string;

  @Column('timestamptz') uploadedAt!: Date;

  @Column('uuid') uploadedBy!: string;

  @Column('text') uploadedByName!: string;
}
