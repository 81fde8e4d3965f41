import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Qualification } from '../assessor';

/** What a member of a body may evaluate. */
@Entity('assessors')
@ForeignKey('memberships', ['organizationId', 'userId'], ['organizationId', 'userId'], {
  onDelete: 'CASCADE',
})
export class AssessorEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') userId!: string;

  @Column('integer') version!: number;

  @Column('text', { array: true }) industries!: string[];

  @Column('text', { array: true }) schemes!: string[];

  @Column('jsonb') qualifications!: readonly Qualification[];

  @Column('text', { array: true }) languages!: string[];

  @Column('text') note!: string;

  @Column('timestamptz') updatedAt!: Date;

  @Column('text') updatedByName!: string;
}
