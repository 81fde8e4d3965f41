import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database';
import { dataSourceOptions } from './data-source';
import { ProblemError } from '../problems/problem-error';
import { readSingle } from './single-read';

const nobody = { organizationId: '', userId: '' };

describe('statements that are asked for by name', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  /** Values read by the same statement twice, and how many statements the connection has kept. */
  async function kept(databaseDirectUrl: string): Promise<unknown> {
    const databaseUrl = database.urlOf('app');
    const source = new DataSource(
      dataSourceOptions({ databaseUrl, databaseDirectUrl, databasePoolSize: 1, program: 'main' }),
    );
    await source.initialize();
    try {
      const read = (value: number) =>
        readSingle<{ n: number }>(source, nobody, 'SELECT $1::int AS n', [value]);
      const values = [...(await read(1)), ...(await read(2))].map(({ n }) => n);
      const [row] = await source.query<{ count: number }[]>(
        'SELECT count(*)::int AS count FROM pg_prepared_statements',
      );
      return { values, statements: row?.count };
    } finally {
      await source.destroy();
    }
  }

  it('stay prepared on a connection of our own', async () => {
    expect(await kept('')).toEqual({ values: [1, 2], statements: 1 });
  });

  it('leave nothing behind on one that a pooler lends for a transaction', async () => {
    expect(await kept(database.urlOf('app'))).toEqual({ values: [1, 2], statements: 0 });
  });

  it.each([
    ['on a connection of our own', () => ''],
    ['through a pooler', () => database.urlOf('app')],
  ])('give every value as it is, %s', async (_, direct) => {
    const source = new DataSource(
      dataSourceOptions({
        databaseUrl: database.urlOf('app'),
        databaseDirectUrl: direct(),
        databasePoolSize: 1,
        program: 'main',
      }),
    );
    await source.initialize();
    const told = ["it's", String.raw`back\slash'; --`, '$1 $2', '〔2020〕', ''];
    const bytes = Buffer.from([0, 39, 92, 255]);
    for (const text of told)
      expect(
        await readSingle(
          source,
          nobody,
          'SELECT $1::text AS text, $2::int AS n, $3::bytea AS bytes, $4::text AS none',
          [text, -7, bytes, null],
        ),
      ).toEqual([{ text, n: -7, bytes, none: null }]);
    for (const wrong of ['a\0b', Number.NaN])
      await expect(readSingle(source, nobody, 'SELECT $1::text', [wrong])).rejects.toEqual(
        new ProblemError('malformed_request'),
      );
    await source.destroy();
  });

  it('are ended after a minute either way, for the role says so and not the connection', async () => {
    const source = new DataSource(
      dataSourceOptions({
        databaseUrl: database.urlOf('app'),
        databasePoolSize: 1,
        program: 'main',
      }),
    );
    await source.initialize();
    const setting = (name: string): Promise<unknown> => source.query(`SHOW ${name}`);
    expect([
      await setting('statement_timeout'),
      await setting('idle_in_transaction_session_timeout'),
    ]).toEqual([
      [{ statement_timeout: '1min' }],
      [{ idle_in_transaction_session_timeout: '1min' }],
    ]);
    await source.destroy();
  });
});
