import type { DossierState } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A frozen material, the snapshot printed of it, and the PDF made of that; the first ones have no material. */
@Entity('dossiers')
@Unique(['organizationId', 'code'])
@Unique(['organizationId', 'assessmentId', 'number'])
@ForeignKey('assessments', ['organizationId', 'assessmentId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
@ForeignKey('organizations', ['organizationId'], ['id'])
export class DossierEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') assessmentId!: string;

  @Column('integer') number!: number;

  @Column('text') code!: string;

  @Column('text') state!: DossierState;

  @Column('integer') progress!: number;

  @Column('text') step!: string;

  @Column('text', { nullable: true }) error!: string | null;

  @Column('text', { nullable: true }) material!: string | null;

  @Column('text', { nullable: true }) materialSha256!: string | null;

  @Column('text', { nullable: true }) snapshot!: string | null;

  @Column('text', { nullable: true }) snapshotSha256!: string | null;

  @Column('text', { nullable: true }) grade!: string | null;

  @Column('integer', { nullable: true }) basic!: number | null;

  @Column('integer', { nullable: true }) bonus!: number | null;

  @Column('integer', { nullable: true }) total!: number | null;

  @Column('text', { nullable: true }) routeId!: string | null;

  @Column('boolean', { nullable: true }) isProvisional!: boolean | null;

  @Column('text', { nullable: true }) storageKey!: string | null;

  @Column('integer', { nullable: true }) pages!: number | null;

  @Column('bigint', { nullable: true }) size!: string | null;

  @Column('text', { nullable: true }) sha256!: string | null;

  @Column('timestamptz') createdAt!: Date;

  @Column('uuid') createdBy!: string;

  @Column('text') createdByName!: string;

  @Column('timestamptz', { nullable: true }) builtAt!: Date | null;
}
