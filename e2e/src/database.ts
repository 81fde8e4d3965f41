import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

interface Secrets {
  readonly superuser: string;
}

/**
 * Runs statements on the database of the product that is tested, as its superuser: for what no page can do yet. The file
 * of the running server tells where it listens: its port is the fourth line, the folder of its socket the fifth.
 */
export async function sql(text: string, values: readonly unknown[] = []): Promise<void> {
  const folder = process.env['E2E_DATA_DIR'] ?? '';
  const { superuser } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as Secrets;
  const lines = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const client = new pg.Client({
    host: lines[4] || '127.0.0.1',
    port: Number(lines[3]),
    user: 'liangxing_superuser',
    password: superuser,
    database: 'liangxing',
  });
  await client.connect();
  try {
    await client.query(text, [...values]);
  } finally {
    await client.end();
  }
}
