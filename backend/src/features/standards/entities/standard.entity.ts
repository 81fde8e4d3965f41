import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A line of the register. */
@Entity('standards')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class StandardEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('integer') position!: number;

  @Column('text') systemCode!: string;

  @Column('text') systemCodeKey!: string;

  @Column('text') number!: string;

  @Column('text', { nullable: true }) normalizedNumber!: string | null;

  @Column('text') numberKey!: string;

  @Column('text') searchNumber!: string;

  @Column('text') identityKey!: string;

  @Column('text') numberKind!: string;

  @Column('text') level!: string;

  @Column('text') title!: string;

  @Column('text') englishTitle!: string;

  @Column('date', { nullable: true }) issuedOn!: string | null;

  @Column('date', { nullable: true }) inForceOn!: string | null;

  @Column('date', { nullable: true }) withdrawnOn!: string | null;

  @Column('text', { nullable: true }) statusClaimed!: string | null;

  @Column('date', { nullable: true }) statusCheckedOn!: string | null;

  @Column('text') statusSource!: string;

  @Column('text') department!: string;

  @Column('text', { nullable: true }) kind!: string | null;

  @Column('text') adoptedNumber!: string;

  @Column('text', { nullable: true }) adoptionDegree!: string | null;

  @Column('text') replacesNumber!: string;

  @Column('text', { array: true }) replacesKeys!: string[];

  @Column('text') citedNumbers!: string;

  @Column('text') note!: string;

  @Column('boolean') isPlanned!: boolean;

  @Column('jsonb') problems!: unknown;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz') updatedAt!: Date;

  @Column('text', { nullable: true }) checkedStatus!: string | null;

  @Column('date', { nullable: true }) checkedStatusOn!: string | null;

  @Column('text') ccs!: string;

  @Column('text') ics!: string;
}
