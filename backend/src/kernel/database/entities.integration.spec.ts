import { DataSource } from 'typeorm';
import { TestApp } from '../../testing/test-app';

/** Tables of which no row is mapped. */
const unmapped = ['schema_migrations'];

interface Shape {
  /** Name → type, with `?` where it may be null. */
  readonly columns: Readonly<Record<string, string>>;
  readonly primary: readonly string[];
  readonly unique: readonly string[];
  readonly foreign: readonly string[];
}

const listed = (columns: readonly string[]): string => columns.join(', ');

async function shapesOfDatabase({ database }: TestApp): Promise<Record<string, Shape>> {
  const names = (numbers: string, table: string): string =>
    `ARRAY(SELECT attname::text FROM unnest(${numbers}) WITH ORDINALITY AS n(number, at)
       JOIN pg_attribute ON attrelid = ${table} AND attnum = number ORDER BY at)`;
  const rows = await database.superuser<{
    name: string;
    columns: Record<string, string>;
    keys: {
      kind: 'p' | 'u' | 'f';
      columns: string[];
      target: string;
      remote: string[];
      onDelete: string;
    }[];
  }>(`SELECT c.relname AS name,
      (SELECT jsonb_object_agg(a.attname,
         format_type(a.atttypid, NULL) || CASE WHEN a.attnotnull THEN '' ELSE '?' END)
       FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', k.contype,
         'columns', ${names('k.conkey', 'k.conrelid')}, 'target', r.relname,
         'remote', ${names('k.confkey', 'k.confrelid')}, 'onDelete', k.confdeltype)), '[]')
       FROM pg_constraint k LEFT JOIN pg_class r ON r.oid = k.confrelid
       WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f')) AS keys
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`);
  return Object.fromEntries(
    rows.map(({ name, columns, keys }) => [
      name,
      {
        columns,
        primary: keys.find(({ kind }) => kind === 'p')?.columns.sort() ?? [],
        unique: keys
          .filter(({ kind }) => kind === 'u')
          .map((key) => listed(key.columns))
          .sort(),
        foreign: keys
          .filter(({ kind }) => kind === 'f')
          .map(
            ({ columns: own, target, remote, onDelete }) =>
              `${listed(own)} → ${target} (${listed(remote)}) ${onDelete}`,
          )
          .sort(),
      },
    ]),
  );
}

const onDeleteLetters: Readonly<Record<string, string>> = {
  CASCADE: 'c',
  'SET NULL': 'n',
  RESTRICT: 'r',
  'NO ACTION': 'a',
};

function shapesOfEntities(dataSource: DataSource): Record<string, Shape> {
  return Object.fromEntries(
    dataSource.entityMetadatas.map((entity) => [
      entity.tableName,
      {
        columns: Object.fromEntries(
          entity.columns.map((column) => {
            const type = dataSource.driver.normalizeType(column) + (column.isArray ? '[]' : '');
            return [column.databaseName, column.isNullable ? `${type}?` : type];
          }),
        ),
        primary: entity.primaryColumns.map(({ databaseName }) => databaseName).sort(),
        unique: entity.uniques
          .map(({ columns }) => listed(columns.map(({ databaseName }) => databaseName)))
          .sort(),
        foreign: entity.foreignKeys
          .map(({ columnNames, referencedEntityMetadata, referencedColumnNames, onDelete }) => {
            const letter = onDeleteLetters[onDelete ?? 'NO ACTION'] ?? '?';
            const { tableName } = referencedEntityMetadata;
            return `${listed(columnNames)} → ${tableName} (${listed(referencedColumnNames)}) ${letter}`;
          })
          .sort(),
      },
    ]),
  );
}

describe('entities', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('are what the migrated database holds: tables, columns, types, nulls and keys', async () => {
    const stored = Object.entries(await shapesOfDatabase(app));
    const mapped = stored.filter(([name]) => !unmapped.includes(name));
    expect(shapesOfEntities(app.app.get(DataSource))).toEqual(Object.fromEntries(mapped));
  });
});
