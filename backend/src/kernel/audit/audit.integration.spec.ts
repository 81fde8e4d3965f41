import type { AuditAction } from '@liangxing/contracts';
import pg from 'pg';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { TenantDatabase } from '../database/tenant-database';
import { Audit } from './audit';
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
          .record(
            manager,
            enterprise.context,
            action as AuditAction,
            { type: 'test', id: '1' },
            { 数: 1 },
          ),
      );
  const seal = async () => {
    const jobs = await app.jobs();
    for (let time = 0; time < 2; time += 1)
      await jobs.get(SealAudit, { strict: false }).handle({ context: enterprise.context });
  };
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
  });

  it.each(['app', 'jobs'] as const)('can be neither changed nor shortened by %s', async (role) => {
    await record('one');
    await seal();
    const client = new pg.Client({ connectionString: app.database.urlOf(role) });
    await client.connect();
    try {
      await client.query(`SELECT set_config('app.organization_id', $1, false)`, [
        enterprise.organizationId,
      ]);
      for (const table of ['audit_events', 'audit_seals', 'audit_sealed_events'])
        for (const sql of [
          `UPDATE ${table} SET organization_id = organization_id`,
          `DELETE FROM ${table}`,
          `TRUNCATE ${table} CASCADE`,
        ])
          await expect(client.query(sql)).rejects.toThrow(`permission denied for table ${table}`);
    } finally {
      await client.end();
    }
  });

  it('is not written when the change that it tells of is rolled back', async () => {
    const failed = app.app.get(TenantDatabase).transaction(enterprise.context, async (manager) => {
      await app.app
        .get(Audit)
        .record(manager, enterprise.context, 'standards.removed', { type: 'test', id: '1' });
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
