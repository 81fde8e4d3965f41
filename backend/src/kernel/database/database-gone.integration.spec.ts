import { connect, createServer, type Server, type Socket } from 'node:net';
import { QueryFailedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { until } from '../../testing/until';
import { isDatabaseGone } from './database-gone';

/** A line between the server and its database that can be cut. */
class Line {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private port = 0;

  constructor(private readonly target: URL) {}

  /** @returns the database's address at this end of the line */
  async join(): Promise<string> {
    const server = createServer((near) => {
      const far = connect(Number(this.target.port), this.target.hostname);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((done) => server.listen(this.port, '127.0.0.1', done));
    const address = server.address();
    if (address !== null && typeof address === 'object') this.port = address.port;
    this.server = server;
    const url = new URL(this.target);
    url.port = String(this.port);
    url.searchParams.delete('host');
    return url.href;
  }

  async cut(): Promise<void> {
    const closed = new Promise((done) => this.server?.close(done));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}

describe('without a database', () => {
  let app: TestApp;
  let line: Line;
  let enterprise: TestOrganization;

  beforeAll(async () => {
    app = await TestApp.start({}, [], async (url) => {
      line = new Line(new URL(url));
      return { DATABASE_APP_URL: await line.join() };
    });
    enterprise = await app.organization();
  });
  afterAll(async () => {
    await app.stop();
    await line.cut();
  });

  const status = async (path: string): Promise<number> =>
    (await app.visitor().fetch('GET', path)).status;

  it('the server says that it is busy and when to come again, lives on, and recovers by itself', async () => {
    const { api, path } = enterprise;
    expect((await api.get(`${path}/standards`)).status).toBe(200);
    const asked = Array.from({ length: 20 }, () => api.fetch('GET', `${path}/standards`));
    await line.cut();
    for (const answer of await Promise.all(asked)) expect([200, 503]).toContain(answer.status);
    const write = { number: 'GB/T 19001-2016', title: '质量管理体系 要求' };
    for (const ask of [
      () => api.fetch('GET', `${path}/standards`),
      () => api.fetch('GET', `${path}/overview`),
      () => api.fetch('POST', `${path}/standards`, write),
      () => app.visitor().fetch('POST', '/api/sessions', { email: 'a@example.com', password: 'x' }),
    ]) {
      const answer = await ask();
      expect([answer.status, await answer.json()]).toEqual([
        503,
        expect.objectContaining({ code: 'busy' }),
      ]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await status('/api/health/live')).toBe(200);
    expect(await status('/api/health/ready')).toBe(503);
    await line.join();
    await until(async () => (await status('/api/health/ready')) === 200, 'ready again');
    expect((await api.get(`${path}/standards`)).status).toBe(200);
  });

  it('no session of it that is ended from the other side makes an error of ours', async () => {
    const { api, path } = enterprise;
    const asked = Array.from({ length: 40 }, () => api.fetch('GET', `${path}/standards`));
    for (let round = 0; round < 3; round += 1)
      await app.database.superuser(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND usename = 'liangxing_app'`,
      );
    for (const answer of await Promise.all(asked)) expect([200, 503]).toContain(answer.status);
    await until(
      async () => (await api.fetch('GET', `${path}/standards`)).status === 200,
      'answers again',
    );
  });
});

describe('a failure', () => {
  const withCode = (code: string) => Object.assign(new Error('x'), { code });

  it.each([
    ['of the network', withCode('ECONNREFUSED')],
    ['of a socket', Object.assign(withCode('ENOENT'), { syscall: 'connect' })],
    ['of both addresses of a name', new AggregateError([withCode('ECONNREFUSED')])],
    ['of a query', new QueryFailedError('SELECT 1', [], withCode('57P01'))],
    ['of a start', withCode('57P03')],
    ['of too many connections', withCode('53300')],
    ['that is a cause', new Error('x', { cause: withCode('08006') })],
    ['of the pool', new Error('timeout exceeded when trying to connect')],
    ['in the middle', new Error('Connection terminated unexpectedly')],
    ['between two queries', new QueryRunnerProviderAlreadyReleasedError()],
  ])('%s says that the database is away', (_, error) => {
    expect(isDatabaseGone(error)).toBe(true);
  });

  it.each([
    ['of a constraint', new QueryFailedError('SELECT 1', [], withCode('23505'))],
    ['of a missing file', Object.assign(withCode('ENOENT'), { syscall: 'open' })],
    ['of the code', new TypeError('x is not a function')],
    ['that is no error', 'ECONNREFUSED'],
  ])('%s does not', (_, error) => {
    expect(isDatabaseGone(error)).toBe(false);
  });
});
