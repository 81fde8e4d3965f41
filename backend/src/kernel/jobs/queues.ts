import type { PgBoss, Queue } from 'pg-boss';
import type { JobData, JobKind } from './job';

/** Where the queue puts every job that has failed for good, whoever noticed it: the handler, the clock or a heartbeat. */
export const GIVEN_UP = 'jobs.given-up';

/**
 * A worker says this often enough that it still has a job; one that died is silent. Long enough for a busy machine: a
 * job of a silent worker is given to another.
 */
const heartbeatSeconds = 20;

const tries = { retryDelay: 5, retryBackoff: true, notify: true, heartbeatSeconds } as const;

async function putQueue(boss: PgBoss, name: string, queue: Omit<Queue, 'name'>): Promise<void> {
  if (await boss.getQueue(name)) await boss.updateQueue(name, queue);
  else await boss.createQueue(name, queue);
}

/** Makes the queues of all kinds of jobs, or brings them up to date. */
export async function putQueues(boss: PgBoss, kinds: readonly JobKind<JobData>[]): Promise<void> {
  // Telling of a failure must outlast a database or a disk that is the failure's cause.
  await putQueue(boss, GIVEN_UP, { ...tries, retryLimit: 10, expireInSeconds: 60 });
  for (const { name, options } of kinds) {
    await putQueue(boss, name, {
      ...tries,
      retryLimit: options.retryLimit ?? 3,
      expireInSeconds: options.expireInSeconds ?? 900,
      deadLetter: GIVEN_UP,
    });
  }
}
