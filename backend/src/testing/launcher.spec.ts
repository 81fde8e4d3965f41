import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = join(__dirname, '../../launcher/serve.mjs');
const password = 'hunter2-hunter2';

/** Starts the launcher on settings with which it must not get as far as a database. */
const start = (settings: Record<string, string>): Promise<{ code: number | null; said: string }> =>
  new Promise((done, fail) => {
    const env = { PATH: process.env['PATH'] ?? '', ...settings };
    const child = spawn(process.execPath, [script, '--built'], { env });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => done({ code, said }));
  });

const listening = (): Promise<{ server: Server; port: number }> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done({ server, port: typeof address === 'object' && address !== null ? address.port : 0 });
    });
  });

describe('the launcher', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'launcher-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['PORT', 'abc', 'PORT 应为 1～65535 的整数'],
    ['PORT', '99999', 'PORT 应为 1～65535 的整数'],
    ['DATABASE_URL', `${password} no address`, 'DATABASE_URL 不是 PostgreSQL 地址'],
    ['DATABASE_URL', `mysql://me:${password}@db/x`, 'DATABASE_URL 不是 PostgreSQL 地址'],
  ])('refuses %s=%s before it starts anything, and repeats no value', async (name, value, said) => {
    const answer = await start({ DATA_DIR: folder, [name]: value });
    expect(answer).toMatchObject({ code: 78, said: expect.stringContaining(said) });
    expect(answer.said).not.toContain(password);
    expect(answer.said).not.toContain('   at ');
  });

  it('says in two languages that a database cannot be reached, without its password', async () => {
    const { server, port } = await listening();
    await new Promise((done) => server.close(done));
    const DATABASE_URL = `postgres://me:${password}@127.0.0.1:${port}/x`;
    const own = await listening();
    await new Promise((done) => own.server.close(done));
    const answer = await start({ DATA_DIR: folder, PORT: String(own.port), DATABASE_URL });
    expect(answer.code).toBe(1);
    expect(answer.said).toContain(
      `连不上数据库 The database at 127.0.0.1:${port} cannot be reached (ECONNREFUSED).`,
    );
    expect(answer.said).not.toContain(password);
  });

  it('says that the port is taken', async () => {
    const { server, port } = await listening();
    const answer = await start({ DATA_DIR: folder, PORT: String(port) });
    await new Promise((done) => server.close(done));
    expect(answer.said).toContain(`端口被占用 127.0.0.1:${port} is in use`);
    expect(answer.code).toBe(1);
  });

  it('says that the data folder cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    const answer = await start({ DATA_DIR: join(folder, 'file') });
    expect(answer).toMatchObject({
      code: 1,
      said: expect.stringContaining('数据目录不能写入 DATA_DIR'),
    });
  });

  it('does not quote a file of secrets that it cannot read', async () => {
    const own = await listening();
    await new Promise((done) => own.server.close(done));
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'secrets.json'), `{"app": "${password}`);
    const answer = await start({ DATA_DIR: join(folder, 'data'), PORT: String(own.port) });
    expect(answer.said).toContain('密钥文件读不出来');
    expect(answer.said).not.toContain(password);
    expect(answer.code).toBe(1);
  });
});
