import { Injectable } from '@nestjs/common';
import { FOUNDING, type OrganizationKind } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { Audit, PlatformAudit, Quotas, TenantDatabase, type RequestContext } from '../../../kernel';
import { CachedIdentities } from '../../accounts';
import { requiredCreditCode } from '../application/required-credit-code';
import type { Organization } from '../organization';
import { OrganizationsRepository } from '../organizations.repository';

interface FoundOrganization {
  readonly name: string;
  readonly kind?: OrganizationKind;
  /** Needed where the opening is asked for; an enterprise may give it for its profile. */
  readonly creditCode?: string;
  readonly isSample?: boolean;
  readonly id?: string;
}

@Injectable()
export class CreateOrganization {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organizations: OrganizationsRepository,
    private readonly audit: Audit,
    private readonly platform: PlatformAudit,
    private readonly identities: CachedIdentities,
    private readonly quotas: Quotas,
  ) {}

  /**
   * Who founds an organization leads it. An enterprise is open at once; another kind waits, and its application goes to
   * the platform.
   * @throws ProblemError validation_failed (a credit code that is none), quota_organizations_per_account
   */
  async execute(context: RequestContext, command: FoundOrganization): Promise<Organization> {
    const { kind = 'enterprise', isSample = false } = command;
    const isAsked = FOUNDING[kind].begins === 'waiting';
    const given = command.creditCode?.trim() ?? '';
    const code = isAsked || given !== '' ? requiredCreditCode(given) : null;
    const id = command.id ?? randomUUID();
    const name = command.name.trim();
    const inside: RequestContext = {
      ...context,
      organizationId: id,
      actingId: id,
      kind,
      role: FOUNDING[kind].founder,
      grant: null,
    };
    const created = await this.database.transactionOfNewcomer(inside, async (manager) => {
      const founderId = context.userId;
      await this.quotas.require(manager, founderId, 'organizations_per_account');
      await this.organizations.insert(manager, {
        ...{ id, kind, name, isSample, founderId },
        ...(isAsked ? { creditCode: code } : { creditCode: null, profileCode: code }),
      });
      const subject = { type: 'organization', id };
      await this.audit.record(manager, inside, 'organizations.created', subject, { name });
      if (isAsked)
        await this.platform.record(manager, context, 'organization.applied', subject, {
          kind,
          name,
        });
      return this.organizations.find(manager, inside);
    });
    this.identities.forgetPerson(context.userId);
    if (created === null) throw new Error('an organization just made is not there');
    return created;
  }
}
