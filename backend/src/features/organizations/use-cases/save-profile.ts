import { Injectable } from '@nestjs/common';
import { creditCodeProblem, isWritten } from '@liangxing/contracts';
import {
  Audit,
  changedFields,
  TenantDatabase,
  validationFailed,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { OrganizationsRepository } from '../organizations.repository';
import { accountsAt } from '../members/accounts-of-names';
import { requireMembers } from '../members/require-members';
import { peopleOfProfile, withAccounts } from '../profile/people-of-profile';
import type { ProfileContent, SavedProfile, ShownProfile } from '../profile/profile';
import { ProfileRepository } from '../profile/profile.repository';

@Injectable()
export class SaveProfile {
  constructor(
    private readonly database: TenantDatabase,
    private readonly profiles: ProfileRepository,
    private readonly organizations: OrganizationsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * The name of the enterprise is the name of the organization. What is left out stays as it is stored: the version
   * says that the person saw it, and nobody said that it should go.
   */
  async execute(
    context: RequestContext,
    command: { readonly content: SavedProfile; readonly version: number },
  ): Promise<ShownProfile> {
    const { version } = command;
    const { creditCode } = command.content;
    const code = creditCode === '' ? undefined : creditCodeProblem(creditCode);
    if (code !== undefined) throw validationFailed({ path: 'creditCode', code });
    return this.database.transaction(context, async (manager) => {
      const { organizationId } = context;
      const before = await this.profiles.shown(manager, organizationId);
      const people = peopleOfProfile(command.content, before);
      await requireMembers(manager, context, people);
      const accounts = accountsAt(people);
      const content = withAccounts(completed(command.content, before), accounts);
      const fields = changedFields(before, content);
      if (fields.length === 0 && before.version === version) return before;
      if (!(await this.profiles.write(manager, organizationId, content, accounts, version)))
        throw versionConflict(await this.profiles.shown(manager, organizationId));
      if (isWritten(content.name))
        await this.organizations.rename(manager, organizationId, content.name.trim());
      const subject = { type: 'profile', id: organizationId };
      await this.audit.record(manager, context, 'profile.changed', subject, { fields });
      return this.profiles.shown(manager, organizationId);
    });
  }
}

function completed(given: SavedProfile, stored: ShownProfile): ProfileContent {
  const { version: _version, completeness: _completeness, ...kept } = stored;
  const sent = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...kept, ...Object.fromEntries(sent) };
}
