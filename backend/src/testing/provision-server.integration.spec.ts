import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './test-database';

interface Ended {
  readonly code: number;
  readonly output: string;
}

const script = join(__dirname, '../../launcher/provision-server.mjs');

const provisionServer = (env: Readonly<Record<string, string>>): Promise<Ended> =>
  new Promise((done) => {
    const { PATH = '' } = process.env;
    execFile(process.execPath, [script], { env: { PATH, ...env } }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, output: out + err }),
    );
  });

describe('a server of one’s own', () => {
  const name = `liangxing_provision_${randomBytes(4).toString('hex')}`;
  let server: TestDatabase;

  beforeAll(async () => {
    server = await createTestDatabase();
  });
  afterAll(async () => {
    await server.superuser(`DROP DATABASE IF EXISTS ${name}`);
    await server.drop();
  });

  // The roles belong to the whole test server: they keep the passwords that all tests use.
  const settings = (): Record<string, string> => ({
    DATABASE_URL: server.urlOf('superuser'),
    DATABASE_NAME: name,
    MIGRATOR_PASSWORD: 'test-migrator',
    APP_PASSWORD: 'test-app',
    JOBS_PASSWORD: 'test-jobs',
  });

  it('gets roles and database by one command, which may be repeated', async () => {
    for (let time = 0; time < 2; time += 1)
      expect(await provisionServer(settings())).toEqual({
        code: 0,
        output: `database ${name} is ready\n`,
      });
    const url = new URL(server.urlOf('app'));
    url.pathname = `/${name}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    const { rows } = await client.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user`,
    );
    await expect(client.query('CREATE TABLE public.mine ()')).rejects.toThrow('permission denied');
    await client.end();
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
    ]);
  });

  it('is told which settings are missing, and never a password', async () => {
    const missing = await provisionServer({ ...settings(), APP_PASSWORD: '' });
    expect(missing).toEqual({ code: 78, output: 'Settings are missing: APP_PASSWORD\n' });
    const wrong = new URL(server.urlOf('superuser'));
    wrong.password = 'hunter2';
    const refused = await provisionServer({ ...settings(), DATABASE_URL: wrong.href });
    expect(refused.code).toBe(69);
    expect(refused.output).not.toContain('hunter2');
  });
});
