import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CurrencyCheck } from '../currency-check';

/** A day on which a register was compared with the catalogue. */
@Entity('currency_checks')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class CurrencyCheckEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') id!: string;

  @Column('date') day!: string;

  @Column('jsonb') counts!: CurrencyCheck['counts'];

  @Column('jsonb') changes!: CurrencyCheck['changes'];

  @Column('timestamptz') checkedAt!: Date;

  @Column('text') checkedByName!: string;
}
