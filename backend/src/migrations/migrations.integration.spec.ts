import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { JOB_KINDS } from '../jobs';
import { dataSourceOptions } from '../kernel/database/data-source';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { wallList } from '../testing/wall-list';
import { MIGRATIONS } from './index';
import { migrate } from '../kernel/database/migrate';

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
    const [kept] = await database.superuser<{ shown: unknown }>(
      'SELECT shown::json AS shown FROM standard_import_pieces WHERE import_id = $1',
      [id],
    );
    expect(kept?.shown).toMatchObject([
      { rowNumber: 2, part: 1, values: { number: 'GB/T 1-2020', title: '？' }, action: 'insert' },
    ]);
  });

  it('keep imports while their rows are packed, and what an undo needs back and forth', async () => {
    const of = (name: string) =>
      MIGRATIONS.findIndex((migration) => migration.name.startsWith(name));
    await takeBack(MIGRATIONS.length - of('KeepImportsInPieces'));
    const id = randomUUID();
    await database.superuser('INSERT INTO organizations (id, name) VALUES ($1, $2)', [id, '企业']);
    const [waiting, done] = [randomUUID(), randomUUID()];
    for (const [importId, state] of [
      [waiting, 'previewed'],
      [done, 'committed'],
    ])
      await database.superuser(
        `INSERT INTO standard_imports (organization_id, id, state, file_name, encoding, sheets, sheet_names, sheet,
           header_row, header_rows, columns, duplicates, summary, created_by, created_by_name, choices)
         VALUES ($1, $2, $3, 'a.xlsx', 'xlsx', '', '[]', 0, 1, 1, '[]', 'update', '{}', $1, '王芳', '{}')`,
        [id, importId, state],
      );
    const [added, replaced] = [randomUUID(), randomUUID()];
    const before = { number: 'GB/T 1-2020', title: '旧', note: '' };
    const rows = [
      [waiting, 0, 'insert', null, null, null],
      ...Array.from({ length: 499 }, (_, at) => [done, at, 'skip', null, null, null]),
      [done, 499, 'insert', added, null, 1],
      [done, 500, 'error', null, null, null],
      [done, 501, 'update', replaced, before, 7],
      [done, 502, 'unchanged', replaced, null, null],
    ];
    for (const row of rows)
      await database.superuser(
        `INSERT INTO standard_import_rows (organization_id, import_id, position, action, standard_id, before,
           version_after, sheet, row_number, part, "values", problems)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $3 + 2, 0, jsonb_build_object('title', $3), $8)`,
        [id, ...row, row[2] === 'error' ? '[{"code": "title_missing"}]' : '[]'],
      );
    const kept = () =>
      database.superuser(
        `SELECT import_id, position, action, CASE WHEN version_after IS NOT NULL THEN standard_id END AS standard, before,
           version_after, row_number, "values", problems
         FROM standard_import_rows WHERE import_id = $1 ORDER BY position`,
        [done],
      );
    const old = await kept();
    await migrate(database.urlOf('migrator'), JOB_KINDS);
    const pieces = await database.superuser(
      `SELECT import_id AS id, position, row_count AS rows, problem_count AS problems, left_out_count AS "leftOut",
         shown::json -> -1 ->> 'rowNumber' AS last
       FROM standard_import_pieces WHERE organization_id = $1 ORDER BY row_count`,
      [id],
    );
    expect(pieces).toEqual([
      { id: waiting, position: 0, rows: 1, problems: 0, leftOut: 0, last: '2' },
      { id: done, position: 500, rows: 3, problems: 1, leftOut: 1, last: '504' },
      { id: done, position: 0, rows: 500, problems: 0, leftOut: 499, last: '501' },
    ]);
    await takeBack(MIGRATIONS.length - of('KeepImportsInPieces'));
    expect(await kept()).toEqual(old);
    await migrate(database.urlOf('migrator'), JOB_KINDS);
  });

  it('keep dossiers of before as they are, and what they hold back and forth', async () => {
    const of = (name: string) =>
      MIGRATIONS.findIndex((migration) => migration.name.startsWith(name));
    const before = MIGRATIONS.length - of('FreezeTheMaterialOfDossiers');
    await takeBack(before);
    const id = randomUUID();
    const run = (statement: string) => database.superuser(statement.replaceAll('$1', `'${id}'`));
    await run(`INSERT INTO organizations (id, name) VALUES ($1, '企业')`);
    await run(`INSERT INTO scheme_versions (id, version, document, sha256)
      VALUES ('held', '1.0.0', '{}', md5($1) || md5($1))`);
    await run(`INSERT INTO assessments (organization_id, id, scheme_id, scheme_version, title, target_grade, plan, conclusion)
      VALUES ($1, $1, 'held', '1.0.0', '自评', 'AAAA', '{}', '')`);
    await run(`INSERT INTO evidence (organization_id, id, title) VALUES ($1, $1, '记录')`);
    await run(`INSERT INTO evidence_revisions (organization_id, evidence_id, revision, file_name, media_type, size, sha256,
        storage_key, uploaded_by, uploaded_by_name)
      VALUES ($1, $1, 1, 'a.pdf', 'application/pdf', 1, repeat('a', 64), $1, $1, '王芳')`);
    const states = ['ready', 'failed', 'queued'];
    for (const [index, state] of states.entries())
      await run(`WITH made AS (
           INSERT INTO dossiers (organization_id, id, assessment_id, number, code, state, snapshot, snapshot_sha256, sha256,
             storage_key, built_at, created_by, created_by_name)
           VALUES ($1, gen_random_uuid(), $1, ${index + 1}, '${state} ' || $1, '${state}', '{"evidence":[]}',
             repeat('b', 64), repeat('a', 64), 'key', now(), $1, '王芳') RETURNING id)
         INSERT INTO dossier_evidence SELECT $1, id, $1, 1 FROM made`);
    const dossiers = () =>
      database.superuser('SELECT * FROM dossiers WHERE organization_id = $1 ORDER BY number', [id]);
    const held = () =>
      database.superuser(
        'SELECT * FROM dossier_evidence WHERE organization_id = $1 ORDER BY dossier_id',
        [id],
      );
    const old = { dossiers: await dossiers(), held: await held() };
    expect(old.held).toHaveLength(3);
    await migrate(database.urlOf('migrator'), JOB_KINDS);
    expect(await dossiers()).toEqual(
      old.dossiers.map((dossier) => ({
        ...(dossier as object),
        material: null,
        material_sha256: null,
      })),
    );
    const holds = await database.superuser(
      `SELECT d.state, h.holder_kind, h.is_loose, h.revision FROM evidence_holds h
       JOIN dossiers d ON d.id = h.holder_id WHERE h.organization_id = $1 ORDER BY d.number`,
      [id],
    );
    expect(holds).toEqual(
      states.map((state) => ({
        state,
        holder_kind: 'dossier',
        is_loose: state === 'failed',
        revision: 1,
      })),
    );
    await takeBack(before);
    expect({ dossiers: await dossiers(), held: await held() }).toEqual(old);
    await migrate(database.urlOf('migrator'), JOB_KINDS);
  });
});
