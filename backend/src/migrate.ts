import 'reflect-metadata';
import { loadConfig } from './config/config';
import { JOB_KINDS } from './jobs';
import { migrate } from './migrations/migrate';
import { start } from './start';

/** Brings the database up to date, as its owner. */
start(async () => {
  const config = loadConfig('migrate', process.env);
  const done = await migrate(config.databaseUrl, JOB_KINDS);
  process.stdout.write(done.length === 0 ? 'already current\n' : `${done.join('\n')}\n`);
});
