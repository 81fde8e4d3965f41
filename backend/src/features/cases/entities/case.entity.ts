import type { CaseState } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** An application at a body. */
@Entity('cases')
@Unique(['organizationId', 'number'])
@ForeignKey('organizations', ['organizationId'], ['id'])
export class CaseEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('text') number!: string;

  @Column('uuid') enterpriseId!: string;

  @Column('text') enterpriseName!: string;

  @Column('text') state!: CaseState;

  @Column('text') renews!: string;

  @Column('integer') material!: number;

  @Column('integer') heard!: number;

  @Column('integer') written!: number;

  @Column('timestamptz') receivedAt!: Date;

  @Column('timestamptz') changedAt!: Date;
}
