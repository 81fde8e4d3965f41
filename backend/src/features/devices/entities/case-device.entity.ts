import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DeviceEnd } from '../device';

/** A case as a person took it along on a device. */
@Entity('case_devices')
@ForeignKey('cases', ['organizationId', 'caseId'], ['organizationId', 'id'])
export class CaseDeviceEntity {
  @PrimaryColumn('uuid') organizationId!: string;

  @PrimaryColumn('uuid') caseId!: string;

  /** Made by the device, anew for each taking along. */
  @PrimaryColumn('uuid') deviceId!: string;

  @Column('uuid') userId!: string;

  /** As they were called then. */
  @Column('text') userName!: string;

  @Column('text') deviceName!: string;

  @Column('timestamptz') takenAt!: Date;

  @Column('timestamptz') until!: Date;

  @Column('timestamptz') lastSeenAt!: Date;

  @Column('timestamptz', { nullable: true }) wipeAskedAt!: Date | null;

  @Column('text', { nullable: true }) wipeAskedByName!: string | null;

  /** Null: as far as is known it is still on the device. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;

  @Column('text', { nullable: true }) endedAs!: DeviceEnd | null;
}
