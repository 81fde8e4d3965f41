import type { RecordFields, RecordKindId } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A line of one of the lists (台账). */
@Entity('records')
@Unique(['organizationId', 'kind', 'number'])
@ForeignKey('organizations', ['organizationId'], ['id'])
export class RecordEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('integer') version!: number;

  @Column('text') kind!: RecordKindId;

  @Column('integer') number!: number;

  @Column('jsonb') fields!: RecordFields;

  @Column('text') title!: string;

  @Column('date', { nullable: true }) happenedOn!: string | null;

  @Column('text') words!: string;

  @Column('timestamptz') createdAt!: Date;

  @Column('timestamptz') updatedAt!: Date;

  @Column('text') updatedByName!: string;
}
