import type { PgBoss } from 'pg-boss';
import type { DataSource, EntityManager } from 'typeorm';

/** By this name in `pg_stat_activity` a live worker is known; each holds a connection that listens. */
export const WORKER_CONNECTIONS = 'liangxing jobs';

/**
 * Starts this worker's queue. Where no other worker lives, whatever still counts as being worked on was left behind by
 * a dead one: it is tried again at once, at the price of a try, so that a job which kills its worker is given up in
 * the end. Where others live, the heartbeat tells their jobs from lost ones.
 * @returns how many jobs were found lost
 */
export async function startAmongWorkers(dataSource: DataSource, boss: PgBoss): Promise<number> {
  return dataSource.transaction(async (manager) => {
    // Two that start together take turns, so that the second one sees the first.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('liangxing.worker-start'))`);
    const others = await manager.query<unknown[]>(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1`,
      [WORKER_CONNECTIONS],
    );
    await boss.start();
    return others.length > 0 ? 0 : tryLostJobsAgain(manager, boss);
  });
}

async function tryLostJobsAgain(manager: EntityManager, boss: PgBoss): Promise<number> {
  const queues = await manager.query<{ name: string; ids: string[] }[]>(
    `SELECT name, array_agg(id) AS ids FROM pgboss.job WHERE state = 'active' GROUP BY name`,
  );
  for (const { name, ids } of queues) await boss.fail(name, ids, new Error('the worker died'));
  const lost = queues.flatMap(({ ids }) => ids);
  await dueNow(manager, lost);
  return lost.length;
}

/** Before the queue fails what a stopping worker has to leave: stopping costs no try. */
export async function grantTry(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE pgboss.job SET retry_limit = retry_limit + 1 WHERE id = ANY($1) AND state = 'active'`,
    [ids],
  );
}

/** The delay before the next try is for what failed, not for what was broken off. */
export async function dueNow(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE pgboss.job SET start_after = now() WHERE id = ANY($1) AND state = 'retry'`,
    [ids],
  );
}
