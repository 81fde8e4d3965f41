import { Injectable } from '@nestjs/common';
import type { OrganizationQuota } from '@liangxing/contracts';
import {
  notFound,
  PlatformAudit,
  PlatformDatabase,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import type { PlatformOrganization } from '../organizations/platform-organization';
import { PlatformOrganizationDto } from '../organizations/platform-organization.dto';
import { PlatformOrganizationsRepository } from '../organizations/platform-organizations.repository';

type OwnQuotas = Readonly<Partial<Record<OrganizationQuota, number>>>;

/** How much one organization may hold, beside the settings that hold for all. */
@Injectable()
export class SetQuotas {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly organizations: PlatformOrganizationsRepository,
    private readonly audit: PlatformAudit,
  ) {}

  /**
   * What is there stays where a quota becomes smaller; only more is refused. Where nothing differs nothing is written.
   * @param quotas all of its own; what is left out goes by the setting
   * @throws ProblemError not_found, version_conflict
   */
  execute(
    context: RequestContext,
    id: string,
    version: number,
    quotas: OwnQuotas,
  ): Promise<PlatformOrganization> {
    return this.database.transaction(context.userId, async (manager) => {
      const seen = await this.organizations.find(manager, id);
      if (seen === null) throw notFound();
      if (seen.version === version && holds(seen, quotas)) return seen;
      const change = { id: seen.id, version, action: 'organizations.quotas_set' } as const;
      const isSet = await this.organizations.setQuotas(manager, context, change, quotas);
      const current = await this.organizations.find(manager, seen.id);
      if (current === null) throw notFound();
      if (!isSet) throw versionConflict(PlatformOrganizationDto.of(current));
      const subject = { type: 'organization', id: current.id };
      await this.audit.record(manager, context, 'organization.quotas_set', subject, quotas);
      return current;
    });
  }
}

/** Whether these are its own quotas already. */
function holds({ limits }: PlatformOrganization, quotas: OwnQuotas): boolean {
  return limits.every(({ name, own }) => own === (quotas[name] ?? null));
}
