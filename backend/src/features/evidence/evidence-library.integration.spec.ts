import { randomUUID } from 'node:crypto';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { EvidenceLibraryDto } from './dto/evidence-library.dto';
import type { EvidenceDto } from './dto/evidence.dto';
import { organizationDay } from '../../kernel';

interface Answer extends EvidenceDto {
  readonly code: string;
  readonly current: number & EvidenceDto;
  readonly errors: readonly { readonly path: string; readonly code: string }[];
}

let app: TestApp;
let enterprise: TestOrganization;
let assessmentId: string;
let actionId: string;
let path: string;

beforeAll(async () => {
  app = await TestApp.start({ QUOTAS: 'evidence_files=12' });
  await publishShippedSchemes(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
  path = `${enterprise.path}/evidence`;
  const created = async (what: string, body: object) =>
    (await enterprise.api.post<{ id: string }>(`${enterprise.path}/${what}`, body)).body.id;
  assessmentId = await created('assessments', { title: '自评', schemeId: 'gsp-2004' });
  actionId = await created('corrective-actions', { finding: '没有记录' });
});

const pdf = (text: string = randomUUID()): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);
const item = (itemId: string) => ({ assessmentId, itemId });
const dayFromNow = (days: number) => organizationDay(new Date(Date.now() + days * 86_400_000));

async function upload(name: string, fields: Record<string, string> = {}, content = pdf()) {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.append(field, value);
  data.append('file', new Blob([new Uint8Array(content)]), name);
  return enterprise.api.post<Answer>(path, data);
}

const link = (id: string, to: object) =>
  enterprise.api.put<Answer>(`${path}/${id}/links`, to as Record<string, string>);
const unlink = (id: string, from: object) =>
  enterprise.api.delete<Answer>(`${path}/${id}/links`, from);

async function library(query: Record<string, string> = {}) {
  const asked = new URLSearchParams(query).toString();
  const { body } = await enterprise.api.get<EvidenceLibraryDto>(
    `${enterprise.path}/evidence-library?${asked}`,
  );
  return { ...body, titles: body.files.map(({ title }) => title) };
}

describe('a file that proves a closed evaluation', () => {
  it('says so wherever it is listed, each evaluation once, until that is open again', async () => {
    const { body } = await upload('培训记录.pdf', item('1.4'));
    await link(body.id, item('5.1.2'));
    const told = async () => {
      const listed = await enterprise.api.get<Answer[]>(`${path}?assessmentId=${assessmentId}`);
      const files = [...(await library()).files, ...listed.body];
      return files.map(({ closedAssessments }) => closedAssessments);
    };
    expect(await told()).toEqual([[], []]);
    const move = (verb: string, ifMatch: number) =>
      enterprise.api.post(
        `${enterprise.path}/assessments/${assessmentId}/moves`,
        { move: verb },
        { ifMatch },
      );
    await move('close', 1);
    const closed = [{ id: assessmentId, title: '自评' }];
    expect(await told()).toEqual([closed, closed]);
    await move('reopen', 2);
    expect(await told()).toEqual([[], []]);
  });
});

describe('one file', () => {
  it('serves two items and an action, and is one file with three uses', async () => {
    const { body } = await upload('培训记录.pdf', item('1.4'));
    await link(body.id, item('5.1.2'));
    const linked = await link(body.id, { actionId });
    expect(linked.body.links).toHaveLength(3);
    const { files, counts } = await library();
    expect(counts).toMatchObject({ all: 1, in_use: 1, unused: 0 });
    expect(files[0]?.uses.map(({ kind, number, title }) => [kind, number, title])).toEqual([
      ['item', '1.4', '自评'],
      ['item', '5.1.2', '自评'],
      ['action', 'ZG-001', '没有记录'],
    ]);
    const byAction = await enterprise.api.get<Answer[]>(`${path}?actionId=${actionId}`);
    expect(byAction.body.map(({ id }) => id)).toEqual([body.id]);
  });

  it('attached twice, also at the same moment, is attached once and told once', async () => {
    const { body } = await upload('a.pdf');
    const answers = await Promise.all([1, 2, 3].map(() => link(body.id, item('1.1'))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await library()).files[0]?.uses).toHaveLength(1);
    const told = await app.database.superuser(
      `SELECT FROM audit_events WHERE action = 'evidence.linked' AND subject_id = $1`,
      [body.id],
    );
    expect(told).toHaveLength(1);
  });

  it('detached stays in the library and can be attached again', async () => {
    const { body } = await upload('方针.pdf', item('1.1'));
    expect((await unlink(body.id, item('1.1'))).status).toBe(200);
    expect((await library({ state: 'unused' })).titles).toEqual(['方针']);
    expect((await link(body.id, item('1.2'))).status).toBe(200);
    expect((await library({ state: 'in_use' })).titles).toEqual(['方针']);
  });

  it('stays when its action is deleted, and is deleted only when nothing uses it', async () => {
    const { body } = await upload('整改照片.pdf', { actionId });
    const remove = () =>
      enterprise.api.delete<Answer>(`${path}/${body.id}`, undefined, { ifMatch: 1 });
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'evidence_in_use' } });
    const action = `${enterprise.path}/corrective-actions/${actionId}`;
    expect((await enterprise.api.delete(action, undefined, { ifMatch: 1 })).status).toBe(204);
    expect((await library({ state: 'unused' })).titles).toEqual(['整改照片']);
    expect((await remove()).status).toBe(204);
    expect((await library()).counts.all).toBe(0);
  });

  it('names one place at a time, and only places that are there', async () => {
    const { body } = await upload('a.pdf');
    const two = await link(body.id, { ...item('1.1'), actionId });
    expect(two).toMatchObject({ status: 422, body: { errors: [{ code: 'too_many_links' }] } });
    expect((await link(body.id, { actionId: randomUUID() })).status).toBe(404);
    expect((await link(body.id, item('9.9'))).body.code).toBe('item_outside_scheme');
  });
});

describe('the library', () => {
  it('is searched by name, file name, item and action', async () => {
    const { body } = await upload('扫描0012.pdf', { ...item('2.4.3'), title: '标准化培训' });
    await upload('其他.pdf', item('1.1'));
    await link(body.id, { actionId });
    for (const q of ['培训', '扫描00', '2.4.3', '2.4', 'zg-001'])
      expect({ q, titles: (await library({ q })).titles }).toEqual({ q, titles: ['标准化培训'] });
    expect((await library({ q: '4.3' })).counts.all).toBe(0);
  });

  it('tells what expires and what has expired, by the day', async () => {
    const valid = { 昨天: -1, 今天: 0, 三十天: 30, 三十一天: 31 };
    for (const [title, days] of Object.entries(valid))
      await upload('证书.pdf', { title, validUntil: dayFromNow(days) });
    const { counts } = await library({ q: '天' });
    expect(counts).toEqual({ all: 4, in_use: 0, unused: 4, expiring: 2, expired: 1 });
    expect((await library({ state: 'expired' })).titles).toEqual(['昨天']);
    expect((await library({ state: 'expiring' })).titles).toEqual(['三十天', '今天']);
  });

  it('comes page by page, newest first', async () => {
    for (const title of ['一', '二', '三']) await upload('a.pdf', { title });
    expect((await library({ limit: '2' })).titles).toEqual(['三', '二']);
    const rest = await library({ limit: '2', offset: '2' });
    expect([rest.titles, rest.counts.all]).toEqual([['一'], 3]);
  });

  it('of one organization shows nothing of another, and links nothing of it', async () => {
    const { body } = await upload('秘密.pdf', item('1.1'));
    const other = await app.organization('另一家');
    const there = await other.api.get<EvidenceLibraryDto>(`${other.path}/evidence-library`);
    expect(there.body.counts.all).toBe(0);
    const foreign = await other.api.get(`${enterprise.path}/evidence-library`);
    expect(foreign.status).toBe(404);
    const at = `${other.path}/evidence/${body.id}/links`;
    expect((await other.api.put(at, item('1.2'))).status).toBe(404);
    expect((await library()).files[0]?.uses).toHaveLength(1);
  });

  it('is refused a period that ends before it begins, and a day that is none', async () => {
    const { body } = await upload('a.pdf', { periodFrom: '2026-05-01', periodTo: '2026-06-01' });
    const change = (fields: object) =>
      enterprise.api.patch<Answer>(`${path}/${body.id}`, fields, { ifMatch: 1 });
    const early = await change({ periodTo: '2026-04-30' });
    expect(early).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'periodTo', code: 'before_start' }] },
    });
    expect((await change({ validUntil: '2026-02-30' })).status).toBe(422);
    const changed = await change({ validUntil: '2027-02-28', title: '新名' });
    expect(changed.body).toMatchObject({ validUntil: '2027-02-28', title: '新名', version: 2 });
  });
});

describe('the same bytes', () => {
  it('are recognised and offered as the file that is there; a second copy must be asked for', async () => {
    const content = pdf();
    const { body } = await upload('方针.pdf', item('1.1'), content);
    const again = await upload('方针（扫描）.pdf', item('1.2'), content);
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'evidence_exists', current: { id: body.id, title: '方针' } },
    });
    const wanted = await upload('方针（扫描）.pdf', { again: 'true' }, content);
    expect([wanted.status, (await library()).counts.all]).toEqual([201, 2]);
  });

  it('sent at the same moment are stored once', async () => {
    const content = pdf();
    const answers = await Promise.all(['a.pdf', 'b.pdf'].map((name) => upload(name, {}, content)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await library()).counts.all).toBe(1);
  });

  it('of another organization are nobody’s business here', async () => {
    const content = pdf();
    await upload('a.pdf', {}, content);
    enterprise = await app.organization('另一家');
    path = `${enterprise.path}/evidence`;
    expect((await upload('a.pdf', {}, content)).status).toBe(201);
  });

  it('take room once, however many items they serve; the quota counts files', async () => {
    const { body } = await upload('a.pdf');
    for (const itemId of ['1.1', '1.2', '1.3']) await link(body.id, item(itemId));
    const usage = await enterprise.api.get<{ files: number }>(`${path}/usage`);
    expect(usage.body.files).toBe(1);
    for (let file = 2; file <= 12; file += 1) await upload(`${file}.pdf`);
    expect(await upload('13.pdf')).toMatchObject({
      status: 409,
      body: { code: 'quota_evidence_files' },
    });
    expect((await link(body.id, item('1.4'))).status).toBe(200);
  });
});
