import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Audit, Quotas, TenantDatabase, type RequestContext } from '../../../kernel';
import { CachedIdentities } from '../../accounts';
import type { Organization } from '../organization';
import { OrganizationsRepository } from '../organizations.repository';

@Injectable()
export class CreateOrganization {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organizations: OrganizationsRepository,
    private readonly audit: Audit,
    private readonly identities: CachedIdentities,
    private readonly quotas: Quotas,
  ) {}

  /** Who creates an organization becomes its owner. */
  async execute(
    context: RequestContext,
    command: { readonly name: string; readonly isSample?: boolean; readonly id?: string },
  ): Promise<Organization> {
    const organizationId = command.id ?? randomUUID();
    const inside: RequestContext = {
      ...context,
      organizationId,
      actingId: organizationId,
      kind: 'enterprise',
      role: 'owner',
      grant: null,
    };
    const created = await this.database.transactionOfNewcomer(inside, async (manager) => {
      await this.quotas.require(manager, context.userId, 'organizations_per_account');
      const name = command.name.trim();
      await this.organizations.insert(manager, {
        id: organizationId,
        name,
        isSample: command.isSample ?? false,
        ownerId: context.userId,
      });
      const subject = { type: 'organization', id: organizationId };
      await this.audit.record(manager, inside, 'organizations.created', subject, { name });
      return this.organizations.find(manager, inside);
    });
    this.identities.forgetPerson(context.userId);
    if (created === null) throw new Error('an organization just made is not there');
    return created;
  }
}
