import type { TeamRole } from '@liangxing/contracts';
import type { TestDatabase } from './test-database';

/** Somebody in the team of a case, who declared to be independent: written behind the API. */
export async function joinTeam(
  database: TestDatabase,
  organizationId: string,
  caseId: string,
  { userId, name = '王芳', role }: { userId: string; name?: string; role: TeamRole },
): Promise<void> {
  await database.superuser(
    `INSERT INTO case_team (organization_id, case_id, user_id, name, role, added_by_name)
     VALUES ($1, $2, $3, $4, $5, '王芳')`,
    [organizationId, caseId, userId, name, role],
  );
  await database.superuser(
    `INSERT INTO case_declarations (organization_id, case_id, user_id, number, relation, text)
     VALUES ($1, $2, $3, 1, 'none', '')`,
    [organizationId, caseId, userId],
  );
}
