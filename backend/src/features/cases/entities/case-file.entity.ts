import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A file that came with a material. */
@Entity('case_files')
@ForeignKey(
  'case_materials',
  ['organizationId', 'caseId', 'material'],
  ['organizationId', 'caseId', 'number'],
)
export class CaseFileEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('integer') material!: number;

  @PrimaryColumn('uuid') evidenceId!: string;

  @PrimaryColumn('integer') revision!: number;

  @Column('text') title!: string;

  @Column('text') fileName!: string;

  @Column('text') mediaType!: string;

  @Column('bigint') size!: string;

  @Column('text') sha256!: string;

  @Column('text', { nullable: true }) storageKey!: string | null;
}
