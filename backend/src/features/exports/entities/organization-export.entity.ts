import type { ExportState } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Everything that an organization holds as one file: how far it is, and where it lies. */
@Entity('organization_exports')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class OrganizationExportEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') state!: ExportState;

  /** Percent. */
  @Column('integer') progress!: number;

  @Column('timestamptz') orderedAt!: Date;

  @Column('uuid') orderedBy!: string;

  @Column('text') orderedByName!: string;

  @Column('text', { nullable: true }) storageKey!: string | null;

  @Column('bigint', { nullable: true }) size!: string | null;

  @Column('text', { nullable: true }) sha256!: string | null;

  /** How many files of people it holds, and how many were not in the store. */
  @Column('integer', { nullable: true }) files!: number | null;

  @Column('integer', { nullable: true }) missing!: number | null;

  @Column('timestamptz', { nullable: true }) builtAt!: Date | null;

  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;
}
