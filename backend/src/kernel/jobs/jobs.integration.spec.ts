import { TestApp, type TestOrganization } from '../../testing/test-app';
import { TenantDatabase } from '../database/tenant-database';
import { SEAL_AUDIT } from '../audit/seal-audit';
import { JobQueue } from './job-queue';
import { JobWorker } from './job-worker';

describe('background jobs', () => {
  let app: TestApp;
  let enterprise: TestOrganization;

  beforeAll(async () => {
    app = await TestApp.start();
    enterprise = await app.organization();
  });
  afterAll(() => app.stop());

  const enqueue = async (isFailing: boolean): Promise<void> => {
    const { context } = enterprise;
    await app.app.get(TenantDatabase).transaction(context, async (manager) => {
      await app.app.get(JobQueue).enqueue(manager, SEAL_AUDIT, { context });
      if (isFailing) throw new Error('rolled back');
    });
  };
  const states = async (): Promise<string[]> =>
    (
      await app.database.superuser<{ state: string }>(
        `SELECT state FROM pgboss.job WHERE name = $1 ORDER BY created_on`,
        [SEAL_AUDIT.name],
      )
    ).map(({ state }) => state);

  it('are forgotten with the transaction that wanted them', async () => {
    await expect(enqueue(true)).rejects.toThrow('rolled back');
    expect(await states()).toEqual([]);
  });

  it('are done by the worker with its own role, and asked for in every organization', async () => {
    await enqueue(false);
    expect(await states()).toEqual(['created']);
    const worker = (await app.jobs()).get(JobWorker);
    await worker.start();
    const isDone = async () => {
      const found = await states();
      return found.length >= 2 && found.every((state) => state === 'completed');
    };
    for (let tries = 0; tries < 200 && !(await isDone()); tries += 1)
      await new Promise((done) => setTimeout(done, 50));
    expect(await states()).toEqual(['completed', 'completed']);
  });

  it('are given up once, after the last of their tries', async () => {
    const worker = (await app.jobs()).get(JobWorker);
    const error = new Error('again and again');
    const handler = {
      handle: () => Promise.reject(error),
      giveUp: jest.fn(() => Promise.resolve()),
    };
    const data = { context: enterprise.context };
    const { signal } = new AbortController();
    const tries = [0, 1, 2].map((retryCount) => ({
      id: 'x',
      data,
      signal,
      retryCount,
      retryLimit: 2,
    }));
    const told: number[] = [];
    for (const job of tries) {
      await expect(worker.run(SEAL_AUDIT, handler, job)).rejects.toBe(error);
      told.push(handler.giveUp.mock.calls.length);
    }
    expect(told).toEqual([0, 0, 1]);
    expect(handler.giveUp).toHaveBeenCalledWith(data, error);
  });
});
