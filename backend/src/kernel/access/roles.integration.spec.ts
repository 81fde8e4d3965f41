import { ANY_ROLES, AREAS, ORGANIZATION_KINDS, ROLES_OF_KIND } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database';

describe('kinds, roles and areas', () => {
  let database: TestDatabase;
  const person = randomUUID();
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.superuser(
      `INSERT INTO users (id, email, name, password_hash) VALUES ($1, 'a@example.cn', '王芳', '-')`,
      [person],
    );
  });
  afterAll(() => database.drop());

  const found = async (kind: string): Promise<string> => {
    const id = randomUUID();
    await database.superuser(`INSERT INTO organizations (id, name, kind) VALUES ($1, '单位', $2)`, [
      id,
      kind,
    ]);
    return id;
  };
  const join = (organizationId: string, kind: string, role: string): Promise<unknown> =>
    database.superuser(
      `INSERT INTO memberships (organization_id, user_id, organization_kind, role)
       VALUES ($1, $2, $3, $4)`,
      [organizationId, person, kind, role],
    );

  it.each(ORGANIZATION_KINDS)(
    'of %s are the same in the database as in the product',
    async (kind) => {
      const taken: string[] = [];
      for (const role of ANY_ROLES) {
        const isTaken = await join(await found(kind), kind, role).then(
          () => true,
          () => false,
        );
        if (isTaken) taken.push(role);
      }
      expect(taken.sort()).toEqual([...ROLES_OF_KIND[kind]].sort());
    },
  );

  it('cannot be told otherwise than the organization is', async () => {
    await expect(join(await found('enterprise'), 'consultancy', 'consultant')).rejects.toThrow(
      'memberships_of_kind',
    );
    await expect(found('bank')).rejects.toThrow('organizations_kind_check');
  });

  it('of a grant are the areas of the product, and the team is none', async () => {
    const [client, grantee] = [await found('enterprise'), await found('consultancy')];
    const give = (areas: readonly string[]): Promise<unknown> =>
      database.superuser(
        `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
           ends_at, given_by, given_by_name, revoked_at)
         VALUES ($1, gen_random_uuid(), $2, '', $3, '{}', now() + interval '1 day', $4, '', now())`,
        [client, grantee, areas, person],
      );
    await give(AREAS);
    await expect(give(['team'])).rejects.toThrow('check constraint');
    await expect(give([])).rejects.toThrow('check constraint');
  });
});
