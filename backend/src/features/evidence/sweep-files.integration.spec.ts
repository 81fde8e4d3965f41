import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { PendingObjects, Storage, TenantDatabase } from '../../kernel';
import type { ApiAnswer } from '../../testing/api-client';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { EvidenceDto } from './dto/evidence.dto';
import { SWEEP_FILES, SweepFiles } from './use-cases/sweep-files';

let app: TestApp;
let enterprise: TestOrganization;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
  enterprise = await app.organization();
  path = `${enterprise.path}/evidence`;
});
afterAll(() => app.stop());

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`);

function upload(content: Buffer, name: string): Promise<ApiAnswer<EvidenceDto>> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return enterprise.api.post<EvidenceDto>(path, form);
}

async function storedFiles(): Promise<string[]> {
  const folder = join(app.config.dataDir, 'files', 'objects');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('the sweep', () => {
  const past = () => new Date(Date.now() - 60_000);
  const later = () => new Date(Date.now() + 60_000);
  const nextDay = () => new Date(Date.now() + 25 * 60 * 60_000);
  const pending = (): Promise<unknown[]> => app.database.superuser('SELECT FROM pending_objects');

  /** What a process leaves that dies before it writes the row. */
  async function announced(text: string): Promise<string> {
    const storage = app.app.get(Storage);
    const key = `${enterprise.organizationId}/evidence/${randomUUID()}`;
    await app.app
      .get(TenantDatabase)
      .transaction(enterprise.context, (manager) =>
        app.app.get(PendingObjects).announce(manager, enterprise.context, key),
      );
    await storage.publish(await storage.stage(Readable.from([pdf(text)])), key);
    return key;
  }

  it('removes what was never recorded and nothing else, however often it runs', async () => {
    const { body } = await upload(pdf('留'), '留.pdf');
    const storage = app.app.get(Storage);
    const orphan = await announced('弃');
    const sweep = (await app.jobs()).get(SweepFiles);
    expect(await sweep.sweep(enterprise.context, past())).toBe(0);
    for (const [at, found] of [
      [later(), 1],
      [later(), 1],
      [nextDay(), 1],
      [nextDay(), 0],
    ] as const)
      expect(await sweep.sweep(enterprise.context, at)).toBe(found);
    await expect(storage.read(orphan)).rejects.toThrow('no stored object');
    const kept = await enterprise.api.get(`${path}/${body.id}/revisions/1/content`);
    expect(kept.status).toBe(200);
    expect(SWEEP_FILES.name).toBe('evidence.sweep-files');
  });

  it('that is faster than an upload makes it fail, and leaves no row without its file', async () => {
    const storage = app.app.get(Storage);
    const sweep = (await app.jobs()).get(SweepFiles);
    const publish = storage.publish.bind(storage);
    jest.spyOn(storage, 'publish').mockImplementationOnce(async (staged, key) => {
      await publish(staged, key);
      await sweep.sweep(enterprise.context, later());
    });
    const before = (await enterprise.api.get<EvidenceDto[]>(path)).body.length;
    expect(await upload(pdf('迟'), '迟.pdf')).toMatchObject({
      status: 503,
      body: { code: 'busy' },
    });
    jest.restoreAllMocks();
    expect((await enterprise.api.get<EvidenceDto[]>(path)).body).toHaveLength(before);
    expect((await upload(pdf('迟'), '迟.pdf')).status).toBe(201);
    expect(await sweep.sweep(enterprise.context, nextDay())).toBe(1);
    expect(await pending()).toEqual([]);
  });

  it('that is faster than the store finds the next day what came after it', async () => {
    const storage = app.app.get(Storage);
    const sweep = (await app.jobs()).get(SweepFiles);
    const before = await storedFiles();
    const publish = storage.publish.bind(storage);
    jest.spyOn(storage, 'publish').mockImplementationOnce(async (staged, key) => {
      await sweep.sweep(enterprise.context, later());
      await publish(staged, key);
    });
    expect((await upload(pdf('更迟'), '更迟.pdf')).status).toBe(503);
    jest.restoreAllMocks();
    expect(await storedFiles()).toHaveLength(before.length + 1);
    await sweep.sweep(enterprise.context, nextDay());
    expect((await storedFiles()).sort()).toEqual(before.sort());
    expect(await pending()).toEqual([]);
  });

  it('finds what is left of evidence whose rows have gone, which is removed for whoever asked', async () => {
    const { body } = await upload(pdf('删'), '删.pdf');
    const files = (await storedFiles()).length;
    const storage = app.app.get(Storage);
    jest.spyOn(storage, 'remove').mockRejectedValueOnce(new Error('the store is away'));
    const gone = await enterprise.api.delete(`${path}/${body.id}`, undefined, {
      ifMatch: body.version,
    });
    expect(gone.status).toBe(204);
    jest.restoreAllMocks();
    expect((await storedFiles()).length).toBe(files);
    const worker = (await app.jobs()).get(SweepFiles);
    expect(await worker.organizationsWithWork()).toEqual([enterprise.organizationId]);
    expect(await worker.sweep(enterprise.context, past())).toBe(1);
    expect((await storedFiles()).length).toBe(files - 1);
    expect(await worker.organizationsWithWork()).toEqual([]);
    expect(await pending()).toEqual([]);
  });
});
