import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../../kernel/database/data-source';
import { PlatformDatabase } from '../../../kernel/database/platform-database';
import { loadConfig } from '../../../config/config';
import { withSecondFactor } from '../../../testing/authenticator';
import { TestApp } from '../../../testing/test-app';
import { ACCOUNTS_ENTITIES, takeOffSecondFactor } from '../commands';

const password = 'eine lange Passphrase';

describe('a second factor of which everything is lost', () => {
  let app: TestApp;
  let owner: DataSource;
  beforeAll(async () => {
    app = await TestApp.start();
    const variables = { DATABASE_MIGRATOR_URL: app.database.urlOf('migrator') };
    const options = dataSourceOptions(loadConfig('migrate', variables));
    owner = new DataSource({ ...options, entities: ACCOUNTS_ENTITIES });
    await owner.initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await app.stop();
  });

  it('is taken off by the operator: sessions end, the password alone opens, and the trail says why', async () => {
    const email = 'wu@example.com';
    const api = app.visitor();
    await api.post('/api/accounts', { email, name: '吴刚', password });
    const database = new PlatformDatabase(owner);
    const order = { by: '运维 张三', reason: '手机和恢复码丢失，电话核实' };
    expect(await takeOffSecondFactor(database, 'nobody@example.com', order)).toBe(
      'unknown_address',
    );
    expect(await takeOffSecondFactor(database, email, order)).toBe('no_second_factor');
    await withSecondFactor(api, password);
    expect(await takeOffSecondFactor(database, email, order)).toBe('done');
    expect((await api.get('/api/account')).status).toBe(401);
    const again = await app.visitor().post('/api/sessions', { email, password });
    expect(again.body).toMatchObject({ user: { email, hasSecondFactor: false } });
    const lines = await app.database.superuser(
      `SELECT actor_id, actor_name, details FROM platform_events
       WHERE action = 'account.second_factor_taken_off'`,
    );
    expect(lines).toEqual([
      { actor_id: null, actor_name: order.by, details: { reason: order.reason } },
    ]);
  });
});
