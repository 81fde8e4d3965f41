import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { BUILD_DOSSIER } from '../../features/dossiers';
import { SEND_PASSWORD_RESET } from '../../features/accounts';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { until } from '../../testing/until';
import { SEAL_AUDIT } from '../audit/seal-audit';
import { TenantDatabase } from '../database/tenant-database';
import type { JobHandler } from './handles-job';
import type { JobData, JobKind } from './job';
import { JOBS_SCHEMA, JobQueue } from './job-queue';
import { JobWorker } from './job-worker';
import { WORKER_CONNECTIONS } from './lost-jobs';

let app: TestApp;
let enterprise: TestOrganization;

beforeEach(async () => {
  app = await TestApp.start();
  enterprise = await app.organization();
});
afterEach(async () => {
  await app.stop();
  jest.restoreAllMocks();
});

async function enqueue<Data extends JobData>(kind: JobKind<Data>, data: Data): Promise<void> {
  await app.app
    .get(TenantDatabase)
    .transaction(data.context, (manager) => app.app.get(JobQueue).enqueue(manager, kind, data));
}

const enqueueBuild = (dossierId: string): Promise<void> =>
  enqueue(BUILD_DOSSIER, { context: enterprise.context, dossierId });

interface JobRow {
  readonly state: string;
  readonly retry_count: number;
  readonly retry_limit: number;
  readonly is_due: boolean;
}
const jobs = ({ name }: { readonly name: string }): Promise<JobRow[]> =>
  app.database.superuser(
    `SELECT state, retry_count, retry_limit, start_after <= now() AS is_due
     FROM pgboss.job WHERE name = $1 ORDER BY created_on`,
    [name],
  );
const states = async (kind: { readonly name: string }): Promise<string[]> =>
  (await jobs(kind)).map(({ state }) => state);
const isEvery = (state: string, kind: { readonly name: string }) => async (): Promise<boolean> => {
  const found = await states(kind);
  return found.length > 0 && found.every((each) => each === state);
};

function handlerOf(worker: INestApplicationContext, name: string): JobHandler<JobData> {
  const found = worker
    .get(JobWorker)
    .handlers()
    .find(({ kind }) => kind.name === name);
  if (!found) throw new Error(`no handler of ${name}`);
  return found.handler;
}

/** Takes one job of a kind and is gone, as a process that is killed in the middle of its work. */
async function dieWith({ name }: { readonly name: string }): Promise<void> {
  const connectionString = app.database.urlOf('jobs');
  const settings = { connectionString, schema: JOBS_SCHEMA, supervise: false, schedule: false };
  const boss = new PgBoss({ ...settings, migrate: false, createSchema: false });
  boss.on('error', () => undefined);
  await boss.start();
  expect(await boss.fetch(name)).toHaveLength(1);
  await boss.stop({ graceful: false });
  expect(await states({ name })).toEqual(['active']);
}

/** A promise with its end in the hand of the test. */
function open(): { readonly promise: Promise<void>; readonly end: () => void } {
  let end = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { promise, end };
}

describe('background jobs', () => {
  it('are forgotten with the transaction that wanted them', async () => {
    const { context } = enterprise;
    const wanting = app.app.get(TenantDatabase).transaction(context, async (manager) => {
      await app.app.get(JobQueue).enqueue(manager, SEAL_AUDIT, { context });
      throw new Error('rolled back');
    });
    await expect(wanting).rejects.toThrow('rolled back');
    expect(await states(SEAL_AUDIT)).toEqual([]);
  });

  it('are done by the worker with its own role, and housekeeping is asked for once', async () => {
    await enqueue(SEAL_AUDIT, { context: enterprise.context });
    const [one, other] = [await app.jobs(), await app.anotherWorker()];
    await Promise.all([one.get(JobWorker).start(), other.get(JobWorker).start()]);
    await until(isEvery('completed', SEAL_AUDIT), 'sealed');
    expect(await states(SEAL_AUDIT)).toEqual(['completed', 'completed']);
  });

  it('wait for no slow one of another kind, and many are done at once', async () => {
    const worker = await app.jobs();
    const slow = open();
    jest.spyOn(handlerOf(worker, BUILD_DOSSIER.name), 'handle').mockReturnValue(slow.promise);
    await worker.get(JobWorker).start();
    await Promise.all(Array.from({ length: 3 }, (_, index) => enqueueBuild(String(index))));
    const { context, email } = enterprise;
    for (let count = 0; count < 50; count += 1)
      await enqueue(SEND_PASSWORD_RESET, { context, email });
    await until(isEvery('completed', SEND_PASSWORD_RESET), 'fifty mails');
    expect(await states(BUILD_DOSSIER)).not.toContain('completed');
    slow.end();
    await until(isEvery('completed', BUILD_DOSSIER), 'the slow ones');
  });

  it('that fail are tried again, and no other one is', async () => {
    const worker = await app.jobs();
    const tries = new Map<string, number>();
    jest.spyOn(handlerOf(worker, BUILD_DOSSIER.name), 'handle').mockImplementation((data) => {
      const { dossierId } = data as { dossierId: string } & JobData;
      const count = (tries.get(dossierId) ?? 0) + 1;
      tries.set(dossierId, count);
      return dossierId === '3' && count === 1 ? Promise.reject(new Error('3')) : Promise.resolve();
    });
    for (let index = 0; index < 8; index += 1) await enqueueBuild(String(index));
    await worker.get(JobWorker).start();
    await until(isEvery('completed', BUILD_DOSSIER), 'all eight', 40);
    const counts = Array.from({ length: 8 }, (_, index) => tries.get(String(index)));
    expect(counts).toEqual([1, 1, 1, 2, 1, 1, 1, 1]);
  });

  it('are given up once no try is left, and whoever waits is told why', async () => {
    const worker = await app.jobs();
    const handler = handlerOf(worker, BUILD_DOSSIER.name);
    jest.spyOn(handler, 'handle').mockRejectedValue(new RangeError('again and again'));
    const giveUp = jest.spyOn(handler, 'giveUp').mockResolvedValue();
    await enqueueBuild('x');
    await app.database.superuser(`UPDATE pgboss.job SET retry_limit = 0`);
    await worker.get(JobWorker).start();
    await until(() => giveUp.mock.calls.length > 0, 'given up');
    expect(await states(BUILD_DOSSIER)).toEqual(['failed']);
    expect(giveUp.mock.calls).toEqual([
      [
        { context: enterprise.context, dossierId: 'x' },
        { name: 'RangeError', message: 'again and again' },
      ],
    ]);
  });
});

describe('a worker that dies', () => {
  it('leaves its jobs to the next one, which takes them up when it starts', async () => {
    await enqueueBuild('x');
    await dieWith(BUILD_DOSSIER);
    const worker = await app.jobs();
    const handle = jest
      .spyOn(handlerOf(worker, BUILD_DOSSIER.name), 'handle')
      .mockResolvedValue(undefined);
    await worker.get(JobWorker).start();
    await until(isEvery('completed', BUILD_DOSSIER), 'taken up');
    expect(handle).toHaveBeenCalledTimes(1);
  });

  it('is noticed by one that lives, and its last try is given up', async () => {
    const worker = await app.jobs();
    const handler = handlerOf(worker, BUILD_DOSSIER.name);
    const giveUp = jest.spyOn(handler, 'giveUp').mockResolvedValue();
    const handle = jest.spyOn(handler, 'handle').mockResolvedValue();
    await enqueueBuild('x');
    await app.database.superuser(`UPDATE pgboss.job SET retry_limit = 0`);
    await dieWith(BUILD_DOSSIER);
    await app.database.superuser(
      `UPDATE pgboss.job SET heartbeat_on = now() - interval '1 hour' WHERE state = 'active'`,
    );
    // As seen by a worker that is not alone: the job may be another one's.
    const connectionString = app.database.urlOf('jobs');
    const other = new pg.Client({ connectionString, application_name: WORKER_CONNECTIONS });
    await other.connect();
    await worker.get(JobWorker).start();
    await other.end();
    await until(() => giveUp.mock.calls.length > 0, 'given up', 40);
    expect(giveUp.mock.calls[0]?.[1].message).toContain('heartbeat');
    expect(handle).not.toHaveBeenCalled();
  });

  it('is not one that lives: its job stays its own when another one starts', async () => {
    const [one, other] = [await app.jobs(), await app.anotherWorker()];
    const slow = open();
    const first = jest
      .spyOn(handlerOf(one, BUILD_DOSSIER.name), 'handle')
      .mockReturnValue(slow.promise);
    const second = jest.spyOn(handlerOf(other, BUILD_DOSSIER.name), 'handle').mockResolvedValue();
    await one.get(JobWorker).start();
    await enqueueBuild('x');
    await until(() => first.mock.calls.length > 0, 'begun');
    await other.get(JobWorker).start();
    slow.end();
    await until(isEvery('completed', BUILD_DOSSIER), 'done');
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0]);
  });
});

describe('a worker that stops', () => {
  it('gives back what it cannot finish: due at once, and without the price of a try', async () => {
    const [one, other] = [await app.anotherWorker(), await app.jobs()];
    const begun = jest
      .spyOn(handlerOf(one, BUILD_DOSSIER.name), 'handle')
      .mockReturnValue(open().promise);
    await one.get(JobWorker).start();
    await enqueueBuild('x');
    await until(() => begun.mock.calls.length > 0, 'begun');
    const [before] = await jobs(BUILD_DOSSIER);
    await one.get(JobWorker).beforeApplicationShutdown();
    const [left] = await jobs(BUILD_DOSSIER);
    expect(left).toMatchObject({ state: 'retry', is_due: true });
    expect(left?.retry_limit).toBe((before?.retry_limit ?? 0) + 1);
    jest.spyOn(handlerOf(other, BUILD_DOSSIER.name), 'handle').mockResolvedValue();
    await other.get(JobWorker).start();
    await until(isEvery('completed', BUILD_DOSSIER), 'done by the next one');
  });
});
