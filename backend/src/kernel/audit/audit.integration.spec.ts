import { TestApp, type TestOrganization } from '../../testing/test-app';
import { TenantDatabase } from '../database/tenant-database';
import { Audit } from './audit';
import { brokenSeals } from './audit-chain';
import { SealAudit } from './seal-audit';

describe('the audit trail', () => {
  let app: TestApp;
  let enterprise: TestOrganization;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    enterprise = await app.organization();
  });

  const record = (action: string) =>
    app.app
      .get(TenantDatabase)
      .transaction(enterprise.context, (manager) =>
        app.app
          .get(Audit)
          .record(manager, enterprise.context, action, { type: 'test', id: '1' }, { 数: 1 }),
      );
  const seal = async () => {
    const jobs = await app.jobs();
    for (let time = 0; time < 2; time += 1)
      await jobs.get(SealAudit, { strict: false }).handle({ context: enterprise.context });
  };
  const broken = () =>
    app.app
      .get(TenantDatabase)
      .read(enterprise.context, (manager) => brokenSeals(manager, enterprise.organizationId));

  it('is sealed in batches that hold every event once, however often the job runs', async () => {
    await record('one');
    await record('two');
    await seal();
    await record('three');
    await seal();
    const seals = await app.database.superuser<{ events: number }>(
      'SELECT events FROM audit_seals WHERE organization_id = $1 ORDER BY number',
      [enterprise.organizationId],
    );
    expect(seals).toEqual([{ events: 2 }, { events: 1 }]);
    expect(await broken()).toEqual([]);
  });

  it('shows an event that was changed, removed, or a seal that was rewritten', async () => {
    for (const action of ['one', 'two', 'three']) {
      await record(action);
      await seal();
    }
    const { organizationId } = enterprise;
    await app.database.superuser(
      `UPDATE audit_events SET details = '{}' WHERE organization_id = $1 AND action = 'one'`,
      [organizationId],
    );
    await app.database.superuser(
      `DELETE FROM audit_sealed_events WHERE organization_id = $1 AND seal_number = 2`,
      [organizationId],
    );
    await app.database.superuser(
      `UPDATE audit_seals SET sha256 = repeat('f', 64) WHERE organization_id = $1 AND number = 2`,
      [organizationId],
    );
    expect(await broken()).toEqual([
      { number: 1, reason: 'events' },
      { number: 2, reason: 'count' },
      { number: 3, reason: 'chain' },
    ]);
  });

  it('can be neither changed nor shortened by the running programs', async () => {
    await record('one');
    const run = (sql: string) =>
      app.app.get(TenantDatabase).transaction(enterprise.context, (manager) => manager.query(sql));
    await expect(run('DELETE FROM audit_events')).rejects.toThrow(/permission denied/);
    await expect(run(`UPDATE audit_events SET action = 'x'`)).rejects.toThrow(/permission denied/);
  });

  it('is not written when the change that it tells of is rolled back', async () => {
    const failed = app.app.get(TenantDatabase).transaction(enterprise.context, async (manager) => {
      await app.app
        .get(Audit)
        .record(manager, enterprise.context, 'undone', { type: 'test', id: '1' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    const rows = await app.database.superuser(
      `SELECT 1 FROM audit_events WHERE organization_id = $1`,
      [enterprise.organizationId],
    );
    expect(rows).toEqual([]);
  });
});
