import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The version of the files that are chosen for the next dossier. */
@Entity('dossier_attachment_lists')
@ForeignKey('assessments', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class DossierAttachmentListEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') assessmentId!: string;

  @Column('integer') version!: number;

  @Column('timestamptz') updatedAt!: Date;

  @Column('uuid') updatedBy!: string;

  @Column('text') updatedByName!: string;
}
