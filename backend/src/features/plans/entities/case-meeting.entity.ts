import type { MeetingKind } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Attendee } from '../meeting';

/** The first or the closing meeting of an evaluation. */
@Entity('case_meetings')
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
export class CaseMeetingEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('text') kind!: MeetingKind;

  @Column('integer') version!: number;

  @Column('date', { nullable: true }) heldOn!: string | null;

  @Column('text') place!: string;

  @Column('text') minutes!: string;

  @Column('jsonb') attendance!: readonly Attendee[];

  @Column('timestamptz') updatedAt!: Date;

  @Column('text') updatedByName!: string;
}
