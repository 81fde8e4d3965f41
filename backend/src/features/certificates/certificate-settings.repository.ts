import {
  CERTIFICATE_YEARS,
  PUBLICITY_DAYS,
  RENEWAL_MONTHS,
  USUAL_NUMBER_PATTERN,
} from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writeVersion, type RequestContext } from '../../kernel';
import type { CertificateSettings } from './certificate';
import { CertificateSettingsEntity } from './entities/certificate-settings.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

const USUAL: CertificateSettings = {
  ...{ version: 0, shortCode: '', numberPattern: USUAL_NUMBER_PATTERN },
  ...{ years: CERTIFICATE_YEARS.usual, publicityDays: PUBLICITY_DAYS.usual },
  renewalMonths: RENEWAL_MONTHS.usual,
};

/** How bodies issue certificates. */
@Injectable()
export class CertificateSettingsRepository {
  async find(manager: EntityManager, { organizationId }: Tenant): Promise<CertificateSettings> {
    const found = await manager.findOne(CertificateSettingsEntity, {
      select: {
        ...{ version: true, shortCode: true, numberPattern: true },
        ...{ years: true, publicityDays: true, renewalMonths: true },
      },
      where: { organizationId },
    });
    return found ?? USUAL;
  }

  /** @returns false where another version is stored */
  write(
    manager: EntityManager,
    { organizationId, userName }: Tenant & Pick<RequestContext, 'userName'>,
    { version, ...settings }: CertificateSettings,
  ): Promise<boolean> {
    const values = { ...settings, updatedAt: () => 'now()', updatedByName: userName };
    return writeVersion(manager, CertificateSettingsEntity, { organizationId, version }, values);
  }
}
