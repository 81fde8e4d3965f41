import { randomUUID } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestApp, type Member } from '../../testing/test-app';
import { JobWorker } from '../../kernel/jobs/job-worker';
import { ForgetExpired } from './forget-expired';

describe('what has expired', () => {
  let app: TestApp;
  let member: Member;

  beforeAll(async () => {
    app = await TestApp.start();
    member = await app.organization();
  });
  afterAll(() => app.stop());

  const rows = async (table: string): Promise<number> =>
    (await app.database.superuser(`SELECT FROM ${table}`)).length;

  it('is forgotten by the worker under its own role, and nothing else is', async () => {
    const token = () => Buffer.from(randomUUID().replace(/-/g, ''));
    for (const table of ['sessions', 'password_resets'])
      for (const age of ['-1 minute', '1 hour'])
        await app.database.superuser(
          `INSERT INTO ${table} (token_hash, user_id, expires_at) VALUES ($1, $2, now() + $3::interval)`,
          [token(), member.userId, age],
        );
    const now = Date.now();
    await app.database.superuser(
      `INSERT INTO rate_limits (key, points, expire)
       VALUES ('over', 1, $1), ('counting', 1, $2), ('without end', 1, NULL)`,
      [now - 60_000, now + 60_000],
    );
    const worker = await app.jobs();
    await worker.get(ForgetExpired).handle();
    await worker.get(ForgetExpired).handle();
    expect([await rows('sessions'), await rows('password_resets')]).toEqual([2, 1]);
    expect(await app.database.superuser('SELECT key FROM rate_limits ORDER BY key')).toEqual([
      { key: 'counting' },
      { key: 'without end' },
    ]);
    expect((await member.api.get('/api/sessions/current')).body).toMatchObject({
      user: { id: member.userId },
    });
  });

  it('goes from the outbox a month after it was written', async () => {
    const outbox = join(app.config.dataDir, 'outbox');
    await mkdir(outbox, { recursive: true });
    const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
    for (const [name, age] of [
      ['old.eml', 31],
      ['young.eml', 29],
    ] as const) {
      await writeFile(join(outbox, name), 'x');
      await utimes(join(outbox, name), days(age), days(age));
    }
    await (await app.jobs()).get(ForgetExpired).handle();
    expect(await readdir(outbox)).toEqual(['young.eml']);
  });

  it('is asked for by the worker by itself, once and for no organization', async () => {
    await app.database.superuser(
      `INSERT INTO rate_limits (key, points, expire) VALUES ('long over', 1, 0)`,
    );
    await (await app.jobs()).get(JobWorker).start();
    const isThere = async () =>
      (await app.database.superuser(`SELECT FROM rate_limits WHERE key = 'long over'`)).length > 0;
    for (let tries = 0; tries < 200 && (await isThere()); tries += 1)
      await new Promise((done) => setTimeout(done, 50));
    expect(await isThere()).toBe(false);
  });
});
