import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtServer, freePort, RunningLauncher } from './running-launcher';
import { until } from './until';

/** Each line of the table in docs/operations.md, tried on the real programs. */
jest.setTimeout(240_000);

let folder: string;
let dataDir: string;
let port: number;
let launcher: RunningLauncher;

beforeAll(async () => {
  if (!existsSync(builtServer)) throw new Error('build first: npx nx build backend');
  folder = mkdtempSync(join(tmpdir(), 'life-'));
  // The database has a user of its own, who must be able to enter.
  chmodSync(folder, 0o711);
  dataDir = join(folder, 'data');
  port = await freePort();
  launcher = new RunningLauncher(dataDir, port);
  await launcher.ready();
});
afterAll(async () => {
  if (launcher.isRunning) launcher.signal('SIGTERM');
  await launcher.end();
  rmSync(folder, { recursive: true, force: true });
});

const parts = (): number[] =>
  (['main', 'worker', 'postgres'] as const).map((part) => launcher.pidOf(part));

describe('of the running product', () => {
  it('logs and data are readable by nobody else', () => {
    const open = readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.startsWith(join(dataDir, 'postgres/')))
      .filter((path) => (statSync(path).mode & 0o077) !== 0);
    expect(open).toEqual([]);
    expect(statSync(join(dataDir, 'logs', 'main.log')).size).toBeGreaterThan(0);
  });

  it('logs hold no token, whether it came in a header or in an address', async () => {
    const [secret, correlationId] = [`lxp_${'Z'.repeat(49)}`, 'looked-for-in-the-log'];
    const answer = await fetch(
      `http://127.0.0.1:${port}/api/organizations/x/standards?access_token=${secret}`,
      { headers: { authorization: `Bearer ${secret}`, 'x-correlation-id': correlationId } },
    );
    expect(answer.status).toBe(401);
    const log = (): string => readFileSync(join(dataDir, 'logs', 'main.log'), 'utf8');
    await until(() => Promise.resolve(log().includes(correlationId)), 'the line is written');
    expect(log()).not.toContain('ZZZZ');
  });

  it('the database that dies is started again; meanwhile the server lives and says that it is busy', async () => {
    const [server, worker] = parts();
    const seen = new Set<number>();
    let isOver = false;
    const watching = (async () => {
      while (!isOver)
        for (const path of ['/api/health/live', '/api/organizations/x/standards'])
          seen.add(await launcher.status(path));
    })();
    await launcher.crash('postgres');
    await launcher.recovered();
    isOver = true;
    await watching;
    // 401: nobody is signed in; 503: no database. Never 500, and never no answer.
    expect([...seen].filter((status) => ![200, 401, 503].includes(status))).toEqual([]);
    // Where one of them did die: why, and what it wrote last.
    const why = [launcher.said, launcher.log('worker').slice(-4_000)].join('\n');
    expect({ alive: parts().slice(0, 2), why }).toEqual({ alive: [server, worker], why });
  });

  it('the worker that dies is started again, and nobody at the server notices', async () => {
    await launcher.crash('worker');
    expect(await launcher.status('/api/health/ready')).toBe(200);
  });

  it('the server that dies is started again', async () => {
    await launcher.crash('main');
    await launcher.recovered();
  });

  it('the parts end by themselves when the launcher is killed, and the next start recovers', async () => {
    const [server = 0, worker = 0] = parts();
    launcher.signal('SIGKILL');
    await launcher.end();
    await launcher.gone([server, worker]);
    launcher = new RunningLauncher(dataDir, port);
    await launcher.ready();
    await launcher.recovered();
    // What this build has prepared is not prepared again.
    expect(launcher.said).not.toContain('结构迁移');
  });

  it('a stop ends worker, server and database in this order, without an error in any log', async () => {
    const pids = parts();
    const before = { main: launcher.log('main').length, worker: launcher.log('worker').length };
    const statuses = new Set<number>();
    let isOver = false;
    const traffic = (async () => {
      while (!isOver) statuses.add(await launcher.status('/api/organizations/x/standards'));
    })();
    await until(() => statuses.size > 0, 'traffic');
    launcher.signal('SIGTERM');
    expect(await launcher.end()).toBe(0);
    isOver = true;
    await traffic;
    // 0: nobody listens any more. While somebody does, the database is there.
    expect([...statuses].filter((status) => ![0, 401].includes(status))).toEqual([]);
    await launcher.gone(pids);
    for (const name of ['main', 'worker'] as const)
      expect(
        launcher
          .log(name)
          .slice(before[name])
          .split('\n')
          .filter((line) => line !== '' && !/^\{"level":(10|20|30),/.test(line)),
      ).toEqual([]);
    expect(launcher.said).not.toContain('✘');
  });
});

describe('a start that cannot be', () => {
  it('for wrong settings is not tried again', async () => {
    launcher = new RunningLauncher(dataDir, port, { LOG_LEVEL: 'loud' });
    expect(await launcher.end()).toBe(1);
    expect(launcher.said).toContain('LOG_LEVEL');
    expect(launcher.said).not.toContain('意外结束');
  });

  it('for a broken database says so, and nothing runs on', async () => {
    writeFileSync(join(dataDir, 'postgres', 'postgresql.conf'), 'no setting at all\n');
    launcher = new RunningLauncher(dataDir, port);
    expect(await launcher.end()).toBe(1);
    expect(launcher.said).toContain('The database did not start');
    expect(launcher.said).toContain('postgresql.conf');
  });
});
