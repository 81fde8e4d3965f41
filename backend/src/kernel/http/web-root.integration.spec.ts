import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from '../../testing/test-app';

describe('the built front end', () => {
  const script = `export const words = '${'良行'.repeat(4000)}';`;
  let app: TestApp;
  let webRoot: string;

  beforeAll(async () => {
    webRoot = await mkdtemp(join(tmpdir(), 'liangxing-web-'));
    await writeFile(join(webRoot, 'main-ABCD2345.js'), script);
    await writeFile(join(webRoot, 'chunk-B-UddZq_.js'), script);
    await writeFile(join(webRoot, 'polyfill-settings.js'), script);
    await writeFile(join(webRoot, 'shell-worker.js'), script);
    await writeFile(join(webRoot, 'manifest.webmanifest'), '{}');
    await writeFile(join(webRoot, 'index.html'), `<!doctype html><title>良行</title>`);
    app = await TestApp.start({ WEB_ROOT: webRoot });
  });
  afterAll(async () => {
    await app.stop();
    await rm(webRoot, { recursive: true, force: true });
  });

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    app.visitor().fetch('GET', path, undefined, { headers });

  it.each(['br', 'gzip'])('travels compressed by %s and comes out the same', async (encoding) => {
    const answer = await get('/main-ABCD2345.js', { 'accept-encoding': encoding });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(await answer.text()).toBe(script);
  });

  it('travels as it is to whoever cannot decompress', async () => {
    const answer = await get('/main-ABCD2345.js', { 'accept-encoding': 'identity' });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.text()).toBe(script);
  });

  it.each(['/main-ABCD2345.js', '/chunk-B-UddZq_.js'])(
    'is kept for good where the name holds the hash, as in %s',
    async (path) => {
      const answer = await get(path);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    },
  );

  it.each(['/polyfill-settings.js', '/shell-worker.js', '/manifest.webmanifest'])(
    'is asked for again where the name holds none, as in %s',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it.each(['/', '/index.html', '/o/some-organization/standards'])(
    'asks again for the start page at %s',
    async (path) => {
      const answer = await get(path, { accept: 'text/html' });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(await answer.text()).toContain('<title>良行</title>');
    },
  );

  it('has no start page in the place of a missing script', async () => {
    expect((await get('/main-ZZZZ9999.js')).status).toBe(404);
  });
});
