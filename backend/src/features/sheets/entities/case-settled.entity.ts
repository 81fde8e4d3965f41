import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SettledContent } from '../sheet';

/** An item that the lead settled; from the closing meeting on every item. */
@Entity('case_settled')
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
export class CaseSettledEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  @PrimaryColumn('text') itemId!: string;

  @Column('integer') version!: number;

  @Column('text') state!: SettledContent['state'];

  @Column('jsonb') rules!: SettledContent['rules'];

  @Column('jsonb', { nullable: true }) approval!: SettledContent['approval'];

  @Column('text') note!: string;

  @Column('text') reason!: string;

  @Column('boolean') differed!: boolean;

  @Column('timestamptz') settledAt!: Date;

  @Column('uuid') settledBy!: string;

  @Column('text') settledByName!: string;
}
