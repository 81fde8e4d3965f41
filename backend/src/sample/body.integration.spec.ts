import { join } from 'node:path';
import type { ApiClient } from '../testing/api-client';
import { packsFolder, publishShippedSchemes } from '../testing/published-schemes';
import { TestApp } from '../testing/test-app';
import { loadBody } from './load-body';
import { loadSample } from './load-sample';

const folder = join(packsFolder, '../../../backend/samples');
const body = '/api/organizations/5a3d1e00-0000-4000-8000-000000000020';
const enterprise = '/api/organizations/5a3d1e00-0000-4000-8000-000000000001';
const historical = '/api/organizations/5a3d1e00-0000-4000-8000-000000000002';
let app: TestApp;

interface Standing {
  readonly id: string;
  readonly state: string;
}
interface WithLetters extends Standing {
  readonly files: readonly { readonly isThere: boolean }[];
  readonly letters: readonly { readonly kind: string }[];
}
interface SeenFinding {
  readonly severity: string;
  readonly state: string;
  readonly itemId: string;
}
interface SeenItem {
  readonly itemId: string;
  readonly differs: boolean;
  readonly settled: { readonly reason: string } | null;
}
interface Registered {
  readonly code: string;
  readonly number: string;
  readonly grade: string;
  readonly enterpriseName: string;
  readonly bodyName: string;
}

const signedIn = async (name: string, number: number): Promise<ApiClient> => {
  const person = app.visitor();
  const credentials = { email: `${name}@example.cn`, password: `liangxing-sample-${number}` };
  expect((await person.post('/api/sessions', credentials)).status).toBe(201);
  return person;
};
const load = async (): Promise<boolean> =>
  loadBody({ app: app.app, worker: await app.jobs(), folder });
const caseIn = async (person: ApiClient, state: string): Promise<WithLetters> => {
  const { body: all } = await person.get<Standing[]>(`${body}/cases`);
  const id = all.find((one) => one.state === state)?.id ?? '';
  return (await person.get<WithLetters>(`${body}/cases/${id}`)).body;
};

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  await loadSample({ app: app.app, worker: await app.jobs(), folder });
  expect(await load()).toBe(true);
}, 300_000);
afterAll(() => app.stop());

describe('the sample of a body', () => {
  it('has an application that is evaluated, and one that has its certificate', async () => {
    const director = await signedIn('fang', 8);
    const { body: cases } = await director.get<Standing[]>(`${body}/cases`);
    expect(cases.map(({ state }) => state).sort()).toEqual(['certified', 'evaluating']);
    for (const state of ['certified', 'evaluating']) {
      const { files } = await caseIn(director, state);
      expect(files.length).toBeGreaterThan(10);
      expect(files.every(({ isThere }) => isThere)).toBe(true);
    }
  });

  it.each([
    ['cheng', 9, 'lead_assessor'],
    ['he', 10, 'assessor'],
    ['ren', 11, 'reviewer'],
  ])('has %s, whose competence is written down', async (name, number, role) => {
    const person = await signedIn(name, number);
    const { body: session } = await person.get<{
      user: { name: string };
      memberships: { role: string }[];
    }>('/api/sessions/current');
    expect(session.memberships).toMatchObject([{ role }]);
    interface Known {
      readonly name: string;
      readonly version: number;
      readonly qualifications: readonly { readonly number: string }[];
    }
    const director = await signedIn('fang', 8);
    const { body: people } = await director.get<Known[]>(`${body}/assessors`);
    const known = people.find((one) => one.name === session.user.name);
    expect(known).toMatchObject({ version: 1 });
    expect(known?.qualifications.every((each) => each.number.includes('示例'))).toBe(true);
  });

  it('changes nothing when it is loaded again', async () => {
    expect(await load()).toBe(false);
    const director = await signedIn('fang', 8);
    expect((await director.get<Standing[]>(`${body}/cases`)).body).toHaveLength(2);
  });
});

describe('the application that is evaluated', () => {
  it('was asked about, accepted, planned and begun', async () => {
    const { letters } = await caseIn(await signedIn('cheng', 9), 'evaluating');
    expect(letters.map(({ kind }) => kind)).toEqual([
      ...['submitted', 'received', 'check_started', 'asked', 'answered', 'accepted'],
      ...['plan_sent', 'plan_confirmed', 'evaluation_began'],
    ]);
  });

  it('has sheets that both have begun and neither has handed in, and two findings that wait', async () => {
    const lead = await signedIn('cheng', 9);
    const { id } = await caseIn(lead, 'evaluating');
    for (const [person, answered] of [
      [lead, 15],
      [await signedIn('he', 10), 5],
    ] as const) {
      const { body: sheet } = await person.get<{
        state: string;
        answers: readonly { state: string }[];
      }>(`${body}/cases/${id}/sheet`);
      expect(sheet.state).toBe('open');
      expect(sheet.answers.length).toBeGreaterThanOrEqual(answered);
    }
    const { body: findings } = await lead.get<SeenFinding[]>(`${body}/cases/${id}/findings`);
    expect(findings).toMatchObject([
      { severity: 'minor', state: 'open', itemId: '1.2.6' },
      { severity: 'observation', state: 'open', itemId: '2.1.4' },
    ]);
  });

  it('is seen by its applicant as the body sees it', async () => {
    const applicant = await signedIn('gu', 1);
    const { body: own } = await applicant.get<Standing[]>(`${enterprise}/submissions`);
    expect(own).toEqual([expect.objectContaining({ state: 'evaluating' })]);
  });
});

describe('the application that has its certificate', () => {
  it('went the whole way, and both sides know it', async () => {
    const { letters } = await caseIn(await signedIn('ren', 11), 'certified');
    expect(letters.map(({ kind }) => kind)).toEqual([
      ...['submitted', 'received', 'check_started', 'accepted', 'plan_sent', 'plan_confirmed'],
      ...['evaluation_began', 'findings_sent', 'finding_answered', 'finding_judged'],
      ...['review_began', 'review_passed', 'granted', 'certified'],
    ]);
    const applicant = await signedIn('gu', 1);
    const { body: own } = await applicant.get<Standing[]>(`${historical}/submissions`);
    expect(own).toEqual([expect.objectContaining({ state: 'certified' })]);
  });

  it('has two items that the lead settled, and a finding that was verified', async () => {
    const lead = await signedIn('cheng', 9);
    const { id } = await caseIn(lead, 'certified');
    const { body: compared } = await lead.get<{
      items: readonly SeenItem[];
      settled: { grade: string };
    }>(`${body}/cases/${id}/sheets`);
    const differing = compared.items.filter(({ differs }) => differs);
    expect(differing.map(({ itemId }) => itemId)).toEqual(['2.13.1', '5.1.6']);
    expect(differing.every(({ settled }) => settled !== null && settled.reason !== '')).toBe(true);
    expect(compared.settled.grade).toBe('AAA');
    const { body: findings } = await lead.get<SeenFinding[]>(`${body}/cases/${id}/findings`);
    expect(findings).toMatchObject([{ severity: 'minor', state: 'verified' }]);
  });

  it('is found by everybody in the register, with its PDF and its surveillances', async () => {
    const visitor = app.visitor();
    const q = encodeURIComponent('历史示例');
    const { body: found } = await visitor.get<Registered[]>(`/api/certificates?q=${q}`);
    expect(found).toEqual([expect.objectContaining({ grade: 'AAA', standing: 'valid' })]);
    expect(found[0]?.enterpriseName).toContain('示例');
    expect(found[0]?.bodyName).toContain('示例');
    expect(found[0]?.number).toMatch(/^示例-\d{4}-0001$/u);
    const shown = await visitor.get(`/api/certificates/${found[0]?.code ?? ''}`);
    expect(shown.status).toBe(200);
    const director = await signedIn('fang', 8);
    const { body: kept } = await director.get<{ rows: { id: string }[] }>(`${body}/certificates`);
    const at = `${body}/certificates/${kept.rows[0]?.id ?? ''}`;
    const { body: one } = await director.get<{ surveillances: unknown[] }>(at);
    expect(one.surveillances.length).toBeGreaterThan(0);
    const pdf = await director.fetch('GET', `${at}/editions/1/pdf`);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});
