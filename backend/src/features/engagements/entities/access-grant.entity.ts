import type { EngagementSide } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a tenant opens to another organization, and until when. */
@Entity('access_grants')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class AccessGrantEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  /** May be gone: the line stays. */
  @Column('uuid') granteeId!: string;

  @Column('text') granteeName!: string;

  @Column('text', { array: true }) readable!: string[];

  @Column('text', { array: true }) writable!: string[];

  @Column('timestamptz') startsAt!: Date;

  @Column('timestamptz') endsAt!: Date;

  @Column('text') reason!: string;

  @Column('timestamptz') givenAt!: Date;

  @Column('uuid') givenBy!: string;

  @Column('text') givenByName!: string;

  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;

  @Column('uuid', { nullable: true }) revokedBy!: string | null;

  @Column('text') revokedByName!: string;

  @Column('text') offeredBy!: EngagementSide;

  @Column('text') acceptedByName!: string;

  /** Whether it was the consultancy that ended it. */
  @Column('boolean') isResigned!: boolean;

  /** Of the engagement: its offer was the first one. */
  @Column('integer') version!: number;

  /** The end that both sides were told is near. */
  @Column('timestamptz', { nullable: true }) endToldFor!: Date | null;
}
