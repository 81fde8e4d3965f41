import type { ClosableState, OrganizationKind, OrganizationState } from '@liangxing/contracts';
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

  /** Of its people, and of those who work on its data by a grant. */
  @Column('boolean') requiresSecondFactor!: boolean;

  /** Changed by the functions of the platform and of the application alone, as what follows. */
  @Column('text') state!: OrganizationState;

  @Column('text') stateReason!: string;

  @Column('timestamptz') stateSince!: Date;

  @Column('text', { nullable: true }) creditCode!: string | null;

  @Column('integer') version!: number;

  /** Of one that is closed: what it was before, why it was that, and who closed it. */
  @Column('text', { nullable: true }) closedAs!: ClosableState | null;

  @Column('text', { nullable: true }) closedReason!: string | null;

  @Column('text', { nullable: true }) closedByName!: string | null;

  /** Up to which version decisions were mailed. */
  @Column('integer') toldVersion!: number;
}
