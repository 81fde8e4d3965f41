import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { PublicityState } from '../decision';

/** A decision that is made public. */
@Entity('publicities')
@Unique(['organizationId', 'caseId', 'decision'])
@ForeignKey(
  'case_decisions',
  ['organizationId', 'caseId', 'decision'],
  ['organizationId', 'caseId', 'number'],
)
export class PublicityEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') caseId!: string;

  @Column('integer') decision!: number;

  @Column('text') enterpriseName!: string;

  @Column('text') bodyName!: string;

  @Column('text') grade!: string;

  @Column('text') scope!: string;

  @Column('text') standard!: string;

  @Column('date') fromOn!: string;

  @Column('date') untilOn!: string;

  @Column('text') state!: PublicityState;
}
