import { join } from 'node:path';
import type { ApiClient } from '../testing/api-client';
import { packsFolder, publishShippedSchemes } from '../testing/published-schemes';
import { TestApp } from '../testing/test-app';
import { loadBody } from './load-body';
import { loadSample } from './load-sample';

const folder = join(packsFolder, '../../../backend/samples');
let app: TestApp;

interface Standing {
  readonly id: string;
  readonly state: string;
}

const signedIn = async (email: string, password: string): Promise<ApiClient> => {
  const person = app.visitor();
  expect((await person.post('/api/sessions', { email, password })).status).toBe(201);
  return person;
};
const load = async (): Promise<boolean> =>
  loadBody({ app: app.app, worker: await app.jobs(), folder });

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  const targets = { app: app.app, worker: await app.jobs(), folder };
  await loadSample({ ...targets, editions: ['2017'] });
  expect(await load()).toBe(true);
}, 120_000);
afterAll(() => app.stop());

describe('the sample of a body', () => {
  it('has one application, whose dossier is being checked and which waits for an answer', async () => {
    const director = await signedIn('fang@example.cn', 'liangxing-sample-8');
    const at = '/api/organizations/5a3d1e00-0000-4000-8000-000000000020/cases';
    const { body: cases } = await director.get<Standing[]>(at);
    expect(cases).toEqual([expect.objectContaining({ state: 'checking' })]);
    const { body } = await director.get<{
      files: { isThere: boolean }[];
      letters: { kind: string }[];
    }>(`${at}/${String(cases[0]?.id)}`);
    expect(body.letters.map(({ kind }) => kind)).toEqual([
      ...['submitted', 'received', 'check_started', 'asked'],
    ]);
    expect(body.files.length).toBeGreaterThan(10);
    expect(body.files.every(({ isThere }) => isThere)).toBe(true);
  });

  it('is seen by its applicant as the body sees it', async () => {
    const applicant = await signedIn('gu@example.cn', 'liangxing-sample-1');
    const at = '/api/organizations/5a3d1e00-0000-4000-8000-000000000001/submissions';
    const { body } = await applicant.get<Standing[]>(at);
    expect(body).toEqual([expect.objectContaining({ state: 'checking' })]);
  });

  it('changes nothing when it is loaded again', async () => {
    expect(await load()).toBe(false);
  });
});
