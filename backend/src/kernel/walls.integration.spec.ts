import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { createServer } from 'node:net';
import pg from 'pg';
import { loadConfig } from '../config/config';
import { createHttpApplication } from '../http-application';
import { TestApp } from '../testing/test-app';
import { ACCESS } from './access/access';
import { SEAL_AUDIT } from './audit/seal-audit';
import { DatabaseUnreachableError } from './database/database.module';
import { TenantDatabase } from './database/tenant-database';
import { JobQueue } from './jobs/job-queue';

describe('the walls', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('let the server add jobs, and read none', async () => {
    const client = new pg.Client({ connectionString: app.database.urlOf('app') });
    await client.connect();
    try {
      for (const table of ['job', 'job_common', 'schedule', 'warning'])
        await expect(client.query(`SELECT * FROM pgboss.${table}`)).rejects.toThrow(
          'permission denied',
        );
      await expect(client.query('DELETE FROM pgboss.job')).rejects.toThrow('permission denied');
    } finally {
      await client.end();
    }
    const { context } = await app.organization();
    await app.app
      .get(TenantDatabase)
      .transaction(context, (manager) =>
        app.app
          .get(JobQueue)
          .enqueue(manager, SEAL_AUDIT, { context }, { singletonKey: context.organizationId }),
      );
    expect(
      await app.database.superuser('SELECT FROM pgboss.job WHERE name = $1', [SEAL_AUDIT.name]),
    ).toHaveLength(1);
  });

  it('are not passed by objects of a caller: functions with owner’s rights look at those last', async () => {
    const found = await app.database.superuser<{ name: string }>(
      `SELECT p.oid::regprocedure::text AS name FROM pg_proc p
       WHERE p.prosecdef AND p.pronamespace = 'app'::regnamespace AND NOT EXISTS (
         SELECT FROM unnest(p.proconfig) AS setting
         WHERE setting LIKE 'search_path=%, pg_temp')`,
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['standards', { number: 'Q/A 1-2024', title: 'a\ud800' }, 'title'],
    ['standards', { number: 'Q/A 1-2024', title: 'a\0' }, 'title'],
    ['corrective-actions', { finding: '\udc00' }, 'finding'],
  ])('keep out text that cannot be stored: %s %j', async (place, body, path) => {
    const { api, path: organization } = await app.organization();
    expect(await api.post(`${organization}/${place}`, body)).toMatchObject({
      status: 422,
      body: { code: 'validation_failed', errors: [{ path, code: 'text_broken' }] },
    });
    expect((await api.get(`${organization}/standards?q=%00`)).status).toBe(422);
  });

  it('let no route through that declares neither a permission nor that it is public', () => {
    const routes: string[] = [];
    const undeclared: string[] = [];
    for (const { controllers } of app.app.get(ModulesContainer).values())
      for (const { metatype } of controllers.values()) {
        if (typeof metatype !== 'function') continue;
        const prototype = metatype.prototype as Record<string, unknown>;
        for (const name of Object.getOwnPropertyNames(prototype)) {
          const handler = prototype[name];
          if (name === 'constructor' || typeof handler !== 'function') continue;
          if (!Reflect.hasMetadata(PATH_METADATA, handler)) continue;
          const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
          const route = `${method} ${metatype.name}.${name}`;
          routes.push(route);
          if (!Reflect.hasMetadata(ACCESS, handler)) undeclared.push(route);
        }
      }
    expect(routes.length).toBeGreaterThan(15);
    expect(undeclared).toEqual([]);
  });

  it.each(['superuser', 'migrator'] as const)(
    'make the server refuse to start as %s',
    async (role) => {
      const url = app.database.urlOf(role);
      for (const [setting, variable] of [
        [{ databaseUrl: url }, 'DATABASE_APP_URL'],
        [{ databaseDirectUrl: url }, 'DATABASE_DIRECT_URL'],
      ] as const) {
        const other = await createHttpApplication({ ...app.config, ...setting });
        await expect(other.init()).rejects.toThrow(`The database role in ${variable} `);
        await other.close();
      }
    },
  );

  it('say clearly that there is no database, and not where it was looked for', async () => {
    const port = await closedPort();
    const other = await createHttpApplication(
      loadConfig('main', {
        DATABASE_APP_URL: `postgres://liangxing_app:hunter2@127.0.0.1:${port}/liangxing`,
        CSRF_SECRET: 'x'.repeat(32),
        SECOND_FACTOR_KEY: 'x'.repeat(32),
        LOG_LEVEL: 'silent',
      }),
    );
    const error: unknown = await other.init().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DatabaseUnreachableError);
    expect(String(error)).toContain('DATABASE_APP_URL');
    expect(String(error)).not.toContain('hunter2');
    await other.close();
  });
});

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 1;
}
