import 'reflect-metadata';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AnyRole, GrantedAreas, OrganizationKind } from '@liangxing/contracts';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../app.module';
import { loadConfig, type Config } from '../config/config';
import { createHttpApplication } from '../http-application';
import { CSRF_COOKIE, csrfTokenOf, SESSION_COOKIE } from '../kernel/access/cookies';
import type { RequestContext } from '../kernel/access/request-context';
import { JobWorker } from '../kernel/jobs/job-worker';
import type { JobData, JobKind } from '../kernel/jobs/job';
import { ApiClient } from './api-client';
import { TEST_PASSWORD_HASH } from './test-password';
import { createTestDatabase, type TestDatabase } from './test-database';

export interface Member {
  readonly api: ApiClient;
  readonly userId: string;
  readonly email: string;
  /** For calling use cases directly. */
  readonly context: RequestContext;
}

export interface TestOrganization extends Member {
  readonly organizationId: string;
  /** `/api/organizations/<id>` */
  readonly path: string;
}

type Settings = Readonly<Record<string, string>>;
type Reach = (url: string) => Settings | Promise<Settings>;

const csrfSecret = 'a secret of the tests only';

/** The whole application on a database of its own, listening on a free port. */
export class TestApp {
  private worker: INestApplicationContext | undefined;
  private readonly others: NestExpressApplication[] = [];
  private readonly workers: INestApplicationContext[] = [];

  private constructor(
    readonly app: NestExpressApplication,
    readonly database: TestDatabase,
    readonly config: Config,
    readonly address: string,
  ) {}

  /**
   * @param environment settings that differ
   * @param modules more modules, for probes
   * @param reach settings by which the server reaches its database, of the database's own address
   */
  static async start(
    environment: Readonly<Record<string, string>> = {},
    modules: readonly Type[] = [],
    reach: Reach = (url) => ({ DATABASE_APP_URL: url }),
  ): Promise<TestApp> {
    const database = await createTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'liangxing-data-'));
    const config = loadConfig('main', {
      CSRF_SECRET: csrfSecret,
      SECOND_FACTOR_KEY: 'a key of the tests only, long enough',
      DATA_DIR: dataDir,
      PORT: '0',
      DATABASE_POOL_SIZE: '5',
      LOG_LEVEL: 'silent',
      THREADS_FILE: process.env['TEST_THREADS_FILE'] ?? '',
      // Everyone comes from one address here; tests of limits set it back to 1.
      RATE_LIMIT_FACTOR: '1000',
      ...(await reach(database.urlOf('app'))),
      ...environment,
    });
    const app = await createHttpApplication(config, modules);
    await app.listen(0, '127.0.0.1');
    const address = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    return new TestApp(app, database, config, address);
  }

  async stop(): Promise<void> {
    for (const worker of this.workers) await worker.close();
    for (const other of this.others) await other.close();
    await this.app.close();
    await this.database.drop();
    await rm(this.config.dataDir, { recursive: true, force: true });
  }

  /** Another server process on the same database. @returns where it listens */
  async another(): Promise<string> {
    const other = await createHttpApplication(this.config);
    this.others.push(other);
    await other.listen(0, '127.0.0.1');
    return (await other.getUrl()).replace('[::1]', '127.0.0.1');
  }

  /** A visitor who is not signed in. */
  visitor(): ApiClient {
    return new ApiClient(this.address);
  }

  /** A new organization with its owner, signed in. Written behind the API, for speed. */
  async organization(name = '测试企业'): Promise<TestOrganization> {
    const organizationId = randomUUID();
    await this.database.superuser('INSERT INTO organizations (id, name) VALUES ($1, $2)', [
      organizationId,
      name,
    ]);
    await this.database.superuser(
      `INSERT INTO enterprise_profiles (organization_id, profile) VALUES ($1, '{}')`,
      [organizationId],
    );
    const owner = await this.member(organizationId, 'owner');
    return { ...owner, organizationId, path: `/api/organizations/${organizationId}` };
  }

  /** A new person who belongs to an organization, signed in. */
  async member(
    organizationId: string,
    role: AnyRole,
    kind: OrganizationKind = 'enterprise',
  ): Promise<Member> {
    const userId = randomUUID();
    const email = `${userId}@example.com`;
    const token = randomBytes(32).toString('base64url');
    await this.database.superuser(
      `INSERT INTO users (id, email, name, password_hash) VALUES ($1, $2, '王芳', $3)`,
      [userId, email, TEST_PASSWORD_HASH],
    );
    await this.database.superuser(
      `INSERT INTO memberships (organization_id, user_id, role, organization_kind)
       VALUES ($1, $2, $3, $4)`,
      [organizationId, userId, role, kind],
    );
    await this.database.superuser(
      `INSERT INTO sessions (token_hash, user_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
      [createHash('sha256').update(token).digest(), userId],
    );
    const api = this.visitor();
    api.cookies.set(SESSION_COOKIE, token);
    api.cookies.set(CSRF_COOKIE, csrfTokenOf(token, csrfSecret));
    const context: RequestContext = {
      userId,
      userName: '王芳',
      organizationId,
      actingId: organizationId,
      kind,
      role,
      grant: null,
      correlationId: 'test-correlation',
      language: 'zh-CN',
    };
    return { api, userId, email, context };
  }

  /** A consultancy that the platform opened, with its owner, signed in. */
  consultancy(name = '良方咨询', creditCode: string | null = null): Promise<TestOrganization> {
    return this.opened('consultancy', 'owner', name, creditCode);
  }

  /** A body that the platform opened, with its director, signed in. */
  body(name = '江南评价中心', creditCode: string | null = null): Promise<TestOrganization> {
    return this.opened('assessment_body', 'director', name, creditCode);
  }

  private async opened(
    kind: OrganizationKind,
    role: AnyRole,
    name: string,
    creditCode: string | null,
  ): Promise<TestOrganization> {
    const organizationId = randomUUID();
    await this.database.superuser(
      `INSERT INTO organizations (id, name, kind, credit_code) VALUES ($1, $2, $3, $4)`,
      [organizationId, name, kind, creditCode],
    );
    const leader = await this.member(organizationId, role, kind);
    return { ...leader, organizationId, path: `/api/organizations/${organizationId}` };
  }

  /**
   * Lets another organization into a client's data, as an engagement that was accepted.
   * @param days that it still lasts; it is over where they are negative
   */
  async grant(
    client: Pick<TestOrganization, 'organizationId' | 'userId'>,
    granteeId: string,
    { readable, writable }: GrantedAreas,
    days = 1,
  ): Promise<void> {
    await this.database.superuser(
      `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
         starts_at, ends_at, given_by, given_by_name)
       VALUES ($1, gen_random_uuid(), $2, '良方咨询', $3, $4, now() - interval '9 days',
         now() + make_interval(days => $5), $6, '王芳')`,
      [client.organizationId, granteeId, readable, writable, days, client.userId],
    );
  }

  /** Has a person of a consultancy work for a client. */
  async assign(
    consultancyId: string,
    clientId: string,
    ...people: readonly Member[]
  ): Promise<void> {
    for (const { userId } of people)
      await this.database.superuser(
        'INSERT INTO client_assignments (organization_id, client_id, user_id) VALUES ($1, $2, $3)',
        [consultancyId, clientId, userId],
      );
  }

  /** The worker's application, with the jobs role; it takes no jobs by itself. */
  async jobs(): Promise<INestApplicationContext> {
    return (this.worker ??= await this.anotherWorker());
  }

  /** One more worker's application; it ends with the test, or when it is closed. */
  async anotherWorker(): Promise<INestApplicationContext> {
    const config: Config = {
      ...this.config,
      program: 'worker',
      databaseUrl: this.database.urlOf('jobs'),
    };
    const worker = await NestFactory.createApplicationContext(AppModule.with(config), {
      logger: false,
      abortOnError: false,
    });
    this.workers.push(worker);
    return worker;
  }

  /**
   * Does all waiting jobs of one kind in the worker's application, each twice, as may happen.
   * @returns how many jobs there were
   */
  async runJobs<Data extends JobData>(kind: JobKind<Data>, times = 2): Promise<number> {
    const worker = (await this.jobs()).get(JobWorker);
    const found = worker.handlers().find((handler) => handler.kind.name === kind.name);
    if (!found) throw new Error(`no handler of ${kind.name}`);
    const waiting = await this.database.superuser<{ data: Data }>(
      `DELETE FROM pgboss.job WHERE name = $1 AND state < 'active' RETURNING data`,
      [kind.name],
    );
    for (const { data } of waiting)
      for (let time = 0; time < times; time += 1)
        await found.handler.handle(data, new AbortController().signal);
    return waiting.length;
  }
}
