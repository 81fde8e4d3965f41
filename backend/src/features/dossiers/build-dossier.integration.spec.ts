import { printedNumber } from '@liangxing/standard-number';
import { createHash } from 'node:crypto';
import { canonicalJson, DOSSIER_STATES } from '@liangxing/contracts';
import type { DossierSnapshot } from '@liangxing/dossier';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Storage, StorageFullError, ThreadPool } from '../../kernel';
import { loadSample } from '../../sample/load-sample';
import { sha256Of } from '../../kernel/pure';
import { packsFolder, publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp } from '../../testing/test-app';
import { SweepFiles } from '../evidence/use-cases/sweep-files';
import { BUILD_DOSSIER, BuildDossier } from './use-cases/build-dossier';
import type { DossierDto } from './dto/dossier.dto';
import { FreezeDossier } from './use-cases/freeze-dossier';
import { MaterialReader } from './material-reader';
import { OrderDossier } from './use-cases/order-dossier';

let app: TestApp;
let path: string;
let assessmentId: string;
let context: Parameters<OrderDossier['execute']>[0];
let builder: BuildDossier;
let storage: Storage;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  const worker = await app.jobs();
  const folder = join(packsFolder, '../../../backend/samples');
  await loadSample({ app: app.app, worker, folder, editions: ['2003'] });
  const [row] = await app.database.superuser<{ organization_id: string; id: string }>(
    'SELECT organization_id, id FROM assessments',
  );
  assessmentId = String(row?.id);
  const owner = await app.member(String(row?.organization_id), 'owner');
  context = owner.context;
  path = `/api/organizations/${context.organizationId}`;
  builder = worker.get(BuildDossier);
  storage = worker.get(Storage);
}, 120_000);
afterAll(() => app.stop());
afterEach(() => jest.restoreAllMocks());

async function stored(id: string): Promise<DossierDto & { snapshot: string | null }> {
  const [row] = await app.database.superuser<DossierDto & { snapshot: string | null }>(
    'SELECT *, snapshot_sha256 AS "snapshotSha256" FROM dossiers WHERE id = $1',
    [id],
  );
  if (row === undefined) throw new Error('no dossier');
  return row;
}

async function dossierFiles(): Promise<string[]> {
  const folder = join(app.config.dataDir, 'files', 'objects');
  const entries = await readdir(folder, { recursive: true });
  return entries.filter((name) => name.endsWith('.pdf'));
}

/** As days later. */
async function sweepAll(): Promise<void> {
  const sweep = (await app.jobs()).get(SweepFiles);
  await sweep.sweep(context, new Date(Date.now() + 48 * 60 * 60_000));
}

describe('building a dossier', () => {
  it('shows what was checked when it was ordered, and goes on after a crash', async () => {
    const { id } = await app.app.get(OrderDossier).execute(context, assessmentId);
    const ordered = await stored(id);
    expect([ordered.state, ordered.snapshot === null]).toEqual(['queued', false]);
    await app.database.superuser(`UPDATE assessments SET conclusion = '之后改的结论'`);
    // The process dies while the PDF is being written: nothing more is said to the database.
    jest.spyOn(storage, 'stage').mockImplementationOnce(() => Promise.reject(new Error('killed')));
    await expect(builder.handle({ context, dossierId: id })).rejects.toThrow('killed');
    expect((await stored(id)).state).toBe('building');
    await builder.handle({ context, dossierId: id });
    const ready = await stored(id);
    expect(ready).toMatchObject({ state: 'ready', progress: 100 });
    expect(ready.snapshot).toBe(ordered.snapshot);
    expect(ready.snapshot).not.toContain('之后改的结论');
  });

  it('has a number of its own where several are ordered at once', async () => {
    const order = app.app.get(OrderDossier);
    const ordered = await Promise.all([1, 2, 3].map(() => order.execute(context, assessmentId)));
    const numbers = ordered.map(({ number }) => number).sort((left, right) => left - right);
    const [first = 0] = numbers;
    expect(numbers).toEqual([first, first + 1, first + 2]);
    for (const { id, number, createdAt } of ordered) {
      const snapshot = JSON.parse(String((await stored(id)).snapshot)) as DossierSnapshot;
      expect(snapshot.document).toMatchObject({
        number,
        createdAt: `${createdAt.toISOString().slice(0, 19)}Z`,
      });
    }
  });

  it('freezes the same of a large register, in a thread', async () => {
    const organization = [context.organizationId];
    await app.database.superuser(
      `INSERT INTO standards (organization_id, id, position, title, identity_key, number_kind, level)
       SELECT $1, gen_random_uuid(), 5000 + n, '作业文件 ' || n, 'large' || n, 'standard', 'enterprise'
       FROM generate_series(1, 800) n`,
      organization,
    );
    const run = jest.spyOn(app.app.get(ThreadPool), 'run');
    const { id, number } = await app.app.get(OrderDossier).execute(context, assessmentId);
    expect(run).toHaveBeenCalledTimes(1);
    const { snapshot, snapshotSha256: sha256 } = await stored(id);
    const frozen = JSON.parse(String(snapshot)) as DossierSnapshot;
    expect(frozen.document.number).toBe(number);
    expect(sha256).toBe(sha256Of(canonicalJson(frozen)));
    const rows = frozen.system.list.groups.flatMap((group) => group.rows);
    expect(rows.filter(({ title }) => title.startsWith('作业文件 '))).toHaveLength(800);
    await app.database.superuser(
      `DELETE FROM standards WHERE organization_id = $1 AND identity_key LIKE 'large%'`,
      organization,
    );
  });

  it('never mixes two states of the data', async () => {
    const order = app.app.get(OrderDossier);
    const reader = app.app.get(MaterialReader);
    const read = reader.read.bind(reader);
    const conclude = (conclusion: string) =>
      app.database.superuser(`UPDATE assessments SET conclusion = $1`, [conclusion]);
    await conclude('冻结之前');
    // Somebody writes after the first statement of the reading transaction.
    jest.spyOn(reader, 'read').mockImplementationOnce(async (manager, ...rest) => {
      await manager.query('SELECT 1 FROM assessments');
      await conclude('冻结之中');
      return read(manager, ...rest);
    });
    const { id } = await order.execute(context, assessmentId);
    const snapshot = JSON.parse(String((await stored(id)).snapshot)) as DossierSnapshot;
    expect(JSON.stringify(snapshot)).toContain('冻结之前');
    const { version } = JSON.parse(
      await readFile(join(packsFolder, '../../../package.json'), 'utf8'),
    ) as { version: string };
    expect(snapshot.document.producer).toBe(`良行 Liangxing ${version}`);
  });

  it('calls every standard what the register calls it', async () => {
    const editor = await app.member(context.organizationId, 'editor');
    const own = {
      inForceOn: '2024-01-01',
      number: 'Q/SLJD 901-2024',
      title: '按日期现行的企业标准',
    };
    const national = {
      inForceOn: '2024-01-01',
      number: 'GB/T 99001-2023',
      title: '没有查新记录的国家标准',
    };
    for (const input of [
      own,
      national,
      { ...own, number: 'Q/SLJD 902-2099', inForceOn: '2099-01-01' },
    ])
      expect((await editor.api.post(`${path}/standards`, input)).status).toBe(201);
    const { id } = await app.app.get(OrderDossier).execute(context, assessmentId);
    await builder.handle({ context, dossierId: id });
    const snapshot = JSON.parse(String((await stored(id)).snapshot)) as DossierSnapshot;
    const frozen = snapshot.system.list.groups.flatMap(({ rows }) => rows);
    const statusOf = (number: string) => frozen.find((row) => row.number === number)?.status;
    expect(statusOf(own.number)).toBe('现行');
    expect(statusOf(national.number)).toBe('待查');
    expect(statusOf('Q/SLJD 902-2099')).toBe('即将实施');
    const { body: register } = await editor.api.get<{
      total: number;
      rows: { number: string; title: string; status: string; isPlanned: boolean }[];
    }>(`${path}/standards?limit=500`);
    const words: Readonly<Record<string, string>> = {
      upcoming: '即将实施',
      current: '现行',
      replaced: '被代替',
      withdrawn: '废止',
      unknown: '待查',
    };
    const facts = (row: { number: string; title: string }, status: string | undefined) =>
      `${printedNumber(row.number)} ${row.title} ${String(status)}`;
    expect(frozen.map((row) => facts(row, row.status)).sort()).toEqual(
      register.rows.map((row) => facts(row, row.isPlanned ? '拟制定' : words[row.status])).sort(),
    );
    expect(frozen).toHaveLength(register.total);
  });

  it('that fails says why, leaves nothing issued, and succeeds when tried again', async () => {
    const { id, code } = await app.app.get(OrderDossier).execute(context, assessmentId);
    jest
      .spyOn(storage, 'stage')
      .mockImplementationOnce(() => Promise.reject(new StorageFullError(null)));
    const error = await builder
      .handle({ context, dossierId: id })
      .catch((thrown: unknown) => thrown as Error);
    if (!(error instanceof StorageFullError)) throw new Error('it did not fail');
    // It will be tried again: nobody is told that it failed.
    expect(await stored(id)).toMatchObject({ state: 'building', error: null });
    await builder.giveUp({ context, dossierId: id }, error);
    const failed = await stored(id);
    expect([failed.state, failed.error]).toEqual([
      'failed',
      '存储空间已满，请联系管理员扩容后再试一次。',
    ]);
    expect((await app.visitor().get(`/api/verifications/${code}`)).status).toBe(404);
    await app.app.get(OrderDossier).again(context, id);
    await builder.handle({ context, dossierId: id });
    expect((await stored(id)).state).toBe('ready');
    expect((await app.visitor().get(`/api/verifications/${code}`)).status).toBe(200);
  });

  it('by two workers at once gives one file and one issue', async () => {
    const { id } = await app.app.get(OrderDossier).execute(context, assessmentId);
    const data = { context, dossierId: id };
    await Promise.all([builder.handle(data), builder.handle(data)]);
    const events = await app.database.superuser(
      `SELECT FROM audit_events WHERE action = 'dossier.issued' AND subject_id = $1`,
      [id],
    );
    expect(events).toHaveLength(1);
    expect((await stored(id)).state).toBe('ready');
  });

  it('that was given up while it still went on issues nothing, until somebody asks for it', async () => {
    const { id, code } = await app.app.get(OrderDossier).execute(context, assessmentId);
    const data = { context, dossierId: id };
    const giveUp = () => builder.giveUp(data, { name: 'Error', message: 'no heartbeat' });
    const published = storage.publish.bind(storage);
    jest.spyOn(storage, 'publish').mockImplementationOnce(async (staged, key) => {
      await published(staged, key);
      await giveUp();
    });
    await builder.handle(data);
    expect((await stored(id)).state).toBe('failed');
    // As a job that comes too late does.
    await builder.handle(data);
    expect((await stored(id)).state).toBe('failed');
    expect((await app.visitor().get(`/api/verifications/${code}`)).status).toBe(404);
    await app.app.get(OrderDossier).again(context, id);
    await builder.handle(data);
    expect((await stored(id)).state).toBe('ready');
  });

  it('is not issued under a code that stands for another one', async () => {
    const { id, code } = await app.app.get(OrderDossier).execute(context, assessmentId);
    await app.database.superuser(
      `INSERT INTO issued_dossiers VALUES ($1, repeat('0', 64), '别的企业', NULL, NULL, false, now())`,
      [code],
    );
    await expect(builder.handle({ context, dossierId: id })).rejects.toThrow('duplicate key');
    expect((await stored(id)).state).toBe('building');
  });

  it('leaves one file, however often it was broken off or came too late', async () => {
    await sweepAll();
    const before = new Set(await dossierFiles());
    const { id } = await app.app.get(OrderDossier).execute(context, assessmentId);
    const data = { context, dossierId: id };
    const published = storage.publish.bind(storage);
    const publish = jest.spyOn(storage, 'publish');
    const after = (step: () => Promise<unknown>) =>
      publish.mockImplementationOnce(async (staged, key) => {
        await published(staged, key);
        await step();
      });
    after(() => Promise.reject(new Error('killed')));
    await expect(builder.handle(data)).rejects.toThrow('killed');
    after(sweepAll);
    await expect(builder.handle(data)).rejects.toMatchObject({ code: 'busy' });
    await Promise.all([builder.handle(data), builder.handle(data)]);
    await builder.handle(data);
    await sweepAll();
    const [row] = await app.database.superuser<{ key: string }>(
      'SELECT storage_key AS key FROM dossiers WHERE id = $1',
      [id],
    );
    expect((await dossierFiles()).filter((file) => !before.has(file))).toEqual([row?.key]);
  });

  it('is refused while the checker finds errors, with each of them', async () => {
    const member = await app.member(context.organizationId, 'editor');
    const { body: empty } = await member.api.post<{ id: string }>(`${path}/assessments`, {
      title: '空的',
      schemeId: 'gsp-2004',
    });
    const refused = await member.api.post<{ code: string; errors: { code: string }[] }>(
      `${path}/dossiers`,
      { assessmentId: empty.id },
    );
    expect([refused.status, refused.body.code]).toEqual([422, 'dossier_blocked']);
    expect(refused.body.errors.map(({ code }) => code)).toEqual([
      'conditions_unanswered',
      ...Array<string>(5).fill('items_unanswered'),
    ]);
    const english = await member.api.post<{ errors: { message: string }[] }>(
      `${path}/dossiers`,
      { assessmentId: empty.id },
      { headers: { 'accept-language': 'en' } },
    );
    expect(english.body.errors[1]?.message).toMatch(/^Part .* items without an answer/);
    const viewer = await app.member(context.organizationId, 'viewer');
    expect((await viewer.api.post(`${path}/dossiers`, { assessmentId })).status).toBe(403);
  });
});

describe('what was issued', () => {
  it('is downloaded by a member only, and each download is in the audit trail', async () => {
    const [ready] = await app.database.superuser<{ id: string; sha256: string }>(
      `SELECT id, sha256 FROM dossiers WHERE state = 'ready' ORDER BY number DESC LIMIT 1`,
    );
    const at = `${path}/dossiers/${String(ready?.id)}/file`;
    const viewer = await app.member(context.organizationId, 'viewer');
    const response = await viewer.api.fetch('GET', at);
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const stranger = await app.organization();
    expect((await stranger.api.fetch('GET', at)).status).toBe(404);
    expect(
      await app.database.superuser(
        `SELECT actor_id, details FROM audit_events
         WHERE action = 'dossier.downloaded' AND subject_id = $1`,
        [ready?.id],
      ),
    ).toEqual([{ actor_id: viewer.userId, details: { sha256: ready?.sha256 } }]);
  });

  it('is verified by its code: the hash is that of the file, the result the one it was issued with', async () => {
    const { id, code } = await app.app.get(OrderDossier).execute(context, assessmentId);
    await builder.handle({ context, dossierId: id });
    const owner = await app.member(context.organizationId, 'viewer');
    const file = await owner.api.fetch('GET', `${path}/dossiers/${id}/file`);
    const sha256 = createHash('sha256')
      .update(Buffer.from(await file.arrayBuffer()))
      .digest('hex');
    const { grade, total } = await stored(id);
    expect(await app.visitor().get(`/api/verifications/${code}`)).toMatchObject({
      status: 200,
      body: { code, sha256, grade, total, isProvisional: true },
    });
    expect((await app.visitor().get('/api/verifications/0000-0000-0000-0000')).status).toBe(404);
  });

  it('keeps the evidence that it lists, until then a failed order holds nothing', async () => {
    const editor = await app.member(context.organizationId, 'editor');
    const data = new FormData();
    data.append('assessmentId', assessmentId);
    data.append('itemId', '1.1');
    data.append('file', new Blob(['%PDF-1.7\n新材料\n%%EOF\n']), '新材料.pdf');
    const { body: proof } = await editor.api.post<{ id: string }>(`${path}/evidence`, data);
    const at = `${path}/evidence/${proof.id}`;
    const remove = () => editor.api.delete(at, undefined, { ifMatch: 1 });
    const { id, number } = await app.app.get(OrderDossier).execute(context, assessmentId);
    expect(await remove()).toMatchObject({
      status: 409,
      body: { code: 'evidence_in_dossier', detail: expect.stringContaining(`第 ${number} 版`) },
    });
    expect((await editor.api.fetch('GET', `${at}/revisions/1/content`)).status).toBe(200);
    await builder.giveUp({ context, dossierId: id }, new Error('the last try'));
    await editor.api.delete(`${at}/links`, { assessmentId, itemId: '1.1' });
    expect((await remove()).status).toBe(204);
    // What it lists is gone: it cannot come back as it was.
    const again = await editor.api.post(`${path}/dossiers/${id}/retry`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'dossier_evidence_removed' } });
    expect((await stored(id)).state).toBe('failed');
  });

  it('counts evidence as the screen and the check do: files, and the places that they serve', async () => {
    const { api } = await app.member(context.organizationId, 'editor');
    const upload = async (content: string, fields: Record<string, string>) => {
      const data = new FormData();
      for (const [field, value] of Object.entries(fields)) data.append(field, value);
      data.append('file', new Blob([`%PDF-1.7\n${content}\n%%EOF\n`]), `${content}.pdf`);
      return (await api.post<{ id: string }>(`${path}/evidence`, data)).body.id;
    };
    const counts = async () => {
      const { body } = await api.get<{ evidence: { files: number; uses: number } }>(
        `${path}/overview?assessment=${assessmentId}`,
      );
      return body.evidence;
    };
    const before = await counts();
    const two = await upload('两处', { assessmentId, itemId: '1.1' });
    await api.put(`${path}/evidence/${two}/links`, { assessmentId, itemId: '1.2' });
    const action = await api.post<{ id: string }>(`${path}/corrective-actions`, {});
    await upload('整改', { actionId: action.body.id });
    await upload('未用', {});
    const { files, uses } = await counts();
    expect([files - before.files, uses - before.uses]).toEqual([2, 3]);

    const check = await api.get<{ parts: { part: string; note: string }[] }>(
      `${path}/assessments/${assessmentId}/dossier-check`,
    );
    expect(check.body.parts.find(({ part }) => part === 'evidence_list')?.note).toBe(
      `${files} 份材料，用于 ${uses} 处`,
    );
    const { id } = await app.app.get(OrderDossier).execute(context, assessmentId);
    const { evidence } = JSON.parse(String((await stored(id)).snapshot)) as DossierSnapshot;
    const served = evidence.flatMap(({ itemIds, actionNumbers, standardNumbers }) => [
      ...itemIds,
      ...(actionNumbers ?? []),
      ...standardNumbers,
    ]);
    expect([evidence.length, served.length]).toEqual([files, uses]);
    const held = await app.database.superuser('SELECT FROM evidence_holds WHERE dossier_id = $1', [
      id,
    ]);
    expect(held).toHaveLength(files);
  });

  it('is not ordered of an assessment that was put away while it was checked', async () => {
    const freeze = app.app.get(FreezeDossier);
    const execute = freeze.execute.bind(freeze);
    const setState = (state: string) =>
      app.database.superuser('UPDATE assessments SET state = $2 WHERE id = $1', [
        assessmentId,
        state,
      ]);
    jest.spyOn(freeze, 'execute').mockImplementationOnce(async (...input) => {
      const frozen = await execute(...input);
      await setState('archived');
      return frozen;
    });
    const order = app.app.get(OrderDossier).execute(context, assessmentId);
    await expect(order).rejects.toMatchObject({ code: 'assessment_archived' });
    await setState('open');
  });

  it('is built once more when it has failed and somebody who may asks for it', async () => {
    const { id } = await app.app.get(OrderDossier).execute(context, assessmentId);
    const snapshot = (await stored(id)).snapshot;
    const retry = `${path}/dossiers/${id}/retry`;
    const [editor, viewer] = [
      await app.member(context.organizationId, 'editor'),
      await app.member(context.organizationId, 'viewer'),
    ];
    expect((await viewer.api.post(retry, {})).status).toBe(403);
    await builder.giveUp({ context, dossierId: id }, { name: 'Error', message: 'its worker died' });
    expect((await stored(id)).state).toBe('failed');
    await app.runJobs(BUILD_DOSSIER, 0);
    const asked = await editor.api.post<DossierDto>(retry, {});
    expect(asked).toMatchObject({ status: 202, body: { state: 'queued', error: null } });
    // Asked for twice it is built once.
    expect((await editor.api.post(retry, {})).status).toBe(202);
    expect(await app.runJobs(BUILD_DOSSIER)).toBe(1);
    expect(await stored(id)).toMatchObject({ state: 'ready', snapshot });
    expect(await editor.api.post(retry, {})).toMatchObject({
      status: 202,
      body: { state: 'ready' },
    });
    const other = await app.organization();
    expect((await other.api.post(`${other.path}/dossiers/${id}/retry`, {})).status).toBe(404);
  });

  it('has the states that the database knows', async () => {
    const [check] = await app.database.superuser<{ text: string }>(
      `SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = 'dossiers_state_check'`,
    );
    const known = [...String(check?.text).matchAll(/'(\w+)'/g)].map(([, state]) => state);
    expect(known).toEqual([...DOSSIER_STATES]);
  });

  it('changes no more: neither a finished dossier nor its public fact', async () => {
    await expect(
      app.database.superuser(`UPDATE dossiers SET grade = 'AAAA' WHERE state = 'ready'`),
    ).rejects.toThrow('does not change');
    await expect(
      app.database.superuser(`UPDATE issued_dossiers SET grade = 'AAAA'`),
    ).rejects.toThrow('append-only');
  });

  it('is reachable by the application through its code only', async () => {
    const rights = await app.database.superuser<{ reads: boolean; writes: boolean }>(`
      SELECT has_table_privilege(role, 'issued_dossiers', 'SELECT') AS reads,
        has_table_privilege(role, 'issued_dossiers', 'INSERT, UPDATE, DELETE') AS writes
      FROM unnest(ARRAY['liangxing_app', 'liangxing_jobs']) AS role`);
    expect(rights).toEqual(Array(2).fill({ reads: false, writes: false }));
  });
});
