import type { LocalizedText } from '@liangxing/scheme';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A dossier as it arrived with a case. */
@Entity('case_materials')
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
export class CaseMaterialEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('integer') dossierNumber!: number;

  @Column('text') code!: string;

  @Column('text') material!: string;

  @Column('text') materialSha256!: string;

  @Column('text') snapshot!: string;

  @Column('text') snapshotSha256!: string;

  /** Of the PDF; null: it did not arrive. */
  @Column('text', { nullable: true }) storageKey!: string | null;

  @Column('bigint') pdfSize!: string;

  @Column('text') pdfSha256!: string;

  @Column('text') schemeId!: string;

  @Column('jsonb') schemeTitle!: LocalizedText;

  @Column('text') targetGrade!: string;

  @Column('text', { nullable: true }) grade!: string | null;

  @Column('integer', { nullable: true }) total!: number | null;

  @Column('integer', { nullable: true }) readiness!: number | null;

  @Column('timestamptz') arrivedAt!: Date;
}
