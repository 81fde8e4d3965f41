import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { NumberingSetting } from '../draft';

/** How an enterprise numbers its standards. */
@Entity('numbering_rules')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class NumberingRuleEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @Column('integer') version!: number;

  @Column('text') pattern!: string;

  @Column('jsonb') classes!: NumberingSetting['classes'];
}
