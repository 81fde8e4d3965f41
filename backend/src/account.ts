import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { normalEmail } from '@liangxing/contracts';
import { DataSource } from 'typeorm';
import { loadConfig } from './config/config';
import { ACCOUNTS_ENTITIES, takeOffSecondFactor } from './features/accounts/commands';
import { dataSourceOptions } from './kernel/database/data-source';
import { PlatformDatabase } from './kernel/database/platform-database';
import { start } from './start';

const USAGE = `account second-factor-off ADDRESS --by NAME --reason TEXT
  Switches the second factor of an account off whose owner has lost phone and recovery codes, and ends its sessions.
  Make sure first that it is the owner who asks.
  --by      who does it
  --reason  why, and how the owner was known; both stand in the trail of the platform\n`;

/** What an operator does to one account, as the owner of the database; ends with 1 where there was nothing to do. */
start(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { by: { type: 'string' }, reason: { type: 'string' } },
  });
  const [command, address = ''] = positionals;
  const email = normalEmail(address);
  const { by = '', reason = '' } = values;
  const isWhole = command === 'second-factor-off' && by.trim() !== '' && reason.trim() !== '';
  if (!isWhole || email === null) {
    process.stderr.write(USAGE);
    process.exit(64);
  }
  const options = dataSourceOptions(loadConfig('migrate', process.env));
  const dataSource = new DataSource({ ...options, entities: ACCOUNTS_ENTITIES });
  await dataSource.initialize();
  const database = new PlatformDatabase(dataSource);
  const done = await takeOffSecondFactor(database, email, {
    by: by.trim(),
    reason: reason.trim(),
  });
  await dataSource.destroy();
  const said = {
    done: 'The second factor is off, and every session has ended.',
    unknown_address: 'No account has this address.',
    no_second_factor: 'This account has no second factor.',
  } as const;
  process.stdout.write(`${said[done]}\n`);
  process.exitCode = done === 'done' ? 0 : 1;
});
