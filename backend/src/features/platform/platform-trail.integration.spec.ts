import pg from 'pg';
import { DataSource } from 'typeorm';
import { SealPlatform } from '../../kernel/audit/seal-audit';
import { checkTrail } from '../../kernel/audit/check-trail';
import type { ApiClient } from '../../testing/api-client';
import { TestApp } from '../../testing/test-app';
import type { SessionDto } from '../accounts/dto/account.dto';

interface Line {
  readonly id: string;
  readonly action: string;
  readonly personName: string;
  readonly subjectId: string;
}
interface Page {
  readonly lines: readonly Line[];
  readonly hasOlder: boolean;
}

const path = '/api/platform/trail';

const password = 'eine lange Passphrase';
const newPassword = '苏州园林之春 2026';

describe('the trail of what belongs to no organization', () => {
  let app: TestApp;
  let administrator: ApiClient;
  let someone: ApiClient;
  let someonesId: string;

  const register = async (email: string) => {
    const api = app.visitor();
    const { status, body } = await api.post<SessionDto>('/api/accounts', {
      email,
      name: '王芳',
      password,
    });
    expect(status).toBe(201);
    return { api, id: body.user?.id ?? '' };
  };

  beforeAll(async () => {
    app = await TestApp.start({ PLATFORM_ADMINISTRATORS: 'admin@example.com' });
    administrator = (await register('admin@example.com')).api;
    ({ api: someone, id: someonesId } = await register('someone@example.com'));
  });
  afterAll(() => app.stop());

  const read = async (query = ''): Promise<Page> => {
    const answer = await administrator.get<Page>(`${path}${query}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  it('is read by those whom a setting names and by nobody else', async () => {
    const refused = await someone.get<{ code: string }>(path);
    expect([refused.status, refused.body.code]).toEqual([403, 'not_platform_administrator']);
    expect((await app.visitor().get(path)).status).toBe(401);
  });

  it('says who registered, page by page, and narrows by part', async () => {
    const first = await read('?limit=1');
    expect(first.hasOlder).toBe(true);
    const second = await read(`?limit=1&before=${first.lines[0]?.id}`);
    expect(second.lines[0]?.id).not.toBe(first.lines[0]?.id);
    const registered = (await read('?part=accounts')).lines.filter(
      ({ action }) => action === 'account.registered',
    );
    expect(registered).toMatchObject([{ personName: '王芳', subjectId: someonesId }, {}]);
    expect((await read('?part=catalogue')).lines).toEqual([]);
    expect((await administrator.get(`${path}?part=nothing`)).status).toBe(422);
  });

  it('holds a changed password, and neither the password nor the address', async () => {
    const changed = await someone.put('/api/account/password', {
      currentPassword: password,
      newPassword,
    });
    expect(changed.status).toBe(204);
    const [line] = (await read('?part=accounts&limit=1')).lines;
    expect(line).toMatchObject({
      action: 'account.password_changed',
      subjectId: someonesId,
    });
    const [row] = await app.database.superuser<{ text: string }>(
      `SELECT string_agg(e::text, '\n') AS text FROM platform_events e`,
    );
    expect(row?.text).not.toContain('@');
    expect(row?.text).not.toContain(newPassword);
  });

  it('is sealed once however often the job runs, and its chain is checked with the others', async () => {
    const jobs = await app.jobs();
    for (let time = 0; time < 2; time += 1)
      await jobs.get(SealPlatform, { strict: false }).handle();
    const dataSource = jobs.get(DataSource);
    const whole = await checkTrail(dataSource);
    expect(whole.newest).toContainEqual(expect.stringMatching(/^accounts:1:[0-9a-f]{64}$/));
    await app.database.superuser(
      `UPDATE platform_events SET actor_name = '别人' WHERE action = 'account.password_changed'`,
    );
    const broken = await checkTrail(dataSource);
    expect(broken.faults).toContainEqual(expect.stringContaining('accounts: seal 1'));
  });

  it('can be changed by no program', async () => {
    for (const role of ['app', 'jobs'] as const) {
      const client = new pg.Client({ connectionString: app.database.urlOf(role) });
      await client.connect();
      try {
        for (const change of [
          "UPDATE platform_events SET actor_name = ''",
          'DELETE FROM platform_events',
        ])
          await expect(client.query(change)).rejects.toThrow('permission denied');
      } finally {
        await client.end();
      }
    }
  });
});
