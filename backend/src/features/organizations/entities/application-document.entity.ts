import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A file that goes with the application for an organization, such as its business licence. */
@Entity('application_documents')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class ApplicationDocumentEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') fileName!: string;

  @Column('text') mediaType!: string;

  /** Bytes. */
  @Column('bigint') size!: string;

  @Column('text') sha256!: string;

  @Column('text') storageKey!: string;

  @Column('uuid') uploadedBy!: string;

  @Column('text') uploadedByName!: string;

  @Column('timestamptz') uploadedAt!: Date;
}
