import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';
import { PlatformDatabase } from './platform-database';
import type { JobData, JobKind } from '../jobs/job';
import { bossDatabase, JOBS_SCHEMA } from '../jobs/job-queue';
import { putQueues } from '../jobs/queues';

/**
 * Brings a database up to date as the migrator: schema, then the queues of all kinds of jobs.
 * May run any number of times; two at once take turns.
 * @returns names of the migrations that were run now
 */
export async function migrate(
  databaseUrl: string,
  jobKinds: readonly JobKind<JobData>[],
  afterwards: (database: PlatformDatabase) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const options = dataSourceOptions({ databaseUrl, databasePoolSize: 2, program: 'migrate' });
  const dataSource = new DataSource(options);
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('liangxing.migrate'))`);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    await createQueues(dataSource, jobKinds);
    await afterwards(new PlatformDatabase(dataSource));
    return done.map(({ name }) => name);
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
}

async function createQueues(
  dataSource: DataSource,
  jobKinds: readonly JobKind<JobData>[],
): Promise<void> {
  const boss = new PgBoss({
    db: bossDatabase(dataSource.manager),
    schema: JOBS_SCHEMA,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  await putQueues(boss, jobKinds);
  await boss.stop({ graceful: false });
}
