import type { Area, DueKind } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Something of an enterprise that is due on a day. */
@Entity('organization_due_dates')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class OrganizationDueDateEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('text') kind!: DueKind;

  @PrimaryColumn('text') subjectId!: string;

  @Column('text') area!: Area;

  @Column('date') dueOn!: string;

  @Column('text') title!: string;

  @Column('text') owner!: string;

  @Column('integer', { nullable: true }) number!: number | null;
}
