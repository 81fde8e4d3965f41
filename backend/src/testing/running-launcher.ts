import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { until } from './until';

const script = join(__dirname, '../../launcher/serve.mjs');
export const builtServer = join(__dirname, '../../dist/main.js');

/** A port that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => done(port));
    });
  });

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`);

/** The real launcher with its database, server and worker, as `npm start` runs it on what is built. */
export class RunningLauncher {
  said = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(
    private readonly dataDir: string,
    private readonly port: number,
    settings: Readonly<Record<string, string>> = {},
  ) {
    const env = { PATH: process.env['PATH'] ?? '', SAMPLE: 'off', ...settings };
    this.child = spawn(process.execPath, [script, '--built'], {
      env: { ...env, DATA_DIR: dataDir, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.ended = new Promise((done) => this.child.on('close', done));
  }

  async ready(): Promise<void> {
    await until(() => this.said.includes('Ctrl-C') || !this.isRunning, 'started', 120);
    if (!this.said.includes('Ctrl-C')) throw new Error(`the launcher ended:\n${this.said}`);
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** @returns the exit code */
  async end(): Promise<number | null> {
    return this.ended;
  }

  /** Process ids of the parts. */
  pidOf(part: 'main' | 'worker' | 'postgres'): number {
    if (part === 'postgres') {
      const file = join(this.dataDir, 'postgres', 'postmaster.pid');
      return Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
    }
    const found = readdirSync('/proc').find((pid) => {
      if (!/^\d+$/.test(pid)) return false;
      try {
        const parent = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1];
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return parent === String(this.child.pid) && command.includes(`/dist/${part}.js`);
      } catch {
        return false;
      }
    });
    return Number(found ?? 0);
  }

  /** Ends a part as a crash does, and waits for its successor. */
  async crash(part: 'main' | 'worker' | 'postgres'): Promise<void> {
    const before = this.said.length;
    process.kill(this.pidOf(part), 'SIGKILL');
    await until(
      () => this.said.slice(before).includes(`${part} 意外结束，已重新启动`),
      `${part} started again`,
      60,
    );
  }

  /** 0 where nobody answers. */
  async status(path: string): Promise<number> {
    const answer = await fetch(`http://127.0.0.1:${this.port}${path}`).catch(() => null);
    return answer?.status ?? 0;
  }

  async recovered(): Promise<void> {
    await until(async () => (await this.status('/api/health/ready')) === 200, 'ready', 60);
  }

  log(name: 'main' | 'worker'): string {
    return readFileSync(join(this.dataDir, 'logs', `${name}.log`), 'utf8');
  }

  /** That all of these processes are gone. */
  async gone(pids: readonly number[]): Promise<void> {
    await until(() => !pids.some(isAlive), 'processes gone', 30);
  }
}
