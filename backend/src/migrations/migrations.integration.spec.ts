import { DataSource } from 'typeorm';
import { JOB_KINDS } from '../jobs';
import { dataSourceOptions } from '../kernel/database/data-source';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { wallList } from '../testing/wall-list';
import { MIGRATIONS } from './index';
import { migrate } from './migrate';

describe('the migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  /** Columns, keys, checks, indexes, as PostgreSQL writes them. */
  const shape = async (): Promise<string[]> => {
    const rows = await database.superuser<{ line: string }>(`
      SELECT c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || CASE WHEN a.attnotnull THEN ' not null ' ELSE ' ' END
        || coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS line
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
        AND NOT a.attisdropped
      UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'`);
    return rows.map(({ line }) => line).sort();
  };

  it('taken back one by one leave nothing, and made again leave the same database', async () => {
    const before = { shape: await shape(), walls: await wallList(database) };
    const options = dataSourceOptions({
      databaseUrl: database.urlOf('migrator'),
      databasePoolSize: 1,
      program: 'migrate',
    });
    const source = await new DataSource(options).initialize();
    try {
      for (let left = MIGRATIONS.length; left > 0; left -= 1)
        await source.undoLastMigration({ transaction: 'each' });
    } finally {
      await source.destroy();
    }
    expect((await shape()).filter((line) => !/migrations/.test(line))).toEqual([]);
    const made = await migrate(database.urlOf('migrator'), JOB_KINDS);
    expect(made).toHaveLength(MIGRATIONS.length);
    expect({ shape: await shape(), walls: await wallList(database) }).toEqual(before);
  });
});
