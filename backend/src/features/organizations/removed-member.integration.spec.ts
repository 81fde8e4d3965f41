import { Controller, Module, Post } from '@nestjs/common';
import { ApiClient } from '../../testing/api-client';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { Allow, Context, RequestContext, TenantDatabase } from '../../kernel';
import { CachedIdentities } from '../accounts';

let release = (): void => undefined;
let arrived = (): void => undefined;

/** A request that has passed the guards and has not begun to write. */
@Controller('organizations/:organizationId/slow')
class SlowController {
  constructor(private readonly database: TenantDatabase) {}

  @Post()
  @Allow('standards:write')
  async write(@Context() context: RequestContext): Promise<void> {
    const isReleased = new Promise<void>((done) => (release = done));
    arrived();
    await isReleased;
    await this.database.transaction(context, (manager) => manager.query('SELECT 1'));
  }
}

@Module({ controllers: [SlowController] })
class SlowModule {}

describe('a member', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  let otherProcess: string;

  beforeAll(async () => {
    app = await TestApp.start({}, [SlowModule]);
    enterprise = await app.organization();
    otherProcess = await app.another();
  });
  afterAll(() => app.stop());

  /** The same person at the other process, which remembers them. */
  async function atOther(api: ApiClient): Promise<ApiClient> {
    const copy = new ApiClient(otherProcess);
    for (const [name, value] of api.cookies) copy.cookies.set(name, value);
    return copy;
  }
  let serial = 0;
  const write = (api: ApiClient) =>
    api.post(`${enterprise.path}/standards`, { number: `Q/A ${(serial += 1)}-2024`, title: '甲' });

  it('who is removed writes nothing more on another process, which hears of it', async () => {
    const editor = await app.member(enterprise.organizationId, 'editor');
    const elsewhere = await atOther(editor.api);
    expect((await write(elsewhere)).status).toBe(201);
    const path = `${enterprise.path}/members/${editor.userId}`;
    expect((await enterprise.api.delete(path)).status).toBe(204);
    expect((await write(elsewhere)).status).toBe(404);
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await elsewhere.get(enterprise.path)).status === 404) return;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error('the other process has not heard of it');
  });

  it.each([
    ['removed', 'DELETE FROM memberships WHERE user_id = $1', 404],
    ['made a viewer', `UPDATE memberships SET role = 'viewer' WHERE user_id = $1`, 403],
  ])('who is %s after the guards let the request in does not write', async (_, sql, status) => {
    const editor = await app.member(enterprise.organizationId, 'editor');
    const isThere = new Promise<void>((done) => (arrived = done));
    const answer = editor.api.post(`${enterprise.path}/slow`);
    await isThere;
    await app.database.superuser(sql, [editor.userId]);
    release();
    expect((await answer).status).toBe(status);
  });

  it('is asked for in the database with every request while news of changes is cut off', async () => {
    const editor = await app.member(enterprise.organizationId, 'editor');
    expect((await editor.api.get(enterprise.path)).status).toBe(200);
    app.app.get(CachedIdentities).listen(false);
    expect((await editor.api.get(enterprise.path)).status).toBe(200);
    await app.database.superuser('ALTER TABLE memberships DISABLE TRIGGER tell_identity_changed');
    await app.database.superuser('DELETE FROM memberships WHERE user_id = $1', [editor.userId]);
    expect((await editor.api.get(enterprise.path)).status).toBe(404);
    await app.database.superuser('ALTER TABLE memberships ENABLE TRIGGER tell_identity_changed');
    app.app.get(CachedIdentities).listen(true);
  });

  it('is remembered again after the connection for news was lost and came back', async () => {
    const editor = await app.member(enterprise.organizationId, 'editor');
    await app.database.superuser(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'liangxing news of identities_changed'`,
    );
    await app.database.superuser('DELETE FROM memberships WHERE user_id = $1', [editor.userId]);
    for (let tries = 0; tries < 200; tries += 1) {
      const listeners = await app.database.superuser(
        `SELECT FROM pg_stat_activity WHERE datname = current_database()
           AND application_name = 'liangxing news of identities_changed' AND query LIKE 'LISTEN%'`,
      );
      if (listeners.length === 2) break;
      await new Promise((done) => setTimeout(done, 20));
    }
    expect((await editor.api.get(enterprise.path)).status).toBe(404);
    const other = await app.member(enterprise.organizationId, 'editor');
    const elsewhere = await atOther(other.api);
    expect((await elsewhere.get(enterprise.path)).status).toBe(200);
    await app.database.superuser('DELETE FROM memberships WHERE user_id = $1', [other.userId]);
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await elsewhere.get(enterprise.path)).status === 404) return;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error('the other process has not heard of it');
  });
});
