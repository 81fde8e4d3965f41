import type { OrganizationKind } from '@liangxing/contracts';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A tenant. */
@Entity('organizations')
@Unique(['id', 'kind'])
export class OrganizationEntity {
  @PrimaryColumn('uuid') id!: string;

  @Column('text') kind!: OrganizationKind;

  @Column('text') name!: string;

  @Column('boolean') isSample!: boolean;

  @Column('timestamptz') createdAt!: Date;
}
