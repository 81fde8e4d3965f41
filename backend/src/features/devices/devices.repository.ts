import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { insertNew, type RequestContext } from '../../kernel';
import type { CaseDevice, DeviceEnd } from './device';
import { CaseDeviceEntity } from './entities/case-device.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;
type Author = Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>;

interface Place {
  readonly caseId: string;
  readonly deviceId: string;
}

/** Every question to what was taken along. */
@Injectable()
export class DevicesRepository {
  /** The newest first. */
  list(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<readonly CaseDevice[]> {
    const order = { takenAt: 'DESC', deviceId: 'ASC' } as const;
    return manager.find(CaseDeviceEntity, { where: { organizationId, caseId }, order });
  }

  find(
    manager: EntityManager,
    { organizationId }: Tenant,
    { caseId, deviceId }: Place,
  ): Promise<CaseDevice | null> {
    return manager.findOneBy(CaseDeviceEntity, { organizationId, caseId, deviceId });
  }

  /** @returns false where the device holds it already */
  take(
    manager: EntityManager,
    { organizationId, userId, userName }: Author,
    { caseId, deviceId }: Place,
    { deviceName, until }: Pick<CaseDevice, 'deviceName' | 'until'>,
  ): Promise<boolean> {
    const row = { organizationId, caseId, deviceId, userId, userName, deviceName, until };
    return insertNew(manager, CaseDeviceEntity, row);
  }

  async seen(
    manager: EntityManager,
    { organizationId }: Tenant,
    { caseId, deviceId }: Place,
  ): Promise<void> {
    const values = { lastSeenAt: () => 'now()' };
    await manager.update(CaseDeviceEntity, { organizationId, caseId, deviceId }, values);
  }

  /** @returns false where it was asked for before */
  async askWipe(
    manager: EntityManager,
    { organizationId, userName }: Author,
    { caseId, deviceId }: Place,
  ): Promise<boolean> {
    const place = { organizationId, caseId, deviceId, wipeAskedAt: IsNull(), endedAt: IsNull() };
    const values = { wipeAskedAt: () => 'now()', wipeAskedByName: userName };
    const { affected } = await manager.update(CaseDeviceEntity, place, values);
    return affected === 1;
  }

  /** @returns false where it had ended */
  async end(
    manager: EntityManager,
    { organizationId }: Tenant,
    { caseId, deviceId }: Place,
    endedAs: DeviceEnd,
  ): Promise<boolean> {
    const place = { organizationId, caseId, deviceId, endedAt: IsNull() };
    const now = () => 'now()';
    const values = { endedAs, endedAt: now, lastSeenAt: now };
    const { affected } = await manager.update(CaseDeviceEntity, place, values);
    return affected === 1;
  }
}
