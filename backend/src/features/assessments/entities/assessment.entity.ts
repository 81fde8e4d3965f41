import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Assessment } from '../assessment';

/** A self-evaluation by one version of a scheme. */
@Entity('assessments')
@ForeignKey('organizations', ['organizationId'], ['id'])
@ForeignKey(
  'organization_schemes',
  ['organizationId', 'ownSchemeId', 'schemeVersion'],
  ['organizationId', 'id', 'version'],
)
@ForeignKey('scheme_versions', ['shippedSchemeId', 'schemeVersion'], ['id', 'version'])
export class AssessmentEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('text') title!: string;

  @Column('text') schemeId!: string;

  @Column('text') schemeVersion!: string;

  @Column('text') targetGrade!: string;

  @Column('text', { nullable: true }) targetLevel!: Assessment['targetLevel'];

  @Column('text') state!: Assessment['state'];

  @Column('jsonb') plan!: Assessment['plan'];

  @Column('text') conclusion!: string;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz') updatedAt!: Date;

  @Column({ type: 'text', nullable: true, insert: false, update: false }) shippedSchemeId!:
    string | null;

  @Column({ type: 'text', nullable: true, insert: false, update: false }) ownSchemeId!:
    string | null;
}
