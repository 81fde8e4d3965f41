import type { AuditAction } from '@liangxing/contracts';
import { DataSource } from 'typeorm';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import { dataSourceOptions } from '../database/data-source';
import { runInTransaction } from '../database/transaction';
import { TenantDatabase } from '../database/tenant-database';
import { Audit } from './audit';
import { sealEvents } from './audit-chain';
import { organizationStream } from './audit-stream';
import { checkChain, type ChainReport } from './check-chain';
import { checkTrail } from './check-trail';
import { NOTE_SEALS, NOTES_FOLDER, readNotes } from './note-seals';
import { parseNotedSeals, type NotedSeal } from './noted-seals';

/** A trail whose keeper is not trusted: everything here is done as superuser of the database. */
describe('the check of the audit trail', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  let dataSource: DataSource;

  beforeAll(async () => {
    app = await TestApp.start();
    const databaseUrl = app.database.urlOf('jobs');
    dataSource = new DataSource(
      dataSourceOptions({ databaseUrl, databasePoolSize: 2, program: 'worker' }),
    );
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await app.stop();
  });
  /** Three events, five, four and three hours ago, each sealed five minutes later. */
  beforeEach(async () => {
    enterprise = await app.organization();
    for (const [action, hours] of [
      ['one', 5],
      ['two', 4],
      ['three', 3],
    ] as const) {
      await happen(action, hours);
      await seal();
      await tamper(
        `UPDATE audit_seals SET sealed_at = now() - make_interval(hours => $2, mins => -5)
         WHERE organization_id = $1 AND number = (SELECT max(number) FROM audit_seals WHERE organization_id = $1)`,
        hours,
      );
    }
  });

  const tamper = (sql: string, ...values: unknown[]) =>
    app.database.superuser(sql, [enterprise.organizationId, ...values]);
  const happen = async (action: string, hoursAgo: number): Promise<void> => {
    await app.app
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
    await tamper(
      `UPDATE audit_events SET recorded_at = now() - $2 * interval '1 hour'
       WHERE organization_id = $1 AND action = $3`,
      hoursAgo,
      action,
    );
  };
  const inOrganization = <T>(work: (manager: DataSource['manager']) => Promise<T>): Promise<T> =>
    runInTransaction(
      dataSource,
      { organizationId: enterprise.organizationId, userId: '' },
      'read write',
      work,
    );
  const seal = () =>
    inOrganization((manager) => sealEvents(manager, organizationStream(enterprise.organizationId)));
  const check = (noted: readonly NotedSeal[] = []): Promise<ChainReport> =>
    inOrganization((manager) =>
      checkChain(manager, organizationStream(enterprise.organizationId), noted),
    );
  const note = async (): Promise<NotedSeal> => {
    const { newest } = await check();
    if (newest === null) throw new Error('nothing to note');
    return newest;
  };
  const rewrite = () =>
    tamper(
      `UPDATE audit_events SET actor_name = '他人' WHERE organization_id = $1 AND action = 'one'`,
    );
  const loseSeals = async (from: number): Promise<void> => {
    await tamper(
      'DELETE FROM audit_sealed_events WHERE organization_id = $1 AND seal_number >= $2',
      from,
    );
    await tamper('DELETE FROM audit_seals WHERE organization_id = $1 AND number >= $2', from);
  };

  it('finds nothing where nothing was done, with and without a noted seal', async () => {
    expect(await check()).toMatchObject({ faults: [], sealedLate: [], newest: { number: 3 } });
    expect((await check([await note()])).faults).toEqual([]);
  });

  it('reports an event that was rewritten', async () => {
    await rewrite();
    expect((await check()).faults).toEqual([{ reason: 'events', seal: 1 }]);
  });

  it('reports an event that was deleted, also where the count was mended', async () => {
    await tamper(`DELETE FROM audit_sealed_events WHERE organization_id = $1 AND seal_number = 2`);
    await tamper(`DELETE FROM audit_events WHERE organization_id = $1 AND action = 'two'`);
    expect((await check()).faults).toEqual([{ reason: 'count', seal: 2 }]);
    await happen('another', 4);
    await tamper(
      `INSERT INTO audit_sealed_events SELECT organization_id, id, 2 FROM audit_events
       WHERE organization_id = $1 AND action = 'another'`,
    );
    expect((await check()).faults).toEqual([{ reason: 'events', seal: 2 }]);
  });

  it('reports a seal that was rewritten, or that is gone from the middle', async () => {
    await tamper(
      `UPDATE audit_seals SET sha256 = repeat('f', 64) WHERE organization_id = $1 AND number = 2`,
    );
    expect((await check()).faults).toEqual([
      { reason: 'events', seal: 2 },
      { reason: 'chain', seal: 3 },
    ]);
    await tamper('DELETE FROM audit_sealed_events WHERE organization_id = $1 AND seal_number = 2');
    await tamper('DELETE FROM audit_seals WHERE organization_id = $1 AND number = 2');
    expect((await check()).faults).toMatchObject([
      { reason: 'chain', seal: 3 },
      { reason: 'unsealed', events: 1 },
    ]);
  });

  it('reports all seals deleted and events rewritten: old events without a seal', async () => {
    await loseSeals(1);
    await rewrite();
    expect((await check()).faults).toEqual([
      { reason: 'unsealed', events: 3, since: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
  });

  it('reports the newest seal cut off; with its events, where it was noted', async () => {
    const noted = await note();
    await loseSeals(3);
    expect((await check()).faults).toMatchObject([{ reason: 'unsealed', events: 1 }]);
    await tamper(`DELETE FROM audit_events WHERE organization_id = $1 AND action = 'three'`);
    expect((await check()).faults).toEqual([]);
    expect((await check([noted])).faults).toEqual([{ reason: 'noted_missing', seal: 3 }]);
  });

  it('reports an event that was slipped in afterwards', async () => {
    await happen('late', 4.5);
    await seal();
    const { faults, sealedLate } = await check();
    expect(faults).toEqual([
      { reason: 'slipped_in', seal: 4, event: expect.stringMatching(/^\d+$/) },
    ]);
    expect(sealedLate).toEqual([4]);
  });

  it('remarks a chain that was made anew, and reports it where a seal was noted', async () => {
    const noted = await note();
    await loseSeals(1);
    await rewrite();
    await seal();
    expect(await check()).toMatchObject({ faults: [], sealedLate: [1] });
    expect((await check([noted])).faults).toEqual([{ reason: 'noted_missing', seal: 3 }]);
    expect((await check([{ ...noted, number: 1 }])).faults).toEqual([
      { reason: 'noted_differs', seal: 1 },
    ]);
  });

  it('leaves alone what waits for the next sealing', async () => {
    await happen('now', 0);
    expect((await check()).faults).toEqual([]);
  });

  it('goes through all organizations and prints seals that can be given back to it', async () => {
    const report = await checkTrail(dataSource);
    const noted = parseNotedSeals(`# noted today\n\n${report.newest.join('\n')}\n`);
    expect(noted).toContainEqual(await note());
    const before = (await checkTrail(dataSource, noted)).faults;
    expect(before).toEqual(report.faults);
    const away = { ...(await note()), chain: '6d8e5f4e-0000-4000-8000-000000000000' };
    const after = await checkTrail(dataSource, [...noted, away]);
    expect(after.isWhole).toBe(false);
    expect(after.faults).toContainEqual(expect.stringContaining(away.chain));
    expect(() => parseNotedSeals('a:1:b')).toThrow('line 1 is not');
  });

  it('knows the seals that the worker noted outside of the database, once a day', async () => {
    await tamper(`UPDATE audit_seals SET sealed_at = now() WHERE organization_id = $1`);
    const worker = await app.jobs();
    const { NoteSeals } = await import('./note-seals');
    for (let time = 0; time < 2; time += 1) await worker.get(NoteSeals, { strict: false }).handle();
    const folder = join(app.config.dataDir, NOTES_FOLDER);
    const [file = '', ...others] = await readdir(folder);
    expect(others).toEqual([]);
    expect(NOTE_SEALS.options.everyMinutes).toBeLessThan(24 * 60);
    expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
    const noted = await readNotes(app.config.dataDir);
    expect(noted).toContainEqual(await note());
    const text = await readFile(join(folder, file), 'utf8');
    await mkdir(join(folder, 'nested'), { recursive: true });
    await writeFile(join(folder, '2020-01-01.txt'), text);
    expect(await readNotes(app.config.dataDir)).toHaveLength(2 * noted.length);
    await loseSeals(1);
    const { faults } = await checkTrail(dataSource, noted);
    expect(faults).toContainEqual(
      `${enterprise.organizationId}: noted seal 3 is not there (noted_missing)`,
    );
  });
});
