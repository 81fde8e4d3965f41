import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound, queryRows, updateVersion, type RequestContext } from '../../../kernel';
import { EnterpriseProfileAccountEntity } from '../entities/enterprise-profile-account.entity';
import { EnterpriseProfileEntity } from '../entities/enterprise-profile.entity';
import type { Accounts } from '../members/accounts-of-names';
import { accountsOf, keepAccounts } from '../members/accounts-of-names.repository';
import { withAccounts, withoutAccounts } from './people-of-profile';
import {
  completenessOf,
  EMPTY_PROFILE,
  type Profile,
  type ProfileContent,
  type ShownProfile,
} from './profile';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Reads and writes the profile of the transaction's tenant. */
@Injectable()
export class ProfileRepository {
  /** @throws ProblemError not_found */
  async read(manager: EntityManager, organizationId: string): Promise<Profile> {
    const found = await manager.findOneBy(EnterpriseProfileEntity, { organizationId });
    if (found === null) throw notFound();
    const content: ProfileContent = { ...EMPTY_PROFILE, ...found.profile };
    return { ...content, version: found.version, completeness: completenessOf(content) };
  }

  /** With the members whom its names mean. @throws ProblemError not_found */
  async shown(manager: EntityManager, organizationId: string): Promise<ShownProfile> {
    const profile = await this.read(manager, organizationId);
    const where = { organizationId };
    const accounts = await accountsOf(
      manager,
      EnterpriseProfileAccountEntity,
      where,
      (row) => row.organizationId,
    );
    return withAccounts(profile, accounts(organizationId)) as ShownProfile;
  }

  /** @returns false when the stored version is another one */
  async write(
    manager: EntityManager,
    organizationId: string,
    profile: ProfileContent,
    accounts: Accounts,
    version: number,
  ): Promise<boolean> {
    const values = { profile: withoutAccounts(profile), updatedAt: () => 'now()' };
    const place = { organizationId, version };
    const isWritten = await updateVersion(manager, EnterpriseProfileEntity, place, values);
    if (isWritten)
      await keepAccounts(manager, EnterpriseProfileAccountEntity, { organizationId }, accounts);
    return isWritten;
  }
}

/** What is stored of a profile, for whoever prints it; what was never filled is not in it. */
export async function storedProfile(
  manager: EntityManager,
  { organizationId }: Tenant,
): Promise<Partial<ProfileContent>> {
  const found = await manager.findOneBy(EnterpriseProfileEntity, { organizationId });
  return found?.profile ?? {};
}

/** By what an enterprise is classed. */
export interface ProfileFigures {
  readonly size: string | null;
  readonly industryKind: string | null;
  readonly industryCode: string | null;
  readonly employees: number | null;
}

/** Of the profile these four alone, by SQL: every score and every count of a system asks for them, and a profile may be long. */
export async function profileFigures(
  manager: EntityManager,
  { organizationId }: Tenant,
): Promise<ProfileFigures> {
  const [row] = await queryRows<ProfileFigures>(
    manager,
    `SELECT profile->>'size' AS size, profile->>'industryKind' AS "industryKind",
       profile->>'industryCode' AS "industryCode", (profile->>'employees')::float8 AS employees
     FROM enterprise_profiles WHERE organization_id = $1`,
    [organizationId],
  );
  return row ?? { size: null, industryKind: null, industryCode: null, employees: null };
}
