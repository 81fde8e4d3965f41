import { Injectable } from '@nestjs/common';
import { Audit, ProblemError, TenantDatabase, type RequestContext } from '../../../kernel';
import { SecondFactorsRepository } from '../../accounts';
import { OrganizationsRepository } from '../organizations.repository';

/** Whether an organization lets in only who has proved a second factor; `app.enter` asks everybody from then on. */
@Injectable()
export class RequireSecondFactor {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organizations: OrganizationsRepository,
    private readonly factors: SecondFactorsRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError own_second_factor_first: whoever asks would lock themselves out */
  async execute(context: RequestContext, isRequired: boolean): Promise<void> {
    const { organizationId: id, sessionId = '' } = context;
    await this.database.transaction(context, async (manager) => {
      if (isRequired && !(await this.factors.isProvedIn(manager, sessionId)))
        throw new ProblemError('own_second_factor_first');
      if (!(await this.organizations.setSecondFactor(manager, id, isRequired))) return;
      const action = isRequired
        ? 'members.second_factor_required'
        : 'members.second_factor_optional';
      await this.audit.record(manager, context, action, { type: 'organization', id });
    });
  }
}
