import type { SurveillanceResult } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A surveillance of a certified enterprise. */
@Entity('surveillances')
@ForeignKey('certificates', ['organizationId', 'certificateId'], ['organizationId', 'id'])
export class SurveillanceEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') certificateId!: string;

  @PrimaryColumn('integer') number!: number;

  @Column('date') dueOn!: string;

  @Column('timestamptz', { nullable: true }) noticedAt!: Date | null;

  @Column('text', { nullable: true }) result!: SurveillanceResult | null;

  @Column('text') note!: string;

  @Column('date', { nullable: true }) doneOn!: string | null;

  @Column('timestamptz', { nullable: true }) recordedAt!: Date | null;

  @Column('text') recordedByName!: string;
}
