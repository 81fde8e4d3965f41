import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { loadConfig } from './config/config';
import { brokenSeals } from './kernel/audit/audit-chain';
import { dataSourceOptions } from './kernel/database/data-source';
import { runInTransaction } from './kernel/database/transaction';
import { start } from './start';

/** Checks the audit chain of every organization; ends with 1 and names the seals when one is broken. */
start(async () => {
  const dataSource = new DataSource(dataSourceOptions(loadConfig('worker', process.env)));
  await dataSource.initialize();
  const ids = await dataSource.query<{ id: string }[]>('SELECT app.organization_ids() AS id');
  let isWhole = true;
  for (const { id: organizationId } of ids) {
    const scope = { organizationId, userId: '' };
    const broken = await runInTransaction(dataSource, scope, 'read only', (manager) =>
      brokenSeals(manager, organizationId),
    );
    isWhole &&= broken.length === 0;
    for (const { number, reason } of broken)
      process.stderr.write(`${organizationId}: seal ${number} is broken (${reason})\n`);
  }
  await dataSource.destroy();
  process.stdout.write(`${ids.length} organizations, ${isWhole ? 'all whole' : 'BROKEN'}\n`);
  process.exit(isWhole ? 0 : 1);
});
