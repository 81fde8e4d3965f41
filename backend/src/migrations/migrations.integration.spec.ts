import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { unpackRows } from '../features/standards/import/packed-sheets';
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

  const takeBack = async (count: number): Promise<void> => {
    const options = dataSourceOptions({
      databaseUrl: database.urlOf('migrator'),
      databasePoolSize: 1,
      program: 'migrate',
    });
    const source = await new DataSource(options).initialize();
    try {
      for (let left = count; left > 0; left -= 1)
        await source.undoLastMigration({ transaction: 'each' });
    } finally {
      await source.destroy();
    }
  };

  it('taken back one by one leave nothing, and made again leave the same database', async () => {
    const before = { shape: await shape(), walls: await wallList(database) };
    await takeBack(MIGRATIONS.length);
    expect((await shape()).filter((line) => !/migrations/.test(line))).toEqual([]);
    const made = await migrate(database.urlOf('migrator'), JOB_KINDS);
    expect(made).toHaveLength(MIGRATIONS.length);
    expect({ shape: await shape(), walls: await wallList(database) }).toEqual(before);
  });

  it('keep a preview that waits for its decision while rows are packed', async () => {
    const index = MIGRATIONS.findIndex(({ name }) => name.startsWith('PackWhatAnImportRead'));
    await takeBack(MIGRATIONS.length - index);
    const id = randomUUID();
    await database.superuser('INSERT INTO organizations (id, name) VALUES ($1, $2)', [id, '企业']);
    await database.superuser(
      `INSERT INTO standard_imports (organization_id, id, file_name, encoding, sheets, sheet_names, sheet, header_row,
         header_rows, columns, duplicates, summary, created_by, created_by_name, choices)
       VALUES ($1, $1, 'a.xlsx', 'xlsx', '', '[]', 0, 1, 1, '[]', 'update', '{}', $1, '王芳', '{}')`,
      [id],
    );
    const record = {
      record: { number: 'GB/T 1-2020', title: '', note: null },
      told: ['number'],
      whenNew: {},
      id: null,
      problems: [],
    };
    await database.superuser(
      `INSERT INTO standard_import_rows (organization_id, import_id, sheet, row_number, part, position, cells, record, action)
       VALUES ($1, $1, 0, 2, 1, 0, '{"number":"GB/T1-2020","title":"？"}', $2, 'insert')`,
      [id, record],
    );
    await migrate(database.urlOf('migrator'), JOB_KINDS);
    const [kept] = await database.superuser<{ packed: Buffer; values: object }>(
      `SELECT i.read_rows AS packed, r.values FROM standard_imports i
       JOIN standard_import_rows r ON r.import_id = i.id WHERE i.id = $1`,
      [id],
    );
    expect(kept?.values).toEqual({ number: 'GB/T 1-2020', title: '？' });
    expect(unpackRows(kept?.packed ?? new Uint8Array())).toEqual([
      { sheet: 0, rowNumber: 2, part: 1, values: {}, ...record },
    ]);
  });
});
