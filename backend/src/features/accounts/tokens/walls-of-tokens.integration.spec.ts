import { AREAS, type Area, type GrantedAreas } from '@liangxing/contracts';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { hashOfToken } from '../session-tokens';
import { createTestDatabase, type TestDatabase } from '../../../testing/test-database';

const areas = fc.subarray<Area>([...AREAS]);
const scope = fc
  .tuple(fc.subarray<Area>([...AREAS], { minLength: 1 }), areas)
  .map(([readable, some]): GrantedAreas => ({
    readable,
    writable: readable.filter((area) => some.includes(area)),
  }));

/** What a transaction may see and change; null: everything. */
type Opened = Readonly<Record<'readable' | 'writable', readonly string[] | null>>;

describe('the walls around a transaction of an access token', () => {
  const [person, other] = [randomUUID(), randomUUID()];
  const [home, elsewhere] = [randomUUID(), randomUUID()];
  const [consultancy, client] = [randomUUID(), randomUUID()];
  let database: TestDatabase;
  let app: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.superuser(
      `INSERT INTO users (id, email, name, password_hash) SELECT id, id || '@example.cn', '王芳', '-'
       FROM unnest($1::uuid[]) id`,
      [[person, other]],
    );
    for (const [id, kind] of [
      [home, 'enterprise'],
      [elsewhere, 'enterprise'],
      [client, 'enterprise'],
      [consultancy, 'consultancy'],
    ]) {
      await database.superuser(`INSERT INTO organizations (id, name, kind) VALUES ($1, '甲', $2)`, [
        id,
        kind,
      ]);
      if (id !== client)
        await database.superuser(
          `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
           SELECT $1, id, 'owner', $2 FROM unnest($3::uuid[]) id`,
          [id, kind, [person, other]],
        );
    }
    app = new pg.Client({ connectionString: database.urlOf('app') });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await database.drop();
  });

  async function token(
    { readable, writable }: GrantedAreas,
    limitedTo: string | null = null,
    isProved = false,
  ) {
    const id = randomUUID();
    await database.superuser(
      `INSERT INTO access_tokens (id, user_id, token_hash, name, readable, writable, limited_to, expires_at, has_second_factor)
       VALUES ($1, $2, $3, '取数', $4, $5, $6, now() + interval '1 day', $7)`,
      [id, person, hashOfToken(id), readable, writable, limitedTo, isProved],
    );
    return id;
  }

  async function enter(
    session: string,
    data: string,
    acting = data,
    who = person,
  ): Promise<Opened> {
    await app.query('BEGIN');
    try {
      await app.query(`SELECT app.enter($1, $2, $3, $4, 'write')`, [who, data, acting, session]);
      const { rows } = await app.query<Opened>(
        `SELECT NULLIF(current_setting('app.readable'), '')::text[] AS readable,
           NULLIF(current_setting('app.writable'), '')::text[] AS writable`,
      );
      return rows[0]!;
    } finally {
      await app.query('ROLLBACK');
    }
  }

  const sorted = (list: readonly string[] | null): readonly string[] => [...(list ?? [])].sort();

  it('open in the own organization what the token opens, and members to be looked up', async () => {
    await fc.assert(
      fc.asyncProperty(scope, async ({ readable, writable }) => {
        const opened = await enter(await token({ readable, writable }), home);
        expect(sorted(opened.readable)).toEqual(sorted([...readable, 'team']));
        expect(opened.writable).not.toBeNull();
        expect(sorted(opened.writable)).toEqual(sorted(writable));
      }),
      { numRuns: 40 },
    );
  });

  it('open by a grant what both open, and no members', async () => {
    await fc.assert(
      fc.asyncProperty(scope, scope, async (granted, asked) => {
        await database.superuser('DELETE FROM access_grants');
        await database.superuser(
          `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable, ends_at, given_by, given_by_name)
           VALUES ($1, gen_random_uuid(), $2, '', $3, $4, now() + interval '1 day', $5, '')`,
          [client, consultancy, granted.readable, granted.writable, person],
        );
        const opened = await enter(await token(asked), client, consultancy);
        const both = (side: keyof GrantedAreas): readonly string[] =>
          sorted(asked[side].filter((area) => granted[side].includes(area)));
        expect(opened.readable).not.toBeNull();
        expect(sorted(opened.readable)).toEqual(both('readable'));
        expect(opened.writable).not.toBeNull();
        expect(sorted(opened.writable)).toEqual(both('writable'));
      }),
      { numRuns: 40 },
    );
  });

  it('let nobody in by a token that ended, is another’s, or is for another organization', async () => {
    const everything = { readable: AREAS, writable: AREAS };
    const ended = { code: 'LX401' };
    const limited = await token(everything, home);
    await enter(limited, home);
    await expect(enter(limited, elsewhere)).rejects.toMatchObject(ended);
    await expect(enter(limited, home, home, other)).rejects.toMatchObject(ended);
    await database.superuser('UPDATE access_tokens SET expires_at = now() WHERE id = $1', [
      limited,
    ]);
    await expect(enter(limited, home)).rejects.toMatchObject(ended);
    const revoked = await token(everything);
    await database.superuser('DELETE FROM access_tokens WHERE id = $1', [revoked]);
    await expect(enter(revoked, home)).rejects.toMatchObject(ended);
  });

  it('let in where a second factor is asked for only by a token that was made with one', async () => {
    const everything = { readable: AREAS, writable: AREAS };
    await database.superuser(
      'UPDATE organizations SET requires_second_factor = true WHERE id = $1',
      [home],
    );
    const refused = { code: 'LX403', message: 'second_factor_required' };
    await expect(enter(await token(everything), home)).rejects.toMatchObject(refused);
    await enter(await token(everything, null, true), home);
    await database.superuser('UPDATE organizations SET requires_second_factor = false');
  });
});
