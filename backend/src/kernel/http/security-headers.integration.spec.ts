import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from '../../testing/test-app';

describe('every answer', () => {
  let app: TestApp;
  let webRoot: string;

  beforeAll(async () => {
    webRoot = await mkdtemp(join(tmpdir(), 'liangxing-web-'));
    await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>良行</title>');
    await writeFile(join(webRoot, 'main-ABCD2345.js'), 'export {};');
    app = await TestApp.start({ WEB_ROOT: webRoot, PUBLIC_URL: 'https://liangxing.example.cn' });
  });
  afterAll(async () => {
    await app.stop();
    await rm(webRoot, { recursive: true, force: true });
  });

  const paths = [
    ['the start page', '/o/some/standards'],
    ['a script', '/main-ABCD2345.js'],
    ['the API', '/api/sessions/current'],
    ['a refusal', '/api/account'],
    ['a missing route', '/api/nothing'],
  ] as const;

  it.each(paths)('says what a browser may do with it: %s', async (_, path) => {
    const headers = { accept: 'text/html', origin: 'https://evil.example' };
    const answer = await app.visitor().fetch('GET', path, undefined, { headers });
    const policy = answer.headers.get('content-security-policy') ?? '';
    for (const directive of [
      "default-src 'self'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ])
      expect(policy.split(';')).toContain(directive);
    expect(answer.headers.get('strict-transport-security')).toMatch(
      /max-age=31536000; ?includeSubDomains/,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('permissions-policy')).toContain('camera=()');
    expect(answer.headers.get('permissions-policy')).toContain('credentials-get=(self)');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('server')).toBeNull();
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('content-type')).toMatch(/; ?charset=utf-8$/i);
  });

  it('for a file that is not there lets nothing run at all', async () => {
    const answer = await app.visitor().fetch('GET', '/main-ZZZZ9999.js');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['TRACE', 'OPTIONS', 'PROPFIND'])('to a %s is no echo and no leave', async (method) => {
    const { status, body, headers } = await new Promise<{
      status: number;
      body: string;
      headers: Readonly<Record<string, unknown>>;
    }>((resolve, reject) => {
      const sent = request(`${app.address}/api/account`, {
        method,
        headers: { 'x-probe': 'echo-me', origin: 'https://evil.example' },
      });
      sent.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
        );
      });
      sent.on('error', reject);
      sent.end();
    });
    expect(body).not.toContain('echo-me');
    expect(headers['access-control-allow-origin']).toBeUndefined();
    if (method !== 'OPTIONS') expect(status).toBeGreaterThanOrEqual(400);
  });

  it('about an error of ours names an id and nothing else', async () => {
    await app.database.superuser('ALTER TABLE sessions RENAME TO away');
    const api = app.visitor();
    api.cookies.set('__Host-lx_session', 'x'.repeat(43));
    const answer = await api.get<Record<string, unknown>>('/api/sessions/current');
    await app.database.superuser('ALTER TABLE away RENAME TO sessions');
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(answer.body['errorId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(answer.body)).not.toMatch(/relation "|SELECT|\.ts:|node_modules/);
  });
});
