import { isWholeText } from '@liangxing/contracts';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database';
import { packColumns, unpackColumns, unpackParts } from './packed-columns';

interface Row {
  readonly title: string;
  readonly version: number | null;
  readonly isPlanned: boolean;
  readonly keys: readonly string[];
  readonly told: { readonly text: string } | null;
}
const NAMES = ['title', 'version', 'isPlanned', 'keys', 'told'] as const;

describe('packed columns', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const unpack = (packed: string) =>
    database.superuser<Row>(
      `SELECT coalesce(r.title, '') AS title, r.version::integer AS version, r.told::json AS told,
         coalesce(r."isPlanned"::boolean, false) AS "isPlanned", ${unpackParts('r.keys')} AS keys
       FROM (SELECT $1::text AS packed) AS p ${unpackColumns('p.packed', 'r', NAMES)} ORDER BY r.ordinality`,
      [packed],
    );

  it('come out of the database as they went in', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 }).filter(isWholeText);
    const row = fc.record({
      title: fc.oneof(text, fc.constantFrom('"', '\\', '{a,b}', 'NULL', "'", '\u001f', '\n')),
      version: fc.integer({ min: 1, max: 9 }),
      isPlanned: fc.boolean(),
      keys: fc.array(text.filter((key) => key !== '')),
      told: fc.option(fc.record({ text })),
    });
    const property = fc.asyncProperty(fc.array(row), async (rows) => {
      expect(await unpack(packColumns(rows, NAMES))).toEqual(rows);
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it('stay in their places where a text holds a mark, which goes', async () => {
    const rows = [
      { title: 'a\ufdd0b\ufdd1', version: 1, isPlanned: true, keys: ['c\ufdd2'], told: null },
      { title: '', version: null, isPlanned: true, keys: [], told: { text: '\ufdd0' } },
    ];
    expect(await unpack(packColumns(rows, NAMES))).toEqual([
      { ...rows[0], title: 'ab', keys: ['c'] },
      { ...rows[1], told: { text: '' } },
    ]);
  });
});
