import 'reflect-metadata';
import { join } from 'node:path';
import { loadConfig } from './config/config';
import { loadShippedCatalogue } from './features/catalogue/commands';
import { publishSchemes } from './features/schemes';
import { JOB_KINDS } from './jobs';
import { migrate } from './kernel/database/migrate';
import { start } from './start';

/** Brings the database up to date, as its owner, and publishes the shipped schemes and catalogue. */
start(async () => {
  const config = loadConfig('migrate', process.env);
  const done = await migrate(config.databaseUrl, JOB_KINDS, async (database) => {
    if (config.packsDir === '') return;
    for (const { id, version, outcome } of await publishSchemes(database, config.packsDir))
      if (outcome !== 'unchanged') process.stdout.write(`scheme ${id} ${version}: ${outcome}\n`);
    for (const line of await loadShippedCatalogue(database, join(config.packsDir, 'catalogue')))
      process.stdout.write(`${line}\n`);
  });
  process.stdout.write(done.length === 0 ? 'already current\n' : `${done.join('\n')}\n`);
});
