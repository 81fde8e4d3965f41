import { currencyOn } from '@liangxing/standard-number';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../kernel/database/data-source';
import { PlatformDatabase } from '../../kernel/database/platform-database';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database';
import type { CatalogueImportReport } from './use-cases/import-catalogue';
import { importByCommand } from './use-cases/import-by-command';
import { importCatalogue } from './import/import-file';
import { loadShippedCatalogue } from './import/shipped-catalogue';

let database: TestDatabase;
let migrator: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  const options = { databaseUrl: database.urlOf('migrator'), databasePoolSize: 2 };
  migrator = new DataSource(dataSourceOptions({ ...options, program: 'migrate' }));
  await migrator.initialize();
});
afterAll(async () => {
  await migrator.destroy();
  await database.drop();
});
beforeEach(() =>
  database.superuser('TRUNCATE catalogue_standards, catalogue_replacements, catalogue_imports'),
);

const load = (
  lines: readonly string[],
  checkedOn = '2026-04-30',
  source = '目录',
): Promise<CatalogueImportReport> =>
  importCatalogue(new PlatformDatabase(migrator), {
    bytes: Buffer.from(lines.join('\n')),
    source,
    checkedOn,
  });
const stored = () =>
  database.superuser<Record<string, unknown>>(
    `SELECT identity_key AS key, title, in_force_on::text AS "inForceOn", status_claimed AS claimed,
       provenance->'title'->>1 AS "titleDay" FROM catalogue_standards ORDER BY identity_key`,
  );
const head = '标准号,标准名称,发布日期,实施日期,废止日期,状态,被代替';

describe('the catalogue import', () => {
  it('names every row that it cannot take and takes all others', async () => {
    const report = await load([
      head,
      'GB/T 1-2001,甲,2001-01-01,2001-06-01,,现行,',
      ',没有号,,,,现行,',
      '19001-2016,没有代号,,,,现行,',
      'GB/T 2,不带年号,,,,现行,',
      'GB/T 3-2001,乙,2001-02-30,,,现行,',
      'GB/T 4-2001,丙,2001-06-01,2001-01-01,,现行,',
      'GBT1-2001,甲又一次,,,,废止,',
      'GB/T 5-2001,丁,五月,,,现行,',
      'GB/T 6-2001,戊,,,,废止,见公告',
    ]);
    expect(report.problems.map(({ rowNumber, code }) => `${rowNumber} ${code}`)).toEqual([
      '3 number_missing',
      '4 number_unread',
      '5 number_undated',
      '6 date_impossible',
      '7 dates_impossible',
      '8 duplicate_row',
      '9 date_unread',
      '10 replacement_unread',
    ]);
    expect(report).toMatchObject({ rows: 1, inserted: 1 });
    expect(await stored()).toMatchObject([{ key: 'GB/T 1-2001', title: '甲', claimed: 'current' }]);
  });

  it('lets the newer day of check win, whichever file comes first', async () => {
    const old = [head, 'GB/T 1-2001,旧名,,2001-06-01,,现行,'];
    const young = [head, 'GB/T 1-2001,新名,,,,废止,'];
    await load(old, '2025-01-01');
    await load(young, '2026-01-01');
    const [first] = await stored();
    await database.superuser('TRUNCATE catalogue_standards, catalogue_imports');
    await load(young, '2026-01-01');
    await load(old, '2025-01-01');
    expect(await stored()).toEqual([first]);
    expect(first).toMatchObject({ title: '新名', inForceOn: '2001-06-01', claimed: 'withdrawn' });
  });

  it('writes nothing for the same rows again', async () => {
    const lines = [head, 'GB/T 1-2001,甲,,,,现行,'];
    expect(await load(lines)).toMatchObject({ inserted: 1 });
    expect(await load(lines)).toMatchObject({ inserted: 0, changed: 0, alreadyDone: 1 });
    const [before] = await database.superuser('SELECT xmin, updated_at FROM catalogue_standards');
    expect(await load([...lines, ''])).toMatchObject({ unchanged: 1, changed: 0 });
    expect(await database.superuser('SELECT xmin, updated_at FROM catalogue_standards')).toEqual([
      before,
    ]);
  });

  it('goes on after the last whole batch when it was broken off', async () => {
    const lines = [
      head,
      ...Array.from({ length: 5_100 }, (_, n) => `GB/T ${n + 1}-2001,甲,,,,现行,`),
    ];
    const bytes = Buffer.from(lines.join('\n'));
    const run = { bytes, source: '目录', checkedOn: '2026-04-30' };
    const broken = importCatalogue(new PlatformDatabase(migrator), run, () => {
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect(await stored()).toHaveLength(5_000);
    expect(await importCatalogue(new PlatformDatabase(migrator), run)).toMatchObject({
      alreadyDone: 5_000,
      inserted: 100,
    });
    expect(await stored()).toHaveLength(5_100);
  });

  it('by a command stands in the trail of the platform, in nobody’s name', async () => {
    const bytes = Buffer.from([head, 'GB/T 1-2001,甲,,,,现行,', ',没有号,,,,现行,'].join('\n'));
    const file = { bytes, fileName: '目录.csv', source: '公开目录', checkedOn: '2026-04-30' };
    const report = await importByCommand(new PlatformDatabase(migrator), file);
    expect(report).toMatchObject({ rows: 1 });
    const lines = await database.superuser(
      `SELECT part, actor_id AS person, actor_name AS name, action, subject_id AS subject, details
       FROM platform_events`,
    );
    expect(lines).toMatchObject([
      {
        ...{ part: 'catalogue', person: null, name: '', action: 'catalogue.imported' },
        subject: '目录.csv',
        details: { source: '公开目录', by: 'command', rows: 1, refused: 1 },
      },
    ]);
  });

  it('keeps split, merge and partial replacements', async () => {
    await load([
      head,
      'GB/T 1-2001,甲,,,,废止,GB/T 1.1-2010、GB/T 1.2-2010（部分）',
      'GB/T 2-2001,乙,,,,废止,GB/T 1.1-2010',
    ]);
    expect(
      await database.superuser(
        `SELECT old_key || ' ' || new_key || ' ' || is_partial AS edge FROM catalogue_replacements ORDER BY 1`,
      ),
    ).toEqual([
      { edge: 'GB/T 1-2001 GB/T 1.1-2010 false' },
      { edge: 'GB/T 1-2001 GB/T 1.2-2010 true' },
      { edge: 'GB/T 2-2001 GB/T 1.1-2010 false' },
    ]);
  });

  it('refuses a row whose dates contradict what is known, and leaves that as it is', async () => {
    await load([head, 'GB/T 1-2001,甲,2001-01-01,,,,'], '2025-01-01');
    const report = await load([head, 'GB/T 1-2001,,,2000-01-01,,,'], '2026-01-01');
    expect(report.problems).toMatchObject([{ rowNumber: 2, code: 'contradicts_catalogue' }]);
    expect(await stored()).toMatchObject([{ title: '甲', inForceOn: null }]);
  });

  it('loads what is shipped once, without a single problem', async () => {
    const folder = join(__dirname, 'shipped');
    expect(await loadShippedCatalogue(new PlatformDatabase(migrator), folder)).toHaveLength(5);
    expect(await loadShippedCatalogue(new PlatformDatabase(migrator), folder)).toEqual([]);
    const [counts] = await database.superuser(
      `SELECT count(*) FILTER (WHERE is_plan)::int AS plans, count(*) FILTER (WHERE NOT is_plan)::int AS standards
       FROM catalogue_standards`,
    );
    expect(counts).toMatchObject({ plans: 153 });
    expect((counts as { standards: number }).standards).toBeGreaterThanOrEqual(1_223);
  });

  it('ships what replaces the standards that many still list, with the day', async () => {
    await loadShippedCatalogue(new PlatformDatabase(migrator), join(__dirname, 'shipped'));
    expect(
      await database.superuser(
        `SELECT r.old_key || ' → ' || r.new_key || ' ' || coalesce(s.withdrawn_on::text, s.status_claimed) AS told
         FROM catalogue_replacements r JOIN catalogue_standards s ON s.identity_key = r.old_key
         WHERE s.series_key IN ('GB 2893', 'GB 2894', 'GB 17167', 'GB/T 33000', 'GB/T 4340.1', 'GB 3100', 'GB 3102.13')
         ORDER BY 1`,
      ),
    ).toEqual(
      [
        'GB 17167-2006 → GB 17167-2025 2026-02-01',
        'GB 2893-2008 → GB 2894-2025 2026-03-01',
        'GB 2894-2008 → GB 2894-2025 2026-03-01',
        'GB 3100-1993 → GB/T 3100-1993 replaced',
        'GB 3102.13-1993 → GB/T 3102.13-1993 replaced',
        'GB/T 33000-2016 → GB/T 33000-2025 2025-10-31',
        'GB/T 4340.1-2009 → GB/T 4340.1-2024 2024-12-01',
      ].map((told) => ({ told })),
    );
  });

  it('leaves what the maintainers of an installation know otherwise, and starts all the same', async () => {
    await load([head, 'GB 2894-2025,安全色和安全标志,2026-04-01,,,,'], '2027-01-01');
    const lines = await loadShippedCatalogue(
      new PlatformDatabase(migrator),
      join(__dirname, 'shipped'),
    );
    expect(lines.join()).toContain('left as it is known: GB 2894-2025');
  });

  it('ships nothing 即将实施 that is taken for 现行 without a day of coming into force', async () => {
    await loadShippedCatalogue(new PlatformDatabase(migrator), join(__dirname, 'shipped'));
    const upcoming = await database.superuser<{ key: string; checkedOn: string }>(
      `SELECT identity_key AS key, provenance->'status'->>1 AS "checkedOn" FROM catalogue_standards
       WHERE status_claimed = 'upcoming' AND in_force_on IS NULL`,
    );
    expect(upcoming).toHaveLength(38);
    for (const { key: identity, checkedOn } of upcoming) {
      const claim = { status: 'upcoming' as const, source: '目录', checkedOn };
      const states = ['2026-05-01', '2027-07-01', '2099-01-01'].map((day) =>
        currencyOn({ identity, claim }, day),
      );
      expect(states.map(({ status }) => status)).not.toContain('current');
      expect(states.at(-1)).toMatchObject({ status: 'unknown', isDue: true });
    }
  });

  it('is written by the worker, but by no request', async () => {
    for (const role of ['app', 'jobs'] as const) {
      const [rights] = await database.superuser(
        `SELECT bool_or(has_table_privilege($1, t, 'INSERT, UPDATE')) AS writes,
           bool_or(has_table_privilege($1, t, 'DELETE, TRUNCATE')) AS removes,
           bool_and(has_table_privilege($1, t, 'SELECT')) AS reads
         FROM unnest(ARRAY['catalogue_standards', 'catalogue_replacements', 'catalogue_sources']) AS t`,
        [`liangxing_${role}`],
      );
      expect(rights).toEqual({ writes: role === 'jobs', removes: false, reads: true });
    }
  });
});
