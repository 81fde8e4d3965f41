import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, writeVersion, type RequestContext } from '../../kernel';
import type { Assessor, Competence } from './assessor';
import { AssessorEntity } from './entities/assessor.entity';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Who belongs to a body and what each may evaluate. SQL joins members and people, who are of other rooms. */
@Injectable()
export class AssessorsRepository {
  /**
   * All members, in the order in which they came.
   * @param userId that one alone
   */
  list(
    manager: EntityManager,
    { organizationId }: Tenant,
    userId: string | null = null,
  ): Promise<Assessor[]> {
    return queryRows<Assessor>(
      manager,
      `SELECT m.user_id AS "userId", u.name, m.role, coalesce(a.version, 0) AS version,
         coalesce(a.industries, '{}') AS industries, coalesce(a.schemes, '{}') AS schemes,
         coalesce(a.qualifications, '[]') AS qualifications, coalesce(a.languages, '{}') AS languages,
         coalesce(a.note, '') AS note
       FROM memberships m JOIN users u ON u.id = m.user_id
       LEFT JOIN assessors a ON a.organization_id = m.organization_id AND a.user_id = m.user_id
       WHERE m.organization_id = $1 AND ($2::uuid IS NULL OR m.user_id = $2)
       ORDER BY m.created_at, m.user_id`,
      [organizationId, userId],
    );
  }

  /** Null: no such member. */
  async find(manager: EntityManager, tenant: Tenant, userId: string): Promise<Assessor | null> {
    const [found] = await this.list(manager, tenant, userId);
    return found ?? null;
  }

  /** Of a member. @returns false where another version is stored */
  write(
    manager: EntityManager,
    { organizationId, userName }: Tenant & Pick<RequestContext, 'userName'>,
    userId: string,
    version: number,
    { industries, schemes, qualifications, languages, note }: Competence,
  ): Promise<boolean> {
    const place = { organizationId, userId, version };
    return writeVersion(manager, AssessorEntity, place, {
      ...{ industries: [...industries], schemes: [...schemes], languages: [...languages] },
      ...{ qualifications, note, updatedAt: () => 'now()', updatedByName: userName },
    });
  }
}
