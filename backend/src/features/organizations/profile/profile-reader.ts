import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound } from '../../../kernel';
import { completenessOf, EMPTY_PROFILE, type Profile, type ProfileContent } from './profile';

/** Reads and writes the profile of the transaction's tenant. */
@Injectable()
export class ProfileReader {
  /** @throws ProblemError not_found */
  async read(manager: EntityManager, organizationId: string): Promise<Profile> {
    const [row] = await manager.query<{ version: number; profile: Partial<ProfileContent> }[]>(
      'SELECT version, profile FROM enterprise_profiles WHERE organization_id = $1',
      [organizationId],
    );
    if (!row) throw notFound();
    const content: ProfileContent = { ...EMPTY_PROFILE, ...row.profile };
    return { ...content, version: row.version, completeness: completenessOf(content) };
  }

  /** @returns false when the stored version is another one */
  async write(
    manager: EntityManager,
    organizationId: string,
    content: ProfileContent,
    version: number,
  ): Promise<boolean> {
    const [, changed] = await manager.query<[unknown[], number]>(
      `UPDATE enterprise_profiles SET profile = $2, version = version + 1, updated_at = now()
       WHERE organization_id = $1 AND version = $3`,
      [organizationId, JSON.stringify(content), version],
    );
    return changed === 1;
  }
}
