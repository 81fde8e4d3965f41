import type { ClientParts } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How far an enterprise is, as its consultants see it; derived, written by a job alone. */
@Entity('organization_figures')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class OrganizationFiguresEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @Column('timestamptz') readAt!: Date;

  @Column('bigint') seenEvent!: string;

  @Column('timestamptz') seenAt!: Date;

  @Column('date', { nullable: true }) movesOn!: string | null;

  @Column('jsonb') profile!: NonNullable<ClientParts['profile']>;

  @Column('jsonb', { nullable: true }) system!: ClientParts['system'] | null;

  @Column('jsonb') register!: NonNullable<ClientParts['register']>;

  @Column('jsonb', { nullable: true }) assessment!: ClientParts['assessment'] | null;

  @Column('jsonb') improvements!: NonNullable<ClientParts['improvements']>;

  @Column('jsonb', { nullable: true }) dossier!: ClientParts['dossier'] | null;

  @Column('jsonb') activeAt!: Readonly<Record<string, string>>;
}
