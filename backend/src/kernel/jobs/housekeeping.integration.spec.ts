import { randomUUID } from 'node:crypto';
import { FORGET_INVITATIONS } from '../../features/organizations';
import { CHECK_CURRENCY } from '../../features/catalogue';
import { KEEP_FIGURES } from '../../features/portfolio';
import { FORGET_IMPORTS, FORGET_REMOVED } from '../../features/standards';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { SEAL_AUDIT } from '../audit/seal-audit';
import { TenantDatabase } from '../database/tenant-database';
import type { JobHandler } from './handles-job';
import { HousekeepingError, ownContext } from './housekeeping';
import type { JobData, JobKind } from './job';
import { JobWorker } from './job-worker';

let app: TestApp;
let worker: JobWorker;
let busy: TestOrganization;
let resting: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  worker = (await app.jobs()).get(JobWorker);
  [busy, resting] = [await app.organization(), await app.organization()];
});
afterAll(() => app.stop());
afterEach(() => jest.restoreAllMocks());

function handlerOf(wanted: JobKind<JobData>): JobHandler<JobData> {
  const found = worker.handlers().find(({ kind }) => kind.name === wanted.name);
  if (!found) throw new Error(`no handler of ${wanted.name}`);
  return found.handler;
}

const withWork = async (kind: JobKind<JobData>): Promise<readonly string[]> =>
  (await handlerOf(kind).organizationsWithWork?.()) ?? [];

const keep = (kind: JobKind<JobData>): Promise<void> =>
  worker.run(kind, handlerOf(kind), {
    id: 'x',
    data: { context: ownContext() },
    signal: new AbortController().signal,
  });

const recordEvent = (organizationId: string): Promise<unknown> =>
  app.database.superuser(
    `INSERT INTO audit_events (organization_id, actor_name, action, subject_type, subject_id, correlation_id)
     VALUES ($1, '王芳', 'probe', 'probe', '1', 'test')`,
    [organizationId],
  );

/** What makes work for one organization, by kind. */
const work: readonly (readonly [JobKind<JobData>, (organizationId: string) => Promise<unknown>])[] =
  [
    [SEAL_AUDIT, recordEvent],
    [
      FORGET_INVITATIONS,
      (id) =>
        app.database.superuser(
          `INSERT INTO invitations (organization_id, id, email, role, invited_by, expires_at)
           VALUES ($1, gen_random_uuid(), 'gone@example.com', 'viewer', $2, now() - interval '1 day')`,
          [id, busy.userId],
        ),
    ],
    [
      FORGET_IMPORTS,
      (id) =>
        app.database.superuser(
          `INSERT INTO standard_imports (organization_id, id, file_name, encoding, sheets, sheet_names,
             sheet, header_row, header_rows, columns, duplicates, summary, choices, created_at, created_by,
             created_by_name)
           VALUES ($1, gen_random_uuid(), 'x.csv', 'utf-8', '', '[]', 0, 0, 1, '[]', 'skip', '{}', '{}',
             now() - interval '8 days', $2, '王芳')`,
          [id, busy.userId],
        ),
    ],
    [
      FORGET_REMOVED,
      (id) =>
        app.database.superuser(
          `INSERT INTO register_acts (organization_id, id, kind, done_at, done_by, done_by_name)
           VALUES ($1, gen_random_uuid(), 'removed', now() - interval '31 days', $2, '王芳')`,
          [id, busy.userId],
        ),
    ],
    [
      KEEP_FIGURES,
      async (id) => {
        const consultancyId = randomUUID();
        await app.database.superuser(
          `INSERT INTO organizations (id, name, kind) VALUES ($1, '良方咨询', 'consultancy')`,
          [consultancyId],
        );
        await app.database.superuser(
          `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
             ends_at, given_by, given_by_name)
           VALUES ($1, gen_random_uuid(), $2, '良方咨询', '{register}', '{}', now() + interval '1 day', $3, '王芳')`,
          [id, consultancyId, busy.userId],
        );
      },
    ],
    [
      CHECK_CURRENCY,
      async () => {
        const created = await busy.api.post(`${busy.path}/standards`, {
          number: 'GB/T 19001-2016',
          title: '质量管理体系 要求',
        });
        expect(created.status).toBe(201);
        // Adding is an event; that is another kind's work.
        await keep(SEAL_AUDIT);
      },
    ],
  ];

describe('housekeeping', () => {
  it.each(work.map(([kind, makeWork]) => ({ name: kind.name, kind, makeWork })))(
    'of $name goes to the organizations that have work, until it is done',
    async ({ kind, makeWork }) => {
      expect(await withWork(kind)).toEqual([]);
      await makeWork(busy.organizationId);
      expect(await withWork(kind)).toEqual([busy.organizationId]);
      await keep(kind);
      expect(await withWork(kind)).toEqual([]);
    },
  );

  it('finds an event that was committed behind those which are sealed', async () => {
    const late = await app.database.superuser<{ id: string }>(
      `SELECT nextval(pg_get_serial_sequence('audit_events', 'id')) AS id`,
    );
    await recordEvent(busy.organizationId);
    await keep(SEAL_AUDIT);
    await app.database.superuser(
      `INSERT INTO audit_events OVERRIDING SYSTEM VALUE
         SELECT organization_id, $1, recorded_at, actor_id, actor_name, action, subject_type,
           subject_id, details, correlation_id FROM audit_events WHERE organization_id = $2 LIMIT 1`,
      [late[0]?.id, busy.organizationId],
    );
    expect(await withWork(SEAL_AUDIT)).toEqual([busy.organizationId]);
    await keep(SEAL_AUDIT);
  });

  it('does the others where one is broken, and names that one', async () => {
    const third = await app.organization();
    const all = [busy, resting, third].map(({ organizationId }) => organizationId);
    for (const id of all) await recordEvent(id);
    const handler = handlerOf(SEAL_AUDIT);
    const seal = handler.handle.bind(handler);
    jest
      .spyOn(handler, 'handle')
      .mockImplementation((data, signal) =>
        data.context.organizationId === resting.organizationId
          ? Promise.reject(new Error('a broken page'))
          : seal(data, signal),
      );
    const error: unknown = await keep(SEAL_AUDIT).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HousekeepingError);
    expect(String(error)).toContain(
      `1 of 3 organizations: ${resting.organizationId} (a broken page)`,
    );
    expect(await withWork(SEAL_AUDIT)).toEqual([resting.organizationId]);
    jest.restoreAllMocks();
    await keep(SEAL_AUDIT);
  });

  it('asks thousands of organizations at rest for nothing', async () => {
    await app.database.superuser(
      `INSERT INTO organizations (id, name) SELECT gen_random_uuid(), '企业 ' || n
       FROM generate_series(1, 5000) n`,
    );
    await recordEvent(busy.organizationId);
    const handle = jest.spyOn(handlerOf(SEAL_AUDIT), 'handle');
    await keep(SEAL_AUDIT);
    for (const kind of [FORGET_INVITATIONS, FORGET_IMPORTS, CHECK_CURRENCY]) await keep(kind);
    expect(handle.mock.calls.map(([{ context }]) => context.organizationId)).toEqual([
      busy.organizationId,
    ]);
  });

  it('leaves a caller in the tenant where he was', async () => {
    const database = (await app.jobs()).get(TenantDatabase);
    const seen = await database.read(resting.context, async (manager) => {
      await manager.query('SELECT app.organizations_to_seal()');
      return manager.query<{ id: string }[]>('SELECT id FROM organizations');
    });
    expect(seen).toEqual([{ id: resting.organizationId }]);
  });

  it('is a question that only the worker may ask', async () => {
    const functions = await app.database.superuser<{ name: string; app: boolean; jobs: boolean }>(
      `SELECT proname AS name, has_function_privilege('liangxing_app', oid, 'EXECUTE') AS app,
         has_function_privilege('liangxing_jobs', oid, 'EXECUTE') AS jobs
       FROM pg_proc WHERE pronamespace = 'app'::regnamespace AND proname LIKE 'organizations\\_%'`,
    );
    expect(functions).toHaveLength(12);
    for (const found of functions) expect(found).toMatchObject({ app: false, jobs: true });
  });
});
