import {
  FOUNDING,
  ORGANIZATION_KINDS,
  ORGANIZATION_MOVES,
  ORGANIZATION_STATES,
  PLATFORM_MOVES,
  platformMovesFrom,
} from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../testing/test-database';

describe('how an organization stands', () => {
  let database: TestDatabase;
  let server: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    server = new pg.Client({ connectionString: database.urlOf('app') });
    await server.connect();
  });
  afterAll(async () => {
    await server.end();
    await database.drop();
  });

  /** One statement inside of an organization, as the server could send it. */
  async function inside(id: string, sql: string, values: unknown[]): Promise<string> {
    await server.query('BEGIN');
    try {
      await server.query(`SELECT set_config('app.organization_id', $1, true)`, [id]);
      const { rowCount } = await server.query(sql, values);
      return `${rowCount ?? 0} rows`;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await server.query('ROLLBACK');
    }
  }

  it.each(ORGANIZATION_KINDS)('begins in the database as in the product: %s', async (kind) => {
    const taken: string[] = [];
    for (const state of ORGANIZATION_STATES) {
      const id = randomUUID();
      const sql = `INSERT INTO organizations (id, name, kind, state) VALUES ($1, '单位', $2, $3)`;
      if ((await inside(id, sql, [id, kind, state])) === '1 rows') taken.push(state);
    }
    const { begins } = FOUNDING[kind];
    expect(taken).toEqual(begins === null ? [] : [begins]);
  });

  it.each([
    ['its state', `state = 'open'`],
    ['its version', 'version = 9'],
    ['its kind', `kind = 'consultancy'`],
    ['its credit code', 'credit_code = NULL'],
  ])('is nothing that the server writes by itself: %s', async (_, change) => {
    const id = randomUUID();
    await database.superuser(
      `INSERT INTO organizations (id, name, kind, state) VALUES ($1, '单位', 'consultancy', 'waiting')`,
      [id],
    );
    expect(await inside(id, `UPDATE organizations SET ${change} WHERE id = $1`, [id])).toContain(
      'permission denied',
    );
    const renamed = `UPDATE organizations SET name = '新名称' WHERE id = $1`;
    expect(await inside(id, renamed, [id])).toBe('1 rows');
  });

  it.each(ORGANIZATION_STATES)('is moved from the states of the table alone: %s', async (state) => {
    const id = randomUUID();
    await database.superuser(
      `INSERT INTO organizations (id, name, kind, state, closed_as, closed_reason, closed_by_name)
       VALUES ($1, '单位', 'consultancy', $2, $3, $3, $3)`,
      [id, state, state === 'closing' || state === 'deleted' ? 'open' : null],
    );
    const moved: string[] = [];
    const sql = `SELECT FROM app.platform_move($1, 1, $2, $3, '原因', $1, '王芳', 'organizations.moved', '-') AS v
      WHERE v IS NOT NULL`;
    for (const move of PLATFORM_MOVES.filter((each) => each !== 'restore')) {
      const { from, to } = ORGANIZATION_MOVES[move];
      if ((await inside(id, sql, [id, from, to])) === '1 rows') moved.push(move);
    }
    // Back to what it was before, which its row knows.
    const restored = `SELECT FROM app.platform_restore($1, 1, '原因', $1, '王芳', 'organizations.moved', '-') AS v
      WHERE v IS NOT NULL`;
    if ((await inside(id, restored, [id])) === '1 rows') moved.push('restore');
    expect(moved).toEqual(platformMovesFrom(state));
  });

  it('lets no application change once the organization is open', async () => {
    const id = randomUUID();
    await database.superuser(
      `INSERT INTO organizations (id, name, kind) VALUES ($1, '单位', 'consultancy')`,
      [id],
    );
    const change = `SELECT FROM app.change_application(1, '别名', NULL, true) AS v WHERE v IS NOT NULL`;
    expect(await inside(id, change, [])).toBe('0 rows');
  });
});
