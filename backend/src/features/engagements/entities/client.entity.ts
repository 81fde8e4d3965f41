import type { EngagementSide } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a consultancy knows of an engagement: a mirror, written by letters of the client. Opens nothing by itself. */
@Entity('clients')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class ClientEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  /** Of the engagement, as in the tenant of the client. */
  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') clientId!: string;

  @Column('text') clientName!: string;

  @Column('text') offeredBy!: EngagementSide;

  @Column('text') state!: string;

  @Column('text', { array: true }) readable!: string[];

  @Column('text', { array: true }) writable!: string[];

  @Column('timestamptz') startsAt!: Date;

  @Column('timestamptz') endsAt!: Date;

  @Column('text') reason!: string;

  /** Of the offer that waits. */
  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;

  /** The newest letter counts. */
  @Column('integer') version!: number;

  @Column('timestamptz') changedAt!: Date;
}
