import type { DraftState } from '@liangxing/contracts';
import { fromBufferPromise } from 'yauzl';
import { gzipSync } from 'node:zlib';
import { ValidationPipe } from '@nestjs/common';
import { TestApp, type TestOrganization } from '../testing/test-app';
import { closeConnections, jsonOf, send, type RawAnswer } from './raw-request';

/** Requests that once stopped the server, answered 5xx, or left nonsense behind: a case for each kind. */
let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  enterprise = await app.organization();
});
afterAll(async () => {
  closeConnections();
  await app.stop();
});

interface Refusal {
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
  readonly moreErrors?: number;
}

/** From somebody who is not signed in. */
const stranger = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  send(app.address, {
    method: 'POST',
    path: '/api/password-resets',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const codeOf = (answer: RawAnswer): string => (jsonOf(answer) as Refusal).code;
const fields = (count: number): string =>
  `{${Array.from({ length: count }, (_, index) => `"k${String(index)}":1`).join(',')}}`;

/** So few fields are missing that all of them are told. */
const HEAD_OF_PROFILE = Object.fromEntries(
  ['name', 'shortName', 'creditCode', 'regionCode', 'regionName', 'address'].map((field) => [
    field,
    '',
  ]),
);

describe('a stranger', () => {
  it.each([
    ['100,000 unknown fields', fields(100_000)],
    ['a thousand unknown fields', fields(1_000)],
    ['90,000 empty objects', `[${'{},'.repeat(89_999)}{}]`],
    ['90,000 empty objects in a field', `{"email":[${'{},'.repeat(89_999)}{}]}`],
    ['lists 5,000 deep', '['.repeat(5_000) + ']'.repeat(5_000)],
    ['objects 5,000 deep', '{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000)],
    ['a text of 17 kB', JSON.stringify({ email: 'a'.repeat(17_000) })],
  ])('sends %s, which no validator sees', async (_, body) => {
    const validating = jest.spyOn(ValidationPipe.prototype, 'transform');
    const answer = await stranger(body);
    expect([answer.status, codeOf(answer)]).toEqual([413, 'payload_too_large']);
    expect(validating).not.toHaveBeenCalled();
    await stranger('{}');
    expect(validating).toHaveBeenCalled();
    validating.mockRestore();
  });

  it.each([
    ['a compressed body', gzipSync(fields(10)), { 'content-encoding': 'gzip' }],
    ['a form', 'email=a', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['UTF-16', '{}', { 'content-type': 'application/json; charset=utf-16' }],
  ])('sends %s, which is not read', async (_, body, headers) => {
    const answer = await stranger(body, headers);
    expect([answer.status, codeOf(answer)]).toEqual([415, 'unsupported_media_type']);
  });

  it('is told of what is wrong by its place', async () => {
    const answer = await stranger('[]');
    expect(jsonOf(answer)).toMatchObject({ errors: [{ path: '', code: 'not_object' }] });
  });

  it('has no body read for a route that needs a session', async () => {
    const answer = await send(app.address, {
      method: 'PUT',
      path: `${enterprise.path}/profile`,
      headers: { 'content-type': 'application/json' },
      body: fields(50_000),
    });
    expect([answer.status, codeOf(answer)]).toEqual([401, 'not_signed_in']);
  });

  it('asks by an address or a query without an end', async () => {
    const get = (path: string) => send(app.address, { method: 'GET', path, headers: {} });
    expect((await get(`/api/verifications/${'a'.repeat(7_000)}`)).status).toBe(413);
    expect((await get('/api/verifications/%EF%BF%BF')).status).toBe(422);
    expect((await get('/api/verifications/%ZZ')).status).toBe(400);
  });
});

describe('a member', () => {
  it('is named fifty problems, and how many more there are', async () => {
    const { status, body } = await enterprise.api.post<Refusal>(
      `${enterprise.path}/standards`,
      fields(60),
    );
    expect([status, body.errors?.length, body.moreErrors]).toEqual([422, 50, 10]);
  });

  it('asks by no more than fifty fields', async () => {
    const query = Array.from({ length: 51 }, (_, index) => `k${String(index)}=`).join('&');
    const { body } = await enterprise.api.get<Refusal>(`${enterprise.path}/standards?${query}`);
    expect(body.errors).toMatchObject([{ path: '', code: 'too_many' }]);
  });

  it('accepts the places of a whole register at once', async () => {
    const { body: system } = await enterprise.api.post<{ id: string }>(
      `${enterprise.path}/systems`,
      {
        templateId: 'gb-t-15496-2003',
      },
    );
    const id = (index: number): string =>
      `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const places = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [id(index), ['x']]),
    );
    const { status } = await enterprise.api.post(
      `${enterprise.path}/systems/${system.id}/changes`,
      { operations: [{ op: 'place', places }] },
      { ifMatch: 1 },
    );
    // Not for its size: there are no such standards.
    expect(status).toBe(422);
  });

  it.each([
    ['POST', 'corrective-actions', { finding: null }, 'finding'],
    ['POST', 'corrective-actions', { owner: null }, 'owner'],
    ['POST', 'systems', { templateId: 'gb-t-15496-2003', name: null }, 'name'],
    ['PUT', 'numbering-rule', { pattern: 'Q/A {序号:4}' }, 'classes'],
    ['PUT', 'numbering-rule', { pattern: 'Q/A {序号:4}', classes: [] }, 'classes'],
    ['POST', 'draft-batches', { drafts: [[]], isNumbered: false }, 'drafts'],
    ['POST', 'draft-batches', { drafts: [null], isNumbered: false }, 'drafts'],
    ['PUT', 'profile', { ...HEAD_OF_PROFILE, departments: [[]] }, 'departments'],
    ['POST', 'standards', { title: 'a\uffffb' }, 'title'],
    ['POST', 'standards', { title: 'a\ud83db' }, 'title'],
  ])('is refused %s %s %j at its place', async (method, path, body, place) => {
    const answer = await enterprise.api.fetch(method, `${enterprise.path}/${path}`, body, {
      ifMatch: 0,
    });
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as Refusal;
    expect(errors?.map((error) => error.path)).toContain(place);
  });
});

describe('an upload that ends within its file', () => {
  it.each(['standard-imports', 'schemes', 'schemes/previews', 'records/laws/imports', 'evidence'])(
    'is refused by %s, and the server goes on',
    async (path) => {
      const { api } = enterprise;
      const csrf = [...api.cookies].find(([name]) => /csrf|xsrf/i.test(name))?.[1] ?? '';
      const answer = await send(app.address, {
        method: 'POST',
        path: `${enterprise.path}/${path}`,
        headers: {
          cookie: [...api.cookies].map((pair) => pair.join('=')).join('; '),
          'x-xsrf-token': csrf,
          'content-type': 'multipart/form-data; boundary=b',
        },
        body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nGB/T 1',
      });
      expect([400, 422]).toContain(answer.status);
      // Time for what was not caught to be noticed.
      await new Promise((resolve) => setImmediate(resolve));
      expect((await api.get('/api/health/live')).status).toBe(200);
    },
  );
});

const CONTROLS = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Every part of an Office file, and of those in an archive. */
async function texts(bytes: Buffer): Promise<string[]> {
  const zip = await fromBufferPromise(bytes);
  const found: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const content = Buffer.concat(chunks);
    if (entry.fileName.endsWith('.docx')) found.push(...(await texts(content)));
    else if (/\.(xml|rels|svg)$/.test(entry.fileName)) found.push(content.toString('utf8'));
  }
  return found;
}

describe('what was stored before it was refused', () => {
  const BROKEN = '甲\ufffe乙\uffff\u0001丙';
  let files: Record<string, string>;

  beforeAll(async () => {
    const { api, path, organizationId } = await app.organization();
    const write = (sql: string) => app.database.superuser(sql, [organizationId, BROKEN]);
    const { body: system } = await api.post<{ id: string }>(`${path}/systems`, {
      templateId: 'gb-t-15496-2003',
    });
    await api.post(`${path}/standards`, { title: 'x', number: 'GB/T 1-2020' });
    const draft = { kind: 'management', outlineId: '', englishTitle: '', number: '' };
    const rest = { replacesNumber: '', department: '', drafters: [] };
    const { body } = await api.post<{ id: string }>(`${path}/drafts`, {
      ...{ ...draft, ...rest, title: 'x' },
    });
    await write(`UPDATE standards SET title = $2, note = $2 WHERE organization_id = $1`);
    await write(`UPDATE standard_drafts SET title = $2 || '..\\..\\x' WHERE organization_id = $1`);
    await write(`UPDATE standard_systems SET name = $2 WHERE organization_id = $1`);
    await write(`UPDATE enterprise_profiles SET profile = profile || jsonb_build_object('name', $2::text,
      'shortName', $2::text) WHERE organization_id = $1`);
    const state: DraftState = 'draft';
    enterprise = { ...enterprise, api, path };
    files = {
      'a draft in Word': `drafts/${body.id}/word`,
      'the ZIP of all drafts': `draft-batches/word?state=${state}`,
      'the register in Excel': 'standards/export?format=xlsx',
      'the list in Word': `systems/${system.id}/documents/list/docx`,
      'the list in Excel': `systems/${system.id}/documents/list/xlsx`,
      'the diagram in Word': `systems/${system.id}/documents/diagram/docx`,
      'the diagram in Excel': `systems/${system.id}/documents/diagram/xlsx`,
    };
    for (const format of ['svg', 'png', 'pdf'])
      files[`the diagram as ${format}`] = `systems/${system.id}/documents/diagram/${format}`;
  });

  it.each([
    'a draft in Word',
    'the ZIP of all drafts',
    'the register in Excel',
    'the list in Word',
    'the list in Excel',
    'the diagram in Word',
    'the diagram in Excel',
    'the diagram as svg',
    'the diagram as png',
    'the diagram as pdf',
  ])('is drawn all the same: %s', async (what) => {
    const path = `${enterprise.path}/${String(files[what])}`;
    const answer = await enterprise.api.fetch('GET', path);
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const parts = bytes.subarray(0, 2).toString() === 'PK' ? await texts(bytes) : [];
    if (what.endsWith('svg')) parts.push(bytes.toString('utf8'));
    for (const part of parts) expect(part).not.toMatch(CONTROLS);
  });
});
