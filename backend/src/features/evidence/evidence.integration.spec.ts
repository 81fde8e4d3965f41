import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Storage, TenantDatabase } from '../../kernel';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { EvidenceDto } from './dto/evidence.dto';
import { SweepFiles } from './use-cases/sweep-files';

const maxBytes = 64 * 1024;
let app: TestApp;
let enterprise: TestOrganization;
let assessmentId: string;
let path: string;

beforeAll(async () => {
  app = await TestApp.start({ UPLOAD_MAX_BYTES: String(maxBytes) });
  await publishShippedSchemes(app.database);
  enterprise = await app.organization();
  path = `${enterprise.path}/evidence`;
  const { body } = await enterprise.api.post<{ id: string }>(`${enterprise.path}/assessments`, {
    title: '自评',
    schemeId: 'gsp-2004',
  });
  assessmentId = body.id;
});
afterAll(() => app.stop());

/** Without a text no two are alike. */
const pdf = (text: string = randomUUID()): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);

function form(content: Buffer, name: string, fields: Record<string, string> = {}): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.append(field, value);
  data.append('file', new Blob([new Uint8Array(content)]), name);
  return data;
}

const upload = (content: Buffer, name: string, fields: Record<string, string> = {}) =>
  enterprise.api.post<EvidenceDto & { code: string }>(path, form(content, name, fields));

/** Every file below the store, complete or not. */
async function storedFiles(): Promise<string[]> {
  const folder = join(app.config.dataDir, 'files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('an upload', () => {
  it('is stored under a name of its own with its SHA-256 and serves its item', async () => {
    const content = pdf('方针');
    const { status, body } = await upload(content, '方针 目标.pdf', {
      assessmentId,
      itemId: '1.1',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: '方针 目标',
      links: [{ assessmentId, itemId: '1.1' }],
      current: 1,
    });
    expect(body.revisions[0]).toMatchObject({
      fileName: '方针 目标.pdf',
      mediaType: 'application/pdf',
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect((await storedFiles()).some((name) => name.includes('方针'))).toBe(false);
    const listed = await enterprise.api.get<EvidenceDto[]>(
      `${path}?assessmentId=${assessmentId}&itemId=1.1`,
    );
    expect(listed.body.map(({ id }) => id)).toContain(body.id);
  });

  it('comes back byte for byte with headers that let nothing run, and is in the audit trail', async () => {
    const content = pdf('下载');
    const { body } = await upload(content, '“标准”;ab.pdf');
    const at = `${path}/${body.id}/revisions/1/content`;
    const response = await enterprise.api.fetch('GET', at);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
    const { headers } = response;
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="____;ab.pdf"; filename*=UTF-8''%E2%80%9C%E6%A0%87%E5%87%86%E2%80%9D%3Bab.pdf`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    const events = await app.database.superuser(
      `SELECT FROM audit_events WHERE action = 'evidence.downloaded' AND subject_id = $1`,
      [body.id],
    );
    expect(events).toHaveLength(1);
  });

  it('is refused as 415 where name and content differ, or the kind is not allowed', async () => {
    const before = await storedFiles();
    const wrong = await upload(Buffer.from('MZ\u0090\u0000'), '报告.pdf');
    expect([wrong.status, wrong.body.code]).toEqual([415, 'file_content_mismatch']);
    const script = await upload(Buffer.from('<script>'), '页面.html');
    expect([script.status, script.body.code]).toEqual([415, 'file_type_not_allowed']);
    expect(await storedFiles()).toEqual(before);
  });

  it('is refused as 413 just beyond the limit and leaves nothing behind', async () => {
    const before = await storedFiles();
    const { status, body } = await upload(pdf('x'.repeat(maxBytes)), '大.pdf');
    expect([status, body.code]).toEqual([413, 'payload_too_large']);
    expect(await storedFiles()).toEqual(before);
  });

  it('of 200 MB without a declared length is broken off, never held in memory', async () => {
    const before = await storedFiles();
    const status = await streamed(200 * 2 ** 20);
    expect(status).toBe(413);
    expect(await storedFiles()).toEqual(before);
    expect((await enterprise.api.get('/api/sessions/current')).status).toBe(200);
  });

  it('on a full disk is answered as 507 and leaves neither file nor row', async () => {
    const before = await storedFiles();
    const storage = app.app.get(Storage);
    const opened = jest.spyOn(storage as unknown as { openSink: () => Writable }, 'openSink');
    opened.mockImplementation(
      () =>
        new Writable({
          write: (_chunk, _encoding, done) =>
            done(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
        }),
    );
    const { status, body } = await upload(pdf(), '满.pdf');
    opened.mockRestore();
    expect([status, body.code]).toEqual([507, 'storage_full']);
    expect(await storedFiles()).toEqual(before);
    const listed = await enterprise.api.get<EvidenceDto[]>(`${path}?q=${encodeURIComponent('满')}`);
    expect(listed.body).toEqual([]);
    expect((await upload(pdf(), '又有空间.pdf')).status).toBe(201);
  });

  it('to an item outside the scheme or a stranger’s assessment shows nothing, and its file is swept', async () => {
    const listed = async () => (await enterprise.api.get<EvidenceDto[]>(path)).body.length;
    const before = { rows: await listed(), files: (await storedFiles()).sort() };
    const outside = await upload(pdf(), 'a.pdf', { assessmentId, itemId: '9.9' });
    expect([outside.status, outside.body.code]).toEqual([422, 'item_outside_scheme']);
    const strange = await upload(pdf(), 'a.pdf', { assessmentId: randomUUID(), itemId: '1.1' });
    expect(strange.status).toBe(404);
    const unknown = await upload(pdf(), 'a.pdf', { colour: 'red' });
    expect(unknown.status).toBe(422);
    expect(await listed()).toBe(before.rows);
    const sweep = (await app.jobs()).get(SweepFiles);
    await sweep.sweep(enterprise.context, new Date(Date.now() + 60_000));
    expect((await storedFiles()).sort()).toEqual(before.files);
  });

  it('whose COMMIT succeeded without an answer keeps its file', async () => {
    const database = app.app.get(TenantDatabase);
    const transaction = database.transaction.bind(database);
    const spy = jest.spyOn(database, 'transaction');
    // The first one announces the file, the second one records it.
    spy.mockImplementationOnce(transaction).mockImplementationOnce(async (context, work) => {
      await transaction(context, work);
      throw new Error('the connection was lost');
    });
    expect((await upload(pdf('已提交'), '断线.pdf')).status).toBe(500);
    jest.restoreAllMocks();
    const query = encodeURIComponent('断线');
    const { body } = await enterprise.api.get<EvidenceDto[]>(`${path}?q=${query}`);
    expect(body).toHaveLength(1);
    await (
      await app.jobs()
    )
      .get(SweepFiles)
      .sweep(enterprise.context, new Date(Date.now() + 60_000));
    const content = await enterprise.api.get(`${path}/${String(body[0]?.id)}/revisions/1/content`);
    expect(content.status).toBe(200);
  });

  it('without a file is malformed', async () => {
    const data = new FormData();
    data.append('title', '没有文件');
    const { status, body } = await enterprise.api.post<{ code: string }>(path, data);
    expect([status, body.code]).toEqual([400, 'upload_malformed']);
  });
});

describe('evidence', () => {
  it('has revisions, serves several items and is changed over the version that was read', async () => {
    const { body } = await upload(pdf('1'), '培训.pdf', { assessmentId, itemId: '1.4' });
    const revised = await enterprise.api.post<EvidenceDto>(
      `${path}/${body.id}/revisions`,
      form(pdf('2'), '培训 2.pdf'),
    );
    expect(revised.body).toMatchObject({ current: 2, version: 2 });
    const link = { assessmentId, itemId: '5.1.2' };
    const linked = await enterprise.api.put<EvidenceDto>(`${path}/${body.id}/links`, link);
    expect(linked.body.links).toHaveLength(2);
    const unlinked = await enterprise.api.delete<EvidenceDto>(`${path}/${body.id}/links`, link);
    expect(unlinked.body.links).toEqual([{ assessmentId, itemId: '1.4' }]);
    const changes = { title: '培训记录', periodTo: '2026-06-30' };
    const late = await enterprise.api.patch(`${path}/${body.id}`, changes, { ifMatch: 1 });
    expect(late.status).toBe(409);
    const changed = await enterprise.api.patch(`${path}/${body.id}`, changes, { ifMatch: 2 });
    expect(changed.body).toMatchObject({ version: 3, ...changes });
  });

  it('goes with its files once it serves nothing any more', async () => {
    const before = await storedFiles();
    const link = { assessmentId, itemId: '1.1' };
    const { body } = await upload(pdf(), '删.pdf', link);
    const at = `${path}/${body.id}`;
    const used = await enterprise.api.delete(at, undefined, { ifMatch: 1 });
    expect(used).toMatchObject({ status: 409, body: { code: 'evidence_in_use' } });
    await enterprise.api.delete(`${at}/links`, link);
    expect((await enterprise.api.delete(at)).status).toBe(428);
    await enterprise.api.patch(at, { title: '改名' }, { ifMatch: 1 });
    const late = await enterprise.api.delete(at, undefined, { ifMatch: 1 });
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'version_conflict', current: { version: 2 } },
    });
    expect((await enterprise.api.delete(at, undefined, { ifMatch: 2 })).status).toBe(204);
    expect((await enterprise.api.get(`${path}/${body.id}`)).status).toBe(404);
    expect(await storedFiles()).toEqual(before);
  });

  it('that is removed while somebody links it is linked and stays, or is gone for both', async () => {
    const link = { assessmentId, itemId: '1.1' };
    for (let round = 0; round < 4; round += 1) {
      const { body } = await upload(pdf(), '抢.pdf');
      const at = `${path}/${body.id}`;
      const [removed, linked] = await Promise.all([
        enterprise.api.delete(at, undefined, { ifMatch: 1 }),
        enterprise.api.put(`${at}/links`, link),
      ]);
      const isGone = removed.status === 204;
      expect([removed.status, linked.status]).toEqual(isGone ? [204, 404] : [409, 200]);
      expect((await enterprise.api.get(at)).status).toBe(isGone ? 404 : 200);
    }
  });

  it('of a self-evaluation that was put away neither comes nor goes until that is restored', async () => {
    const evaluations = `${enterprise.path}/assessments`;
    const asked = { title: '往年', schemeId: 'gsp-2004' };
    const { body: past } = await enterprise.api.post<{ id: string }>(evaluations, asked);
    const link = { assessmentId: past.id, itemId: '1.1' };
    const { body } = await upload(pdf(), '往年.pdf', link);
    const move = (verb: string, ifMatch: number) =>
      enterprise.api.post(`${evaluations}/${past.id}/moves`, { move: verb }, { ifMatch });
    await move('close', 1);
    expect((await move('archive', 2)).status).toBe(200);
    const links = `${path}/${body.id}/links`;
    const refused = { status: 409, body: { code: 'assessment_archived' } };
    expect(await upload(pdf(), '迟到.pdf', link)).toMatchObject(refused);
    expect(await enterprise.api.put(links, { ...link, itemId: '1.4' })).toMatchObject(refused);
    expect(await enterprise.api.delete(links, link)).toMatchObject(refused);
    const { body: still } = await enterprise.api.get<EvidenceDto>(`${path}/${body.id}`);
    expect(still.links).toEqual([link]);
    const later = new Date(Date.now() + 60_000);
    expect(
      await (await app.jobs()).get(SweepFiles).sweep(enterprise.context, later),
    ).toBeGreaterThan(0);
  });

  it('that a closed self-evaluation rests upon stays as it is until that is opened again', async () => {
    const evaluations = `${enterprise.path}/assessments`;
    const asked = { title: '已结束的自评', schemeId: 'gsp-2004' };
    const { body: closed } = await enterprise.api.post<{ id: string }>(evaluations, asked);
    const { body } = await upload(pdf(), '结束前.pdf', { assessmentId: closed.id, itemId: '1.1' });
    const at = `${path}/${body.id}`;
    await enterprise.api.put(`${at}/links`, { assessmentId, itemId: '1.4' });
    const move = (verb: string, ifMatch: number) =>
      enterprise.api.post(`${evaluations}/${closed.id}/moves`, { move: verb }, { ifMatch });
    const attempts = [
      () => enterprise.api.post(`${at}/revisions`, form(pdf(), '换掉.pdf')),
      () => enterprise.api.patch(at, { title: '改名' }, { ifMatch: 1 }),
      () => enterprise.api.patch(at, { periodFrom: '2026-01-01' }, { ifMatch: 1 }),
      () => enterprise.api.patch(at, { validUntil: '2027-01-01' }, { ifMatch: 1 }),
      () => enterprise.api.delete(at, undefined, { ifMatch: 1 }),
    ];
    const refused = { status: 409, body: { code: 'evidence_in_closed' } };
    await move('close', 1);
    for (const attempt of attempts) expect(await attempt()).toMatchObject(refused);
    await move('archive', 2);
    for (const attempt of attempts) expect(await attempt()).toMatchObject(refused);
    const { body: still } = await enterprise.api.get<EvidenceDto>(at);
    expect(still).toMatchObject({ title: '结束前', version: 1, current: 1, validUntil: null });
    await move('restore', 3);
    await move('reopen', 4);
    const revised = await enterprise.api.post<EvidenceDto>(
      `${at}/revisions`,
      form(pdf(), '换掉.pdf'),
    );
    expect(revised.body).toMatchObject({ current: 2 });
  });

  it('is either changed or closed with its self-evaluation where both come at once', async () => {
    const evaluations = `${enterprise.path}/assessments`;
    for (let round = 0; round < 4; round += 1) {
      const asked = { title: `同时 ${round}`, schemeId: 'gsp-2004' };
      const { body: one } = await enterprise.api.post<{ id: string }>(evaluations, asked);
      const { body } = await upload(pdf(), '同时.pdf', { assessmentId: one.id, itemId: '1.1' });
      const [changed, closed] = await Promise.all([
        enterprise.api.patch(`${path}/${body.id}`, { title: '改名' }, { ifMatch: 1 }),
        enterprise.api.post(`${evaluations}/${one.id}/moves`, { move: 'close' }, { ifMatch: 1 }),
      ]);
      expect(closed.status).toBe(200);
      expect([200, 409]).toContain(changed.status);
      const { body: still } = await enterprise.api.get<EvidenceDto>(`${path}/${body.id}`);
      expect(still.title).toBe(changed.status === 200 ? '改名' : '同时');
    }
  });

  it('whose name and title nobody can see is called by its file', async () => {
    const [blank, nameless] = [
      await upload(pdf(), '营业执照.pdf', { title: ' \u200b' }),
      await upload(pdf(), '\u3000.pdf'),
    ];
    expect([blank.body.title, nameless.body.title.endsWith('.pdf')]).toEqual(['营业执照', true]);
    const unseen = await enterprise.api.patch(
      `${path}/${blank.body.id}`,
      { title: '\u200b' },
      { ifMatch: 1 },
    );
    expect(unseen).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'title', code: 'required' }] },
    });
  });

  it('of one organization is neither listed nor sent to another', async () => {
    const { body } = await upload(pdf('秘密'), '秘密.pdf');
    const other = await app.organization('另一家');
    for (const there of [path, `${other.path}/evidence`]) {
      const answer = await other.api.get(`${there}/${body.id}/revisions/1/content`);
      expect(answer.status).toBe(404);
    }
    expect((await other.api.get<unknown[]>(`${other.path}/evidence`)).body).toEqual([]);
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    expect((await viewer.api.get(`${path}/${body.id}/revisions/1/content`)).status).toBe(200);
    expect((await viewer.api.post(path, form(pdf(), 'a.pdf'))).status).toBe(403);
  });
});

/** Sends a generated file in chunks, without a length; the status of the answer. */
async function streamed(bytes: number): Promise<number> {
  const { api } = enterprise;
  const url = new URL(path, app.address);
  const cookie = [...api.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const token = api.cookies.get('XSRF-TOKEN') ?? '';
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      headers: {
        cookie,
        'x-xsrf-token': token,
        'content-type': 'multipart/form-data; boundary=limit',
      },
    });
    let isAnswered = false;
    sending.on('response', (response) => {
      isAnswered = true;
      response.resume();
      resolve(response.statusCode ?? 0);
      sending.destroy();
    });
    sending.on('error', (error) => {
      if (!isAnswered) reject(error);
    });
    sending.write(
      '--limit\r\nContent-Disposition: form-data; name="file"; filename="big.pdf"\r\n\r\n%PDF-1.7\n',
    );
    const chunk = Buffer.alloc(2 ** 16, 0x20);
    let sent = 0;
    const pump = (): void => {
      while (sent < bytes && !isAnswered) {
        sent += chunk.length;
        if (!sending.write(chunk)) {
          sending.once('drain', pump);
          return;
        }
      }
      if (!isAnswered) sending.end('\r\n--limit--\r\n');
    };
    pump();
  });
}
