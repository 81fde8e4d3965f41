import type { MonthAssessment } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How far an enterprise was when figures were last worked out in a month. */
@Entity('organization_figure_months')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class OrganizationFigureMonthEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('date') month!: string;

  @Column('timestamptz') readAt!: Date;

  @Column('jsonb', { nullable: true }) assessment!: MonthAssessment | null;

  @Column('integer') overdue!: number;

  @Column('integer') expired!: number;
}
