import type { Scheme } from '@liangxing/scheme';
import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A version of a scheme that an organization entered itself. */
@Entity('organization_schemes')
@Unique(['organizationId', 'id', 'number'])
@ForeignKey('organizations', ['organizationId'], ['id'])
export class OrganizationSchemeEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('text') id!: string;

  @PrimaryColumn('text') version!: string;

  @Column('integer') number!: number;

  @Column('jsonb') document!: Scheme;

  @Column('text') sha256!: string;

  @Column('text') fileName!: string;

  @CreateDateColumn({ type: 'timestamptz' }) publishedAt!: Date;

  @Column('uuid') publishedBy!: string;

  @Column('text') publishedByName!: string;
}
