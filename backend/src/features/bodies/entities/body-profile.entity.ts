import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { AskedMaterial } from '../body';

/** What a body says of itself to enterprises. */
@Entity('body_profiles')
@ForeignKey('organizations', ['organizationId'], ['id'])
export class BodyProfileEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @Column('integer') version!: number;

  @Column('boolean') isAccepting!: boolean;

  @Column('text') introduction!: string;

  @Column('text') contact!: string;

  @Column('text') fees!: string;

  @Column('jsonb') materials!: readonly AskedMaterial[];

  @Column('timestamptz') updatedAt!: Date;

  @Column('text') updatedByName!: string;
}
