import type { ObjectionVerdict } from '@liangxing/contracts';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a visitor has against a decision that is made public. */
@Entity('objections')
@ForeignKey('publicities', ['organizationId', 'publicityId'], ['organizationId', 'id'])
export class ObjectionEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('uuid') publicityId!: string;

  @Column('text') name!: string;

  @Column('text') contact!: string;

  @Column('text') text!: string;

  @Column('timestamptz') receivedAt!: Date;

  /** By which those of one place are counted, as long as they wait. */
  @Column('text', { nullable: true }) network!: string | null;

  @Column('text', { nullable: true }) office!: string | null;

  @Column('text', { nullable: true }) verdict!: ObjectionVerdict | null;

  @Column('text') answer!: string;

  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;

  @Column('uuid', { nullable: true }) answeredBy!: string | null;

  @Column('text') answeredByName!: string;
}
