import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A row before and after a change of many. */
@Entity('register_act_rows')
@ForeignKey('register_acts', ['organizationId', 'actId'], ['organizationId', 'id'], {
  onDelete: 'CASCADE',
})
export class RegisterActRowEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') actId!: string;

  @PrimaryColumn('uuid') standardId!: string;

  @Column('jsonb') before!: unknown;

  @Column('jsonb', { nullable: true }) kept!: unknown;

  @Column('integer', { nullable: true }) versionAfter!: number | null;
}
