import 'reflect-metadata';
import { loadConfig } from './config/config';
import { publishSchemes } from './features/schemes';
import { JOB_KINDS } from './jobs';
import { migrate } from './migrations/migrate';
import { start } from './start';

/** Brings the database up to date, as its owner, and publishes the shipped schemes. */
start(async () => {
  const config = loadConfig('migrate', process.env);
  const done = await migrate(config.databaseUrl, JOB_KINDS, async (dataSource) => {
    if (config.packsDir === '') return;
    for (const { id, version, outcome } of await publishSchemes(dataSource, config.packsDir))
      if (outcome !== 'unchanged') process.stdout.write(`scheme ${id} ${version}: ${outcome}\n`);
  });
  process.stdout.write(done.length === 0 ? 'already current\n' : `${done.join('\n')}\n`);
});
