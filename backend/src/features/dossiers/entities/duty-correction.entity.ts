import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CorrectedCell } from '../duty-allocation/corrected-allocation';

/** A cell of the allocation of duties that a person set. */
@Entity('duty_corrections')
@ForeignKey('organizations', ['organizationId'], ['id'], { onDelete: 'CASCADE' })
export class DutyCorrectionEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @Column('integer') version!: number;

  @Column('jsonb') cells!: readonly CorrectedCell[];

  @Column('timestamptz') updatedAt!: Date;

  @Column('uuid') updatedBy!: string;

  @Column('text') updatedByName!: string;
}
