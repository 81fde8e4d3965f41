import { AREAS } from '@liangxing/contracts';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poolerOf, poolerProgram } from '../../testing/pooler.mjs';
import { freePort } from '../../testing/running-launcher';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import { until } from '../../testing/until';

const REQUESTS = 200;
const POOL = { DATABASE_POOL_SIZE: '1' };

/** A pooler with one connection, before the database of this run. */
class OneConnection {
  private readonly folder = mkdtempSync(join(tmpdir(), 'liangxing-pooler-'));
  private child: ChildProcess | undefined;

  async before(url: string): Promise<Record<string, string>> {
    // PgBouncer runs as a user of its own, who must be able to enter.
    chmodSync(this.folder, 0o711);
    const direct = new URL(url);
    const port = await freePort();
    const { program, args, options } = poolerOf({
      folder: this.folder,
      port,
      database: { host: direct.searchParams.get('host') ?? direct.hostname, port: direct.port },
      passwords: { app: direct.password, jobs: '' },
      connections: 1,
    });
    this.child = spawn(program, args, { ...options, stdio: 'ignore' });
    await until(() => answers(port), 'the pooler listens');
    const pooled = `postgres://${direct.username}:${direct.password}@127.0.0.1:${port}${direct.pathname}`;
    return { DATABASE_APP_URL: pooled, DATABASE_DIRECT_URL: url };
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child !== undefined) {
      const ended = new Promise((done) => child.on('close', done));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('error', () => done(false));
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
  });

interface Asked {
  readonly client: TestOrganization;
  readonly title: string;
}

/** Of two clients of one consultant, and their own people, all through the one connection that there is. */
function twoClients(start: () => Promise<TestApp>, stop: () => Promise<void>): void {
  let app: TestApp;
  let consultant: Member;
  const clients: TestOrganization[] = [];

  beforeAll(async () => {
    app = await start();
    const consultancy = await app.consultancy();
    consultant = await app.member(consultancy.organizationId, 'consultant', 'consultancy');
    for (const name of ['甲企业', '乙企业']) {
      const client = await app.organization(name);
      await app.assign(consultancy.organizationId, client.organizationId, consultant);
      const all = { readable: [...AREAS], writable: [...AREAS] };
      await app.grant(client, consultancy.organizationId, all);
      clients.push(client);
    }
  });
  afterAll(async () => {
    try {
      await app.stop();
    } finally {
      await stop();
    }
  });

  const titles = async (client: TestOrganization, by: Member): Promise<string[]> => {
    const { status, body } = await by.api.get<{ rows: { title: string }[] }>(
      `${client.path}/standards?limit=500`,
    );
    expect(status).toBe(200);
    return body.rows.map(({ title }) => title);
  };

  it(`${REQUESTS} requests at once are each answered of their own client, and written there`, async () => {
    const asked = Array.from({ length: REQUESTS }, (_, at): Asked => {
      const client = clients[at % 2] as TestOrganization;
      return { client, title: `${client.organizationId} 的规程 ${at}` };
    });
    const read: [TestOrganization, string[]][] = [];
    const statuses = await Promise.all(
      asked.map(async ({ client, title }, at) => {
        // Half of them write; a quarter come from the client itself.
        const by = at % 8 < 2 ? client : consultant;
        if (at % 4 < 2) {
          read.push([client, await titles(client, by)]);
          return 200;
        }
        const body = { number: `Q/A ${at}-2026`, title };
        return (await by.api.post(`${client.path}/standards`, body)).status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(REQUESTS / 2);
    expect(statuses.filter((status) => status === 201)).toHaveLength(REQUESTS / 2);
    for (const [{ organizationId }, seen] of read)
      expect(seen.filter((title) => !title.startsWith(organizationId))).toEqual([]);
    for (const client of clients) {
      const written = asked.filter((one, at) => at % 4 >= 2 && one.client === client);
      const expected = written.map(({ title }) => title).toSorted();
      expect((await titles(client, client)).toSorted()).toEqual(expected);
    }
  });

  it('a grant that is revoked meanwhile opens nothing from then on, whoever had the connection before', async () => {
    const [first, second] = clients as [TestOrganization, TestOrganization];
    const before = await Promise.all(
      Array.from({ length: 20 }, () => consultant.api.get(`${first.path}/standards`)),
    );
    expect(new Set(before.map(({ status }) => status))).toEqual(new Set([200]));
    await app.database.superuser(
      'UPDATE access_grants SET revoked_at = now() WHERE organization_id = $1',
      [first.organizationId],
    );
    const after = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        consultant.api.get(`${(at % 2 === 0 ? first : second).path}/standards`),
      ),
    );
    expect(after.map(({ status }) => status)).toEqual(
      after.map((_, at) => (at % 2 === 0 ? 404 : 200)),
    );
  });
}

describe('a pool of one connection', () => {
  twoClients(
    () => TestApp.start(POOL),
    () => Promise.resolve(),
  );
});

// Where PgBouncer is installed; the pool of the server does the same everywhere.
const withPooler = poolerProgram() === undefined ? describe.skip : describe;
withPooler('a PgBouncer with one connection', () => {
  const pooler = new OneConnection();
  twoClients(
    () => TestApp.start({}, [], (url) => pooler.before(url)),
    () => pooler.stop(),
  );
});
