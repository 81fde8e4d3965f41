import { randomUUID } from 'node:crypto';
import { TestApp } from '../../testing/test-app';
import type { EvaluationResult } from './evaluation-result';
import { EvaluatedCases, type Assessor } from './testing/evaluated-case';

interface Problem {
  readonly code: string;
}

interface Finding {
  readonly number: number;
  readonly version: number;
  readonly state: string;
  readonly deviceId: string | null;
  readonly files: readonly { readonly id: string; readonly mediaType: string }[];
  readonly rounds: readonly { readonly cause: string; readonly isAccepted: boolean | null }[];
}

interface Letter {
  readonly kind: string;
  readonly number: number;
  readonly findings: readonly { readonly number: number; readonly topic: string }[];
  readonly findingJudgement: { readonly finding: number; readonly isAccepted: boolean } | null;
}

let app: TestApp;
let cases: EvaluatedCases;
let lead: Assessor;

beforeAll(async () => {
  app = await TestApp.start();
  cases = await EvaluatedCases.of(app);
  lead = await cases.assessor('陈组长', 'lead_assessor');
}, 120_000);
afterAll(() => app.stop());

let id = '';
let itemId = '';
beforeEach(async () => {
  id = await cases.evaluating(lead);
  const material = `${cases.at(id)}/sheet/material`;
  const { body } = await lead.api.get<{
    scheme: { sections: { groups: { items: { id: string }[] }[] }[] };
  }>(material);
  itemId = String(body.scheme.sections[0]?.groups[0]?.items[0]?.id);
});
afterEach(() => cases.end(id));

const at = () => `${cases.at(id)}/findings`;

const content = (severity = 'minor') => ({
  ...{ severity, itemId, evidenceId: null, text: '抽查 3 份检验记录，1 份无签名' },
  ...{ requirement: 'GB/T 15497-2003, 4.4', department: '质量部' },
});

const add = (severity?: string, by = lead) =>
  by.api.post<Finding & Problem>(at(), content(severity));

const list = async (): Promise<readonly Finding[]> =>
  (await lead.api.get<readonly Finding[]>(at())).body;

/** Everything is judged and settled, behind the API: for speed. */
async function closed(): Promise<void> {
  await app.database.superuser(
    `INSERT INTO case_sheets (organization_id, case_id, user_id, user_name, state, handed_in_at)
     VALUES ($1, $2, $3, $4, 'handed_in', now())`,
    [cases.body.organizationId, id, lead.userId, lead.name],
  );
  await cases.recordClosing(id);
  expect((await move('closing-meeting')).status).toBe(200);
}

async function move(route: 'closing-meeting' | 'hand-over') {
  const { body } = await lead.api.get<{ version: number }>(cases.at(id));
  const ifMatch = body.version;
  const made = await lead.api.post<Problem>(`${cases.at(id)}/${route}`, { text: '' }, { ifMatch });
  await cases.deliver();
  return made;
}

async function answer(finding: number, cause = '未培训') {
  const path = `${cases.submissions}/${id}/findings/${String(finding)}/answers`;
  const said = { cause, correction: '已补签并培训', doneOn: '2026-11-30', text: '' };
  const made = await cases.owner.api.post<Problem>(path, said);
  await cases.deliver();
  return made;
}

async function judge(finding: number, isAccepted: boolean, text = '') {
  const { body } = await lead.api.get<{ version: number }>(cases.at(id));
  const path = `${at()}/${String(finding)}/judgements`;
  const made = await lead.api.post<Problem>(path, { isAccepted, text }, { ifMatch: body.version });
  await cases.deliver();
  return made;
}

const lettersOfEnterprise = async (): Promise<readonly Letter[]> =>
  (await cases.owner.api.get<{ letters: readonly Letter[] }>(`${cases.submissions}/${id}`)).body
    .letters;

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function picture(): FormData {
  const form = new FormData();
  form.append('file', new Blob([PICTURE]), '现场.png');
  return form;
}

describe('a finding', () => {
  it('is numbered in its case, changed and removed while it is open, and lost to no later version', async () => {
    expect((await add()).body).toMatchObject({ number: 1, version: 1, state: 'open' });
    expect((await add('observation')).body.number).toBe(2);
    const change = { ...content('major'), text: '抽查 3 份，2 份无签名' };
    const changed = await lead.api.put<Finding>(`${at()}/1`, change, { ifMatch: 1 });
    expect(changed.body).toMatchObject({ severity: 'major', version: 2 });
    expect((await lead.api.put(`${at()}/1`, change, { ifMatch: 1 })).status).toBe(409);
    expect((await lead.api.delete(`${at()}/2`, undefined, { ifMatch: 1 })).status).toBe(204);
    expect((await list()).map(({ number }) => number)).toEqual([1]);
    const elsewhere = { ...content(), itemId: 'x.1' };
    expect((await lead.api.post<Problem>(at(), elsewhere)).body.code).toBe('item_outside_scheme');
    const other = await cases.assessor('赵外人');
    expect((await add('minor', other)).body.code).toBe('not_in_team');
  });

  it('is written once, however often its request comes', async () => {
    const headers = { 'idempotency-key': '22222222-2222-4222-8222-222222222222' };
    for (const _ of [1, 2]) await lead.api.post(at(), content(), { headers });
    expect(await list()).toHaveLength(1);
  });

  it('has pictures that are read as they were taken, until they are removed', async () => {
    await add();
    const { status, body } = await lead.api.post<Finding>(`${at()}/1/files`, picture());
    expect(status).toBe(201);
    const [file] = body.files;
    expect(file).toMatchObject({ mediaType: 'image/png', fileName: '现场.png' });
    const path = `${at()}/1/files/${String(file?.id)}`;
    const read = await cases.body.api.fetch('GET', path);
    expect(read.headers.get('content-disposition')).toMatch(/^inline/);
    expect(Buffer.from(await read.arrayBuffer()).equals(PICTURE)).toBe(true);
    const outsider = await cases.assessor('赵外人');
    expect((await outsider.api.delete(path)).status).toBe(403);
    expect((await lead.api.delete(path)).status).toBe(204);
    expect((await lead.api.fetch('GET', path)).status).toBe(404);
    await lead.api.post(`${at()}/1/files`, picture());
    expect((await lead.api.delete(`${at()}/1`, undefined, { ifMatch: 1 })).status).toBe(204);
    expect(await app.database.superuser('SELECT FROM pending_objects')).toEqual([]);
  });

  it('comes from a device once, also when its answer was lost and the case moved on meanwhile', async () => {
    const device = { deviceId: randomUUID(), findingId: randomUUID() };
    const send = (by = lead) =>
      by.api.post<Finding & Problem>(at(), { ...content(), device }, { headers: {} });
    expect((await send()).body.code).toBe('device_unknown');
    const taken = { deviceId: device.deviceId, deviceName: '平板', days: 2 };
    await lead.api.post(`${cases.at(id)}/devices`, taken);
    expect((await send()).body).toMatchObject({ number: 1, deviceId: device.deviceId });
    expect((await send()).body.number).toBe(1);
    const other = await cases.assessor('孙评价');
    await cases.join(id, other, 'assessor');
    expect((await send(other)).body.code).toBe('device_unknown');
    await add();
    expect((await list()).map(({ deviceId }) => deviceId)).toEqual([device.deviceId, null]);
    await app.database.superuser(`UPDATE cases SET state = 'rectifying' WHERE id = $1`, [id]);
    expect((await send()).body.number).toBe(1);
    const late = { ...content(), device: { ...device, findingId: randomUUID() } };
    expect((await lead.api.post<Problem>(at(), late)).body.code).toBe('case_moved');
    expect(await list()).toHaveLength(2);
    await app.database.superuser(`UPDATE cases SET state = 'evaluating' WHERE id = $1`, [id]);
  });

  it('has the same picture once, however often it arrives', async () => {
    await add();
    for (const _ of [1, 2]) {
      const { status, body } = await lead.api.post<Finding>(`${at()}/1/files`, picture());
      expect([status, body.files.length]).toEqual([201, 1]);
    }
    expect(await app.database.superuser('SELECT FROM pending_objects')).toEqual([]);
  });

  it('goes to the enterprise, comes back with its cause, is returned, answered anew and verified', async () => {
    await add('major');
    await add('observation');
    await closed();
    const sent = (await lettersOfEnterprise()).find(({ kind }) => kind === 'findings_sent');
    expect(sent?.findings.map(({ number }) => number)).toEqual([1, 2]);
    expect(sent?.findings[0]?.topic).not.toBe('');
    const late = await lead.api.put<Problem>(`${at()}/1`, content(), { ifMatch: 1 });
    expect(late.body.code).toBe('finding_sent');
    expect((await lead.api.post<Problem>(`${at()}/1/files`, picture())).body.code).toBe(
      'finding_sent',
    );
    expect((await judge(1, true)).body.code).toBe('finding_not_answered');
    expect((await answer(2)).body.code).toBe('finding_not_asked');
    expect((await answer(9)).body.code).toBe('finding_not_asked');
    expect((await answer(1)).status).toBe(201);
    expect((await answer(1)).body.code).toBe('finding_not_asked');
    expect((await list())[0]).toMatchObject({ state: 'answered', rounds: [{ cause: '未培训' }] });
    expect((await judge(1, false)).status).toBe(422);
    expect((await move('hand-over')).body.code).toBe('findings_unverified');
    expect((await judge(1, false, '培训记录未附')).status).toBe(200);
    const judged = (await lettersOfEnterprise()).find(({ kind }) => kind === 'finding_judged');
    expect(judged?.findingJudgement).toMatchObject({ finding: 1, isAccepted: false });
    expect((await answer(1, '培训计划未覆盖新员工')).status).toBe(201);
    expect((await judge(1, true, '已核查培训记录')).status).toBe(200);
    expect((await judge(1, true)).body.code).toBe('finding_not_answered');
    expect((await list()).map(({ state }) => state)).toEqual(['verified', 'sent']);
    await lead.api.put(
      `${cases.at(id)}/conclusion`,
      {
        ...{ summary: '体系运行有效', strengths: '', improvements: '', grade: '' },
        recommendation: 'refuse',
      },
      { ifMatch: 0 },
    );
    expect((await move('hand-over')).status).toBe(200);
    const [row] = await app.database.superuser<{ result: string }>(
      'SELECT result FROM case_results WHERE case_id = $1',
      [id],
    );
    const { findings } = JSON.parse(String(row?.result)) as EvaluationResult;
    expect(findings).toMatchObject([
      {
        ...{ number: 1, cause: '培训计划未覆盖新员工', correction: '已补签并培训' },
        verified: { by: '陈组长', note: '已核查培训记录' },
      },
      { number: 2, cause: '', verified: null },
    ]);
  });
});
