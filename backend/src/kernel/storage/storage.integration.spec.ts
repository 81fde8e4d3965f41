import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { startS3Server, type S3Server } from '../../testing/s3-server';
import { TestApp } from '../../testing/test-app';
import { sha256Of } from '../sha256';
import { ObjectMissingError, Storage } from './storage';

/** More than one part of an upload to S3, which has 5 MiB. */
const SIZES = [0, 1, 6 * 2 ** 20];

describe.each(['disk', 's3'] as const)('the store of files (%s)', (kind) => {
  let app: TestApp;
  let s3: S3Server | undefined;
  let storage: Storage;

  beforeAll(async () => {
    s3 = kind === 's3' ? await startS3Server() : undefined;
    app = await TestApp.start(s3?.environment);
    storage = app.app.get(Storage);
  });
  afterAll(async () => {
    await app.stop();
    await s3?.stop();
  });

  const folder = (...names: readonly string[]): string =>
    join(app.config.dataDir, 'files', ...names);

  async function keys(): Promise<string[]> {
    if (s3 !== undefined) return s3.keys();
    const found = await readdir(folder('objects'), { recursive: true, withFileTypes: true });
    return found.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  async function publish(content: Buffer, key: string): Promise<string> {
    const staged = await storage.stage(Readable.from([content], { objectMode: false }));
    await storage.publish(staged, key);
    return staged.sha256;
  }
  const read = async (key: string): Promise<Buffer> => buffer(await storage.read(key));

  it.each(SIZES)(
    'gives back the same bytes, %d of them, and leaves nothing staged',
    async (size) => {
      const content = randomBytes(size);
      const sha256 = await publish(content, `org/evidence/of-${size}`);
      const stored = await read(`org/evidence/of-${size}`);
      expect([stored.length, sha256Of(stored)]).toEqual([size, sha256]);
      const staged = await readdir(folder('incoming'), { recursive: true });
      const paths = staged.map((name) => stat(folder('incoming', name)));
      expect((await Promise.all(paths)).filter((found) => found.isFile())).toEqual([]);
    },
  );

  it('holds what was published last under a key', async () => {
    await publish(Buffer.from('先'), 'org/dossiers/one.pdf');
    await publish(Buffer.from('后'), 'org/dossiers/one.pdf');
    expect((await read('org/dossiers/one.pdf')).toString()).toBe('后');
  });

  it('has nothing under a key that was removed, nor under one that never was', async () => {
    await publish(Buffer.from('弃'), 'org/evidence/gone');
    for (const key of ['org/evidence/gone', 'org/evidence/never']) {
      await storage.remove(key);
      await expect(storage.read(key)).rejects.toThrow(ObjectMissingError);
      await storage.remove(key);
    }
  });

  it('keeps evidence from its upload to its removal', async () => {
    const { api, path } = await app.organization();
    const before = (await keys()).sort();
    const text = '%PDF-1.4\n营业执照\n%%EOF\n';
    const form = new FormData();
    form.append('file', new Blob([text]), '营业执照.pdf');
    const { body } = await api.post<{ id: string }>(`${path}/evidence`, form);
    const at = `${path}/evidence/${body.id}`;
    const file = await api.fetch('GET', `${at}/revisions/1/content`);
    expect([file.status, await file.text()]).toEqual([200, text]);
    expect(await keys()).toHaveLength(before.length + 1);
    expect((await api.delete(at, undefined, { ifMatch: 1 })).status).toBe(204);
    expect((await keys()).sort()).toEqual(before);
  });
});
