import type { EngagementSide } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An engagement that one side offers, in the tenant of that side. Opens nothing by itself. */
@Entity('engagement_offers')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class EngagementOfferEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('text') offeredBy!: EngagementSide;

  /** Null while a mailed offer waits: whoever opens it says for which enterprise. */
  @Column('uuid', { nullable: true }) partnerId!: string | null;

  @Column('text') partnerName!: string;

  /** Credit code of the partner, as who offers knows it. */
  @Column('text', { nullable: true }) partnerCode!: string | null;

  /** Members who are to work for the client; without any it is who offers. */
  @Column('uuid', { array: true }) assigneeIds!: string[];

  @Column('text', { nullable: true }) email!: string | null;

  @Column('bytea', { array: true }) tokenHashes!: Buffer[];

  @Column('text', { array: true }) readable!: string[];

  @Column('text', { array: true }) writable!: string[];

  @Column('timestamptz') startsAt!: Date;

  @Column('timestamptz') endsAt!: Date;

  @Column('text') reason!: string;

  /** One that waited too long is written down as `lapsed` when the next one is offered. */
  @Column('text') state!: string;

  @Column('timestamptz') offeredAt!: Date;

  @Column('uuid') offeredById!: string;

  @Column('text') offeredByName!: string;

  @Column('timestamptz') expiresAt!: Date;

  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;

  @Column('text') decidedByName!: string;

  @Column('timestamptz', { nullable: true }) mailFailedAt!: Date | null;
}
