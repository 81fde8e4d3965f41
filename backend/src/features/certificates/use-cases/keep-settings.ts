import { isNumberPattern } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import {
  Audit,
  TenantDatabase,
  validationFailed,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import type { CertificateSettings } from '../certificate';
import { CertificateSettingsRepository } from '../certificate-settings.repository';

/** How a body numbers its certificates, for how long they are valid, and how long decisions are public. */
@Injectable()
export class KeepSettings {
  constructor(
    private readonly database: TenantDatabase,
    private readonly settings: CertificateSettingsRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError validation_failed, version_conflict */
  execute(context: RequestContext, settings: CertificateSettings): Promise<CertificateSettings> {
    if (/[{}]/.test(settings.shortCode))
      throw validationFailed({ path: 'shortCode', code: 'no_braces' });
    if (!isNumberPattern(settings.numberPattern))
      throw validationFailed({ path: 'numberPattern', code: 'not_number_pattern' });
    return this.database.transaction(context, async (manager) => {
      if (!(await this.settings.write(manager, context, settings)))
        throw versionConflict(await this.settings.find(manager, context));
      const subject = { type: 'body', id: context.organizationId };
      const { shortCode, numberPattern, years, publicityDays, renewalMonths } = settings;
      const facts = { shortCode, numberPattern, years, publicityDays, renewalMonths };
      await this.audit.record(manager, context, 'certificate.settings_changed', subject, facts);
      return { ...settings, version: settings.version + 1 };
    });
  }
}
