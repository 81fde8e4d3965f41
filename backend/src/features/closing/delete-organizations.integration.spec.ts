import { DAYS_UNTIL_DELETION } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { loadSample } from '../../sample/load-sample';
import { packsFolder, publishShippedSchemes } from '../../testing/published-schemes';
import { paragraph, wordFile, wordForm } from '../../testing/word-file';
import { TestApp } from '../../testing/test-app';
import { organizationDay, Storage, TenantDatabase } from '../../kernel';
import { checkTrail } from '../../kernel/audit/check-trail';
import { JobWorker } from '../../kernel/jobs/job-worker';
import type { DossierDto } from '../dossiers/dto/dossier.dto';
import { ClosingRepository } from './closing.repository';
import { FORGET_DEPARTED } from './forget-departed';
import { DELETE_ORGANIZATIONS } from './use-cases/delete-organizations';

const deleted = '5a3d1e00-0000-4000-8000-000000000001';
const neighbour = '5a3d1e00-0000-4000-8000-000000000002';
const folder = join(packsFolder, '../../../backend/samples');

describe('the deletion of an organization', () => {
  let app: TestApp;
  /** Every table of tenants; the database says which there are. */
  let tables: readonly string[];

  beforeAll(async () => {
    app = await TestApp.start();
    await publishShippedSchemes(app.database);
    await loadSample({ app: app.app, worker: await app.jobs(), folder });
    const rows = await app.database.superuser<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         AND a.attname = 'organization_id' AND NOT a.attisdropped ORDER BY 1`,
    );
    tables = rows.map(({ name }) => name);
    for (const table of tables) await fill(table, deleted);
    for (const table of tables) await fill(table, neighbour);
    // What earlier tests of the day ordered would change rows in between.
    await app.database.superuser('DELETE FROM pgboss.job');
  }, 300_000);
  afterAll(() => app.stop());
  afterEach(() => jest.restoreAllMocks());

  /** One more row, so that no table is empty; keys to other rows and checks are not looked at, only whose it is. */
  async function fill(table: string, organizationId: string): Promise<void> {
    const columns = await app.database.superuser<{ name: string; some: string }>(
      `SELECT attname AS name, CASE
           WHEN attname = 'organization_id' THEN quote_literal($2)
           WHEN format_type(atttypid, NULL) LIKE '%[]' THEN '''{}'''
           ELSE CASE format_type(atttypid, NULL) WHEN 'uuid' THEN 'gen_random_uuid()'
             WHEN 'boolean' THEN 'false' WHEN 'date' THEN 'now()' WHEN 'jsonb' THEN '''{}'''
             WHEN 'timestamp with time zone' THEN 'now()' WHEN 'bytea' THEN '''x'''
             WHEN 'text' THEN '''x''' ELSE '1' END END AS some
       FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
         AND attnotnull AND attidentity = '' AND attgenerated = ''`,
      [table, organizationId],
    );
    const checks = await app.database.superuser<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'c'`,
      [table],
    );
    const names = columns.map(({ name }) => name).join(', ');
    await app.database.superuser(
      [
        ...checks.map(({ name }) => `ALTER TABLE ${table} DROP CONSTRAINT ${name};`),
        `SET session_replication_role = replica;`,
        `INSERT INTO ${table} (${names}) VALUES (${columns.map(({ some }) => some).join(', ')})
           ON CONFLICT DO NOTHING;`,
        `RESET session_replication_role;`,
      ].join('\n'),
    );
  }

  /** All rows of each table, as a text that changes with any of them. */
  async function rowsOf(organizationId: string): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const table of tables) {
      const [row] = await app.database.superuser<{ rows: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS rows
         FROM ${table} t WHERE organization_id = $1`,
        [organizationId],
      );
      found[table] = row?.rows ?? '';
    }
    return found;
  }
  const left = async (organizationId: string) =>
    Object.entries(await rowsOf(organizationId)).filter(([, rows]) => !rows.startsWith('0 '));

  async function remove(organizationId = deleted): Promise<void> {
    const handlers = (await app.jobs()).get(JobWorker).handlers();
    const found = handlers.find(({ kind }) => kind.name === DELETE_ORGANIZATIONS.name);
    const context = { userId: '', userName: 'system', organizationId, correlationId: '-' };
    const data = { context: { ...context, language: 'zh-CN' as const } };
    await found?.handler.handle(data, new AbortController().signal);
  }
  const due = async (): Promise<readonly string[]> => {
    const handlers = (await app.jobs()).get(JobWorker).handlers();
    const found = handlers.find(({ kind }) => kind.name === DELETE_ORGANIZATIONS.name);
    return (await found?.handler.organizationsWithWork?.()) ?? [];
  };
  const close = (days: number) =>
    app.database.superuser(
      `UPDATE organizations SET state = 'closing', closed_as = 'open', closed_reason = '',
         closed_by_name = '顾明', state_since = now() - make_interval(days => $2) WHERE id = $1`,
      [deleted, days],
    );
  const keysOf = async (organizationId: string): Promise<string[]> => {
    const rows = await app.database.superuser<{ key: string }>(
      `SELECT storage_key AS key FROM evidence_revisions WHERE organization_id = $1 AND size > 1
       UNION SELECT storage_key FROM standard_draft_files WHERE organization_id = $1 AND size > 1
       UNION SELECT storage_key FROM dossiers WHERE organization_id = $1 AND state = 'ready'`,
      [organizationId],
    );
    return rows.map(({ key }) => key);
  };

  it('waits until the days are over', async () => {
    await close(DAYS_UNTIL_DELETION - 1);
    const before = await rowsOf(deleted);
    expect(await due()).toEqual([]);
    await remove();
    expect(await rowsOf(deleted)).toEqual(before);
  });

  it('is of nothing where somebody restored it in the last moment', async () => {
    await close(DAYS_UNTIL_DELETION);
    expect(await due()).toEqual([deleted]);
    await app.database.superuser(
      `UPDATE organizations SET state = 'open', closed_as = NULL, closed_reason = NULL,
         closed_by_name = NULL WHERE id = $1`,
      [deleted],
    );
    const before = await rowsOf(deleted);
    await remove();
    expect(await rowsOf(deleted)).toEqual(before);
  });

  it('goes through every table, is broken off and goes on, and leaves the neighbour as it was', async () => {
    const owner = app.visitor();
    const credentials = { email: 'gu@example.cn', password: 'liangxing-sample-1' };
    expect((await owner.post('/api/sessions', credentials)).status).toBe(201);
    const path = `/api/organizations/${deleted}`;
    const { body: dossiers } = await owner.get<DossierDto[]>(`${path}/dossiers`);
    const verified = `/api/verifications/${String(dossiers.find(({ state }) => state === 'ready')?.code)}`;
    expect((await owner.get(verified)).status).toBe(200);
    const draft = await owner.post<{ id: string }>(`${path}/drafts`, {
      ...{ kind: 'management', outlineId: '', title: '带文件的标准', englishTitle: '', number: '' },
      ...{ replacesNumber: '', department: '', drafters: [] },
    });
    const word = wordForm(wordFile({ body: paragraph('{{企业名称}}') }), '标准.docx');
    const uploaded = await owner.post(`${path}/drafts/${draft.body.id}/files`, word, {
      ifMatch: 1,
    });
    expect(uploaded.status).toBe(201);
    const [own, others] = [await keysOf(deleted), await keysOf(neighbour)];
    expect([own.length > 5, others.length > 0]).toEqual([true, true]);
    for (const [giver, grantee] of [
      [deleted, neighbour],
      [neighbour, deleted],
    ])
      await app.database.superuser(
        `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
           starts_at, ends_at, reason, given_by, given_by_name)
         VALUES ($1, $2, $3, '', '{register}', '{}', now(), now() + interval '1 day', '', $2, '')`,
        [giver, randomUUID(), grantee],
      );
    await close(DAYS_UNTIL_DELETION);
    expect((await left(deleted)).length).toBe(tables.length);
    const kept = await rowsOf(neighbour);

    const repository = (await app.jobs()).get(ClosingRepository, { strict: false });
    let steps = 0;
    const { deleteSome } = repository;
    jest.spyOn(repository, 'deleteSome').mockImplementation((manager, most) => {
      if ((steps += 1) > 10) throw new Error('the worker died');
      return deleteSome.call(repository, manager, Math.min(most, 3));
    });
    await expect(remove()).rejects.toThrow('the worker died');
    jest.restoreAllMocks();
    const half = await left(deleted);
    expect([half.length > 0, half.length < tables.length]).toEqual([true, true]);
    // Nobody enters what is half there, and nobody brings it back.
    expect((await owner.get(path)).status).toBe(404);
    const asked = { ifMatch: 1 };
    expect((await owner.delete(`${path}/closing`, undefined, asked)).status).toBe(404);
    const session = await owner.get<{ memberships: { organizationId: string }[] }>(
      '/api/sessions/current',
    );
    expect(session.body.memberships.map(({ organizationId }) => organizationId)).toEqual([
      neighbour,
    ]);

    expect(await due()).toEqual([deleted]);
    await remove();
    await remove();
    // Something was on its way into the store when it began: that alone is still known.
    expect((await left(deleted)).map(([table]) => table)).toEqual(['pending_objects']);
    await app.database.superuser(
      `UPDATE pending_objects SET since = now() - interval '2 days' WHERE organization_id = $1`,
      [deleted],
    );
    await remove();
    await remove();
    expect(await left(deleted)).toEqual([]);
    expect(
      await app.database.superuser('SELECT id FROM organizations WHERE id = $1', [deleted]),
    ).toEqual([]);
    expect(await due()).toEqual([]);

    const storage = app.app.get(Storage);
    for (const key of own) await expect(storage.read(key)).rejects.toThrow('no stored object');
    for (const key of others) (await storage.read(key)).destroy();
    expect((await owner.get(verified)).status).toBe(404);
    const { access_grants: granted, ...rest } = await rowsOf(neighbour);
    const { access_grants: before, ...same } = kept;
    expect(rest).toEqual(same);
    // What it had opened to the one that is gone is a line of an engagement that was ended.
    expect([before?.split(' ')[0], granted?.split(' ')[0]]).toEqual(['2', '2']);
    const ended = await app.database.superuser(
      `SELECT revoked_at IS NOT NULL AS "isOver", is_resigned AS "isResigned" FROM access_grants
       WHERE organization_id = $1 AND grantee_id = $2`,
      [neighbour, deleted],
    );
    expect(ended).toEqual([{ isOver: true, isResigned: true }]);

    const lines = await app.database.superuser(
      `SELECT details->>'name' AS name, details->>'closedBy' AS by FROM platform_events
       WHERE action = 'organization.deleted' AND subject_id = $1`,
      [deleted],
    );
    expect(lines).toMatchObject([{ by: '顾明' }]);
    // A seal of it that somebody noted is missed by nobody.
    const noted = [{ chain: deleted, number: 1, sha256: '0'.repeat(64) }];
    const report = await checkTrail((await app.jobs()).get(DataSource), noted);
    expect(report.remarks).toContainEqual(expect.stringContaining(`${deleted}: was deleted`));
    expect(report.faults.filter((fault) => fault.startsWith(deleted))).toEqual([]);
  });

  it('and a restoration in the same moment never both happen', async () => {
    for (const days of [DAYS_UNTIL_DELETION, DAYS_UNTIL_DELETION - 1]) {
      const enterprise = await app.organization('苏州良方');
      const { organizationId, path, api } = enterprise;
      await api.post(`${path}/standards`, { number: 'Q/LF 1-2024', title: '规程' });
      await app.database.superuser(
        `UPDATE organizations SET state = 'closing', closed_as = 'open', closed_reason = '',
           closed_by_name = '', state_since = now() - make_interval(days => $2) WHERE id = $1`,
        [organizationId, days],
      );
      const [restored] = await Promise.all([
        api.delete(`${path}/closing`, undefined, { ifMatch: 1 }),
        remove(organizationId),
        remove(organizationId),
      ]);
      const isDue = days === DAYS_UNTIL_DELETION;
      expect([404, 409].includes(restored.status)).toBe(isDue);
      expect((await left(organizationId)).length === 0).toBe(isDue);
      expect((await api.get(path)).status).toBe(isDue ? 404 : 200);
    }
  });

  it('finds every reference to an organization, so that none is forgotten', async () => {
    const rows = await app.database.superuser<{ at: string }>(
      `SELECT k.conrelid::regclass || '.' || a.attname AS at FROM pg_constraint k
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
       WHERE k.contype = 'f' AND k.confrelid = 'organizations'::regclass
         AND a.attname <> 'organization_id'`,
    );
    expect(rows).toEqual([]);
  });

  it('leaves its consultancy the line of the engagement, as one that has ended, and nobody assigned', async () => {
    const enterprise = await app.organization('苏州良方');
    const { organizationId: consultancy, userId } = await app.organization('良方咨询');
    await app.database.superuser(
      `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable, ends_at, given_by, given_by_name)
       VALUES ($1, $1, $2, '', '{profile}', '{}', now() + interval '1 day', $3, '')`,
      [enterprise.organizationId, consultancy, userId],
    );
    await app.database.superuser(
      `INSERT INTO clients (organization_id, id, client_id, client_name, offered_by, state, readable, writable, starts_at, ends_at, reason, version)
       VALUES ($2, $1, $1, '苏州良方', 'client', 'live', '{profile}', '{}', now(), now() + interval '1 day', '', 2)`,
      [enterprise.organizationId, consultancy],
    );
    await app.database.superuser(
      'INSERT INTO client_assignments (organization_id, client_id, user_id) VALUES ($2, $1, $3)',
      [enterprise.organizationId, consultancy, userId],
    );
    await app.database.superuser(
      `UPDATE organizations SET state = 'closing', closed_as = 'open', closed_reason = '',
         closed_by_name = '', state_since = now() - make_interval(days => $2) WHERE id = $1`,
      [enterprise.organizationId, DAYS_UNTIL_DELETION],
    );
    await remove(enterprise.organizationId);
    expect(await left(enterprise.organizationId)).toEqual([]);
    const lines = await app.database.superuser(
      'SELECT client_name, state, version FROM clients WHERE organization_id = $1',
      [consultancy],
    );
    expect(lines).toEqual([{ client_name: '苏州良方', state: 'revoked', version: 3 }]);
    const assigned = await app.database.superuser(
      'SELECT FROM client_assignments WHERE organization_id = $1 AND client_id = $2',
      [consultancy, enterprise.organizationId],
    );
    expect(assigned).toEqual([]);
  });

  const endNow = (organizationId: string) =>
    app.database.superuser(
      `UPDATE organizations SET state = 'closing', closed_as = 'open', closed_reason = '',
         closed_by_name = '', state_since = now() - make_interval(days => $2) WHERE id = $1`,
      [organizationId, DAYS_UNTIL_DELETION],
    );

  /** A case of an enterprise at a body. @returns its id */
  async function caseAt(bodyId: string, enterpriseId: string): Promise<string> {
    const id = randomUUID();
    await app.database.superuser(
      `INSERT INTO cases (organization_id, id, number, enterprise_id, enterprise_name, state, material, heard, written)
       VALUES ($1, $2, '2026-0001', $3, '苏州良方', 'certified', 1, 1, 1)`,
      [bodyId, id, enterpriseId],
    );
    return id;
  }

  it('leaves what a body certified in the public register, as it stood, and says that the body has left', async () => {
    const { organizationId: bodyId } = await app.body();
    const caseId = await caseAt(bodyId, randomUUID());
    await app.database.superuser(
      `INSERT INTO certificates (organization_id, id, case_id, number, code, state_on, enterprise_name, credit_code,
         body_name, grade, scope, standard, issued_on, valid_until, renew_from)
       VALUES ($1, $2, $2, 'LX-2026-0077', '7K2M-9Q4T-XB3D-0FHZ', '2026-01-05', '苏州良方', '', '江南评价中心', 'AAA',
         '轴承', 'GB/T 19273-2017', '2026-01-05', '2099-01-04', '2098-07-05')`,
      [bodyId, caseId],
    );
    await app.database.superuser(
      `UPDATE certificates SET state = 'suspended', state_on = '2026-03-01' WHERE organization_id = $1`,
      [bodyId],
    );
    const visitor = app.visitor();
    const byCode = async () =>
      (await visitor.get<object>('/api/certificates/7K2M-9Q4T-XB3D-0FHZ')).body;
    const facts = {
      ...{ number: 'LX-2026-0077', enterpriseName: '苏州良方', bodyName: '江南评价中心' },
      ...{ grade: 'AAA', scope: '轴承', issuedOn: '2026-01-05', validUntil: '2099-01-04' },
      ...{ standing: 'suspended', standingOn: '2026-03-01' },
    };
    expect(await byCode()).toMatchObject({ ...facts, bodyLeftOn: null });
    await endNow(bodyId);
    expect(await byCode()).toMatchObject({ ...facts, bodyLeftOn: null });
    await remove(bodyId);
    await remove(bodyId);
    expect(await left(bodyId)).toEqual([]);
    const gone = { ...facts, bodyLeftOn: organizationDay(new Date()) };
    expect(await byCode()).toMatchObject(gone);
    for (const q of ['LX-2026-0077', encodeURIComponent('良方')])
      expect((await visitor.get<object[]>(`/api/certificates?q=${q}`)).body).toEqual([
        expect.objectContaining(gone),
      ]);
  });

  it('of a consultancy leaves for three years who of it worked for which enterprise, and no more', async () => {
    const enterprise = await app.organization('苏州良方');
    const consultancy = await app.organization('良方咨询');
    const body = await app.body();
    const person = await app.member(body.organizationId, 'assessor', 'assessment_body');
    const stranger = await app.member(body.organizationId, 'assessor', 'assessment_body');
    const caseId = await caseAt(body.organizationId, enterprise.organizationId);
    await app.database.superuser(
      `INSERT INTO memberships (organization_id, user_id, role, organization_kind) VALUES ($1, $2, 'editor', 'enterprise')`,
      [consultancy.organizationId, person.userId],
    );
    await app.database.superuser(
      `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable, starts_at, ends_at,
         given_by, given_by_name)
       VALUES ($1, $1, $2, '', '{profile}', '{}', now() - interval '1 year', now() + interval '1 day', $3, '')`,
      [enterprise.organizationId, consultancy.organizationId, consultancy.userId],
    );
    const relations = async (userId: string) =>
      app.app
        .get(TenantDatabase)
        .read(body.context, (manager) =>
          manager.query<{ kind: string }[]>(
            'SELECT kind FROM app.relations_to_enterprise($1, $2) AS kind',
            [caseId, userId],
          ),
        );
    expect(await relations(person.userId)).toEqual([{ kind: 'engagement' }]);
    await endNow(consultancy.organizationId);
    await remove(consultancy.organizationId);
    expect(await left(consultancy.organizationId)).toEqual([]);
    expect(await relations(person.userId)).toEqual([{ kind: 'engagement' }]);
    expect(await relations(stranger.userId)).toEqual([]);

    const handlers = (await app.jobs()).get(JobWorker).handlers();
    const forget = handlers.find(({ kind }) => kind.name === FORGET_DEPARTED.name)?.handler;
    const context = { userId: '', userName: 'system', organizationId: '', correlationId: '-' };
    const data = { context: { ...context, language: 'zh-CN' as const } };
    const kept = () =>
      app.database.superuser('SELECT FROM departed_relations WHERE person_id = $1', [
        person.userId,
      ]);
    await forget?.handle(data, new AbortController().signal);
    expect(await kept()).toHaveLength(1);
    await app.database.superuser(
      `UPDATE departed_relations SET until = now() - interval '3 years 1 day' WHERE person_id = $1`,
      [person.userId],
    );
    expect(await relations(person.userId)).toEqual([]);
    await forget?.handle(data, new AbortController().signal);
    expect(await kept()).toEqual([]);
  });
});
