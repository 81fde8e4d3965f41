import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { publishSchemes, type Publication } from '../features/schemes';
import { dataSourceOptions } from '../kernel/database/data-source';
import { PlatformDatabase } from '../kernel/database/platform-database';
import type { TestDatabase } from './test-database';

export const packsFolder = join(process.cwd().replace(/\/backend$/, ''), 'libs/scheme/packs');

/** Publishes the shipped schemes as the migrator does. */
export async function publishShippedSchemes(database: TestDatabase): Promise<Publication[]> {
  const options = { databaseUrl: database.urlOf('migrator'), databasePoolSize: 1 };
  const dataSource = new DataSource(dataSourceOptions({ ...options, program: 'migrate' }));
  await dataSource.initialize();
  try {
    return await publishSchemes(new PlatformDatabase(dataSource), packsFolder);
  } finally {
    await dataSource.destroy();
  }
}
