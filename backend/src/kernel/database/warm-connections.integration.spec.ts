import { DataSource } from 'typeorm';
import { TestApp } from '../../testing/test-app';
import { warmConnections } from './warm-connections';

describe('connections that are warmed', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  afterAll(() => app.stop());

  it('are as many as asked for, each of its own, and all are given back', async () => {
    const source = app.app.get(DataSource);
    const before = await pidsOf(source);
    expect(await warmConnections(source, 3)).toBe(3);
    expect((await pidsOf(source)).length).toBeGreaterThanOrEqual(Math.max(3, before.length));
    // Given back: all of them can be had once more.
    expect(await warmConnections(source, 3)).toBe(3);
  });

  it('look at every table that the role may read', async () => {
    const source = app.app.get(DataSource);
    const looked: string[] = [];
    const create = source.createQueryRunner.bind(source);
    const spy = jest.spyOn(source, 'createQueryRunner').mockImplementation((mode) => {
      const runner = create(mode);
      const connect = runner.connect.bind(runner);
      runner.connect = async () => {
        const client = (await connect()) as { query: (sql: string) => Promise<unknown> };
        return {
          query: (sql: string) => {
            looked.push(sql);
            return client.query(sql);
          },
        };
      };
      return runner;
    });
    try {
      await warmConnections(source, 1);
    } finally {
      spy.mockRestore();
    }
    for (const table of ['organizations', 'standards', 'answers', 'dossiers'])
      expect(looked.at(-1)).toContain(`FROM public.${table} `);
  });

  it('are none where the database is gone, and the start goes on', async () => {
    const source = new DataSource({
      type: 'postgres',
      host: '127.0.0.1',
      port: 1,
    });
    const spy = jest.spyOn(source, 'createQueryRunner').mockImplementation(
      () =>
        ({
          connect: () => Promise.reject(new Error('gone')),
          release: () => Promise.resolve(),
        }) as never,
    );
    expect(await warmConnections(source, 2)).toBe(0);
    spy.mockRestore();
  });
});

async function pidsOf(source: DataSource): Promise<readonly number[]> {
  const rows: { pid: number }[] = await source.query(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database()',
  );
  return rows.map(({ pid }) => pid);
}
