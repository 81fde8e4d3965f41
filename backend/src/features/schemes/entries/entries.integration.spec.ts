import type { Scheme } from '@liangxing/scheme';
import type { Score } from '@liangxing/scoring';
import { publishShippedSchemes } from '../../../testing/published-schemes';
import { TestApp, type Member, type TestOrganization } from '../../../testing/test-app';
import type { EntryDto, EntryProblemDto } from './dto/entry.dto';
import { inventedTable, sameReading } from './testing/invented-table';

interface Problem {
  readonly code: string;
  readonly errors?: readonly { path: string; code: string; message: string }[];
  readonly current?: EntryDto;
}
type Answered = EntryDto & Problem;

let app: TestApp;
let enterprise: TestOrganization;
let second: Member;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  enterprise = await app.organization();
  second = await app.member(enterprise.organizationId, 'editor');
  path = `${enterprise.path}/scheme-entries`;
});
afterAll(() => app.stop());

const started = async (): Promise<EntryDto> => {
  const { status, body } = await enterprise.api.post<EntryDto>(path);
  expect(status).toBe(201);
  return body;
};
const put = (id: string, content: object, ifMatch: number, { api } = enterprise as Member) =>
  api.put<Answered>(`${path}/${id}/content`, content, { ifMatch });
const move = (id: string, verb: string, ifMatch: number, { api } = enterprise as Member) =>
  api.post<Answered>(`${path}/${id}/moves`, { move: verb }, { ifMatch });
const check = (id: string, reading: object, ifMatch: number, { api } = second) =>
  api.post<Answered>(`${path}/${id}/checks`, reading, { ifMatch });
const get = async (id: string, { api } = enterprise as Member) =>
  (await api.get<Answered>(`${path}/${id}`)).body;

/** Typed and submitted by the first person: version 3. */
async function submitted(): Promise<string> {
  const { id } = await started();
  expect((await put(id, inventedTable, 1)).body.version).toBe(2);
  const { status, body } = await move(id, 'submit', 2);
  expect([status, body.state, body.version]).toEqual([200, 'checking', 3]);
  return id;
}

describe('a table that one person enters and another checks', () => {
  it('becomes a scheme with its provenance once both agree, and scores by it', async () => {
    const id = await submitted();
    const { status, body } = await check(id, sameReading, 3);
    expect([status, body.state, body.checks[0]?.agreed]).toEqual([200, 'entered', true]);
    expect(body.content).toMatchObject({ basicPoints: 10_000 });
    const { body: scheme } = await enterprise.api.get<Scheme>(
      `${enterprise.path}/schemes/${String(body.schemeId)}/versions/${String(body.schemeVersion)}`,
    );
    expect(scheme.entered).toMatchObject({
      ...inventedTable.source,
      enteredBy: ['王芳'],
      checkedBy: '王芳',
    });
    expect(scheme.sections[0]?.groups[0]?.items[0]?.readinessItems).toEqual(['1.1.1']);
    expect(JSON.stringify(scheme)).not.toContain('"verified"');
    const { body: assessment } = await enterprise.api.post<{ id: string }>(
      `${enterprise.path}/assessments`,
      { title: '按虚构评分表', schemeId: body.schemeId, targetGrade: 'AA' },
    );
    const at = `${enterprise.path}/assessments/${assessment.id}`;
    const answer = {
      ...{ state: 'assessed', finding: '', responsible: '', reason: '' },
      ...{ approval: null, measured: null },
    };
    for (const item of ['1.1', '1.2', '2.1'])
      await enterprise.api.put(`${at}/answers/${item}`, { ...answer, rules: {} }, { ifMatch: 0 });
    const rules = { '1.2-a': true };
    await enterprise.api.put(`${at}/answers/1.2`, { ...answer, rules }, { ifMatch: 1 });
    const { body: score } = await enterprise.api.get<Score>(`${at}/score`);
    expect([score.basic, score.grade]).toEqual([9_500, 'AA']);
  });

  it('shows the second person the rows and never a figure', async () => {
    const id = await submitted();
    const seen = await get(id, second);
    expect(seen.content).toBeNull();
    expect(seen.form?.parts.map(({ title }) => title)).toEqual(['虚构部分一', '虚构部分二']);
    expect(JSON.stringify(seen)).not.toMatch(/10000|6000|4000/);
    expect((await second.api.get(`${path}/${id}/problems`)).status).toBe(404);
  });

  it('names the fields that differ, keeps every attempt, and is put right by either', async () => {
    const id = await submitted();
    const wrong = { ...sameReading, basicPoints: 9_000 };
    const first = await check(id, wrong, 3);
    expect([first.status, first.body.state]).toEqual([200, 'checking']);
    expect(first.body.checks[0]?.differing).toEqual(['basicPoints']);
    expect(first.body.ownReading).toMatchObject({ basicPoints: 9_000 });
    // The first person sees where, not what the second one typed.
    expect(JSON.stringify((await get(id)).checks)).not.toContain('9000');
    expect((await put(id, { ...inventedTable, title: '改' }, 3)).body.code).toBe(
      'scheme_entry_not_draft',
    );
    expect((await move(id, 'reopen', 3)).body).toMatchObject({ state: 'draft', version: 4 });
    expect((await check(id, sameReading, 4)).body.code).toBe('scheme_entry_move_not_allowed');
    expect((await move(id, 'submit', 4)).body.version).toBe(5);
    expect((await check(id, sameReading, 5)).body.state).toBe('entered');
    const events = await app.database.superuser<{ action: string; details: object }>(
      `SELECT action, details FROM audit_events WHERE subject_id = $1
         AND action = 'scheme_entry.checked' ORDER BY id`,
      [id],
    );
    expect(events.map(({ details }) => details)).toMatchObject([
      { number: 1, agreed: false, differing: ['basicPoints'] },
      { number: 2, agreed: true, differing: [] },
    ]);
    expect(JSON.stringify(events)).not.toContain('9000');
  });

  it('refuses a check by whoever typed or joined in typing', async () => {
    const id = await submitted();
    expect((await check(id, sameReading, 3, enterprise)).body.code).toBe(
      'scheme_entry_same_person',
    );
    expect((await put(id, inventedTable, 3, second)).body.code).toBe('scheme_entry_not_yours');
    const joined = await second.api.post<Answered>(`${path}/${id}/editors`);
    expect([joined.status, joined.body.content === null]).toEqual([200, false]);
    const version = joined.body.version;
    expect((await check(id, sameReading, version)).body.code).toBe('scheme_entry_same_person');
  });

  it('is entered once where two check it at once', async () => {
    const id = await submitted();
    const third = await app.member(enterprise.organizationId, 'editor');
    const answers = await Promise.all([
      check(id, sameReading, 3, second),
      check(id, sameReading, 3, third),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const rows = await app.database.superuser('SELECT FROM organization_schemes WHERE id LIKE $1', [
      `own-annex-c-${id.slice(0, 8)}`,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('loses nothing to a second tab: the same again is kept once, another version is refused', async () => {
    const { id } = await started();
    expect((await put(id, inventedTable, 1)).body.version).toBe(2);
    expect((await put(id, inventedTable, 1)).body.version).toBe(2);
    const late = await put(id, { ...inventedTable, title: '另一页' }, 1);
    expect([late.status, late.body.code, late.body.current?.content?.title]).toEqual([
      409,
      'version_conflict',
      inventedTable.title,
    ]);
  });

  it('is not submitted while a sum is wrong, with place and amount', async () => {
    const { id } = await started();
    await put(id, { ...inventedTable, basicPoints: 10_050 }, 1);
    const refused = await move(id, 'submit', 2);
    expect([refused.status, refused.body.code]).toEqual([422, 'scheme_entry_incomplete']);
    expect(refused.body.errors).toMatchObject([
      { path: 'parts/basicPoints', message: '总分为 100.5 分，下列各行合计 100 分，少 0.5 分。' },
    ]);
    const { body } = await enterprise.api.get<EntryProblemDto[]>(`${path}/${id}/problems`);
    expect(body).toMatchObject([{ step: 'parts', field: 'basicPoints' }]);
  });

  it('is given up and resumed, never deleted; what was entered is revised as its next version', async () => {
    const { id } = await started();
    await put(id, inventedTable, 1);
    expect((await move(id, 'give_up', 2)).body.state).toBe('given_up');
    expect((await put(id, { ...inventedTable, title: '改' }, 3)).status).toBe(409);
    expect((await move(id, 'resume', 3)).body.content).toMatchObject({ basicPoints: 10_000 });
    await move(id, 'submit', 4);
    const entered = await check(id, sameReading, 5);
    expect(entered.body).toMatchObject({ state: 'entered', schemeVersion: '1.0.0' });
    const revised = await move(id, 'revise', entered.body.version, second);
    expect(revised.body).toMatchObject({ state: 'draft', isEditor: true });
    const title = '虚构评分表（更正）';
    await put(id, { ...inventedTable, title }, revised.body.version, second);
    await move(id, 'submit', revised.body.version + 1, second);
    const again = await check(id, sameReading, revised.body.version + 2, enterprise);
    expect(again.body).toMatchObject({ state: 'entered', schemeVersion: '2.0.0' });
  });

  it('is read anew when it is revised: what was read of its last version is not handed back', async () => {
    const id = await submitted();
    const entered = await check(id, sameReading, 3);
    expect(entered.body.state).toBe('entered');
    const { version } = (await move(id, 'revise', entered.body.version)).body;
    await put(id, { ...inventedTable, title: '更正' }, version);
    await move(id, 'submit', version + 1);
    const seen = await get(id, second);
    expect([seen.state, seen.content, seen.ownReading]).toEqual(['checking', null, null]);
    const wrong = await check(id, { ...sameReading, basicPoints: 9_000 }, version + 2);
    expect(wrong.body.ownReading).toMatchObject({ basicPoints: 9_000 });
  });

  it('is nobody else’s, and a viewer reads but writes nothing', async () => {
    const id = await submitted();
    const other = await app.organization('另一家');
    const foreign = `${other.path}/scheme-entries/${id}`;
    expect((await other.api.get(foreign)).status).toBe(404);
    expect((await other.api.put(`${foreign}/content`, inventedTable, { ifMatch: 3 })).status).toBe(
      404,
    );
    expect((await other.api.post(`${foreign}/editors`)).status).toBe(404);
    const submit = { move: 'submit' };
    expect((await other.api.post(`${foreign}/moves`, submit, { ifMatch: 3 })).status).toBe(404);
    expect((await other.api.post(`${foreign}/checks`, sameReading, { ifMatch: 3 })).status).toBe(
      404,
    );
    expect((await other.api.get(`${path}/${id}`)).status).toBe(404);
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    expect((await viewer.api.post(path)).status).toBe(403);
    expect((await check(id, sameReading, 3, viewer)).status).toBe(403);
    expect((await get(id, viewer)).content).toBeNull();
  });

  it('starts from a workbook as a draft that still needs the second person', async () => {
    const shipped = await enterprise.api.get<{ id: string; version: string }[]>('/api/schemes');
    const { version } = shipped.body.find(({ id }) => id === 'gsp-2004') ?? { version: '' };
    const table = `${enterprise.path}/schemes/gsp-2004/versions/${version}/table`;
    const workbook = await (await enterprise.api.fetch('GET', table)).blob();
    const form = new FormData();
    form.append('file', workbook, '评分表.xlsx');
    const { status, body } = await enterprise.api.post<Answered>(`${path}/workbooks`, form);
    expect([status, body.state, body.schemeId]).toEqual([201, 'draft', null]);
    expect(body.content?.items.length).toBeGreaterThan(50);
    const { body: problems } = await enterprise.api.get<EntryProblemDto[]>(
      `${path}/${body.id}/problems`,
    );
    // Edition, holder and pages are on no sheet.
    expect(problems.map(({ field }) => field)).toEqual(['edition', 'holder', 'pages']);
  });
});
