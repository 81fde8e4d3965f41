import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { RecordImportDto } from './dto/record-import.dto';
import type {
  RecordCountDto,
  RecordDto,
  RecordEvidenceDto,
  RecordsPageDto,
} from './dto/record.dto';

type Answer = RecordDto & {
  code: string;
  current: RecordDto;
  errors: { path: string; code: string; message: string }[];
};
interface EvidenceAnswer {
  readonly id: string;
  readonly title: string;
  readonly links: readonly { readonly assessmentId: string; readonly itemId: string }[];
  readonly revisions: readonly { readonly fileName: string; readonly mediaType: string }[];
}

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
});

const law = { title: '中华人民共和国标准化法', inForceOn: '2018-01-01', status: 'current' };
const list = (kind: string): string => `${enterprise.path}/records/${kind}`;
const add = async (kind: string, fields: object): Promise<Answer> =>
  (await enterprise.api.post<Answer>(list(kind), { fields })).body;
const read = async (kind: string, query = ''): Promise<RecordsPageDto> =>
  (await enterprise.api.get<RecordsPageDto>(`${list(kind)}${query}`)).body;
const titles = ({ rows }: RecordsPageDto): unknown[] => rows.map(({ fields }) => fields.title);

const send = async (kind: string, name: string, content: string | Buffer) => {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return enterprise.api.post<RecordImportDto & Answer>(`${list(kind)}/imports`, form);
};
const decide = (kind: string, id: string, decision: string, body: object = {}) =>
  enterprise.api.post<RecordImportDto & Answer>(`${list(kind)}/imports/${id}/${decision}`, body);

describe('a list of the enterprise', () => {
  it('keeps what was written, numbered and newest first', async () => {
    const first = await add('laws', law);
    const second = await add('laws', { title: '  企业标准化促进办法 ', inForceOn: '2024-01-01' });
    expect([first.number, second.number, first.version]).toEqual([1, 2, 1]);
    expect(first.fields).toMatchObject({ ...law, note: '', checkedOn: null });
    expect(titles(await read('laws'))).toEqual(['企业标准化促进办法', law.title]);
    expect((await enterprise.api.get(`${list('laws')}/${first.id}`)).body).toEqual(first);
  });

  it('is searched by any of its texts and by year, and counted', async () => {
    await add('laws', { ...law, clauses: '第二十七条' });
    await add('laws', { title: '企业标准化促进办法', inForceOn: '2024-01-01' });
    await add('laws', { title: '地方规定' });
    expect(titles(await read('laws', '?q=二十七'))).toEqual([law.title]);
    expect(titles(await read('laws', '?q=现行有效'))).toEqual([law.title]);
    expect((await read('laws', '?q=%25')).total).toBe(0);
    expect(titles(await read('laws', '?year=2024'))).toEqual(['企业标准化促进办法']);
    expect(await read('laws', '?limit=1&offset=1')).toMatchObject({ total: 3, rows: [{}] });
    const { body } = await enterprise.api.get<RecordCountDto[]>(`${enterprise.path}/record-counts`);
    expect(body.find(({ kind }) => kind === 'laws')).toEqual({
      kind: 'laws',
      total: 3,
      years: [
        { year: 2024, count: 1 },
        { year: 2018, count: 1 },
      ],
    });
    expect(body.find(({ kind }) => kind === 'plans')?.total).toBe(0);
  });

  it('names every wrong field in the language of the person', async () => {
    const fields = { title: ' ', inForceOn: '2026-02-30', status: 'good', number: '1' };
    const { status, body } = await enterprise.api.post<Answer>(list('laws'), { fields });
    expect(status).toBe(422);
    expect(body.errors.map(({ path, code }) => [path, code])).toEqual([
      ['fields.number', 'unknown_field'],
      ['fields.title', 'required'],
      ['fields.inForceOn', 'not_date'],
      ['fields.status', 'not_one_of'],
    ]);
    expect(body.errors[1]?.message).toBe('必填');
    expect((await read('laws')).total).toBe(0);
  });

  it('is changed only over the version that was seen', async () => {
    const record = await add('laws', law);
    const at = `${list('laws')}/${record.id}`;
    const change = (title: string, ifMatch?: number) =>
      enterprise.api.put<Answer>(
        at,
        { fields: { ...law, title } },
        ifMatch === undefined ? {} : { ifMatch },
      );
    expect((await change('甲')).status).toBe(428);
    expect((await change('甲', 1)).body).toMatchObject({ version: 2, fields: { title: '甲' } });
    const late = await change('乙', 1);
    expect([late.status, late.body.current.fields.title]).toEqual([409, '甲']);
    expect((await enterprise.api.delete(at, undefined, { ifMatch: 1 })).status).toBe(409);
    expect((await enterprise.api.delete(at, undefined, { ifMatch: 2 })).status).toBe(204);
    expect((await change('丙', 2)).status).toBe(404);
  });

  it('is not found where there is no such list', async () => {
    expect((await enterprise.api.get(list('recipes'))).status).toBe(404);
    const record = await add('laws', law);
    expect((await enterprise.api.get(`${list('plans')}/${record.id}`)).status).toBe(404);
  });

  it('is seen by no other organization, and only read by viewers', async () => {
    const record = await add('laws', law);
    const other = await app.organization();
    expect((await other.api.get(`${other.path}/records/laws/${record.id}`)).status).toBe(404);
    expect((await other.api.get(list('laws'))).status).toBe(404);
    expect((await other.api.get<RecordsPageDto>(`${other.path}/records/laws`)).body.total).toBe(0);
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    expect((await viewer.api.get(list('laws'))).status).toBe(200);
    expect((await viewer.api.post(list('laws'), { fields: law })).status).toBe(403);
    expect((await viewer.api.post(`${list('laws')}/evidence`, {})).status).toBe(403);
  });

  it('numbers on without a gap when several people add at once', async () => {
    const added = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        add('meetings', { title: `会议${at}`, heldOn: '2026-01-01' }),
      ),
    );
    expect(added.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('an import into a list', () => {
  const csv = [
    '2026 年培训台账',
    '序号,培训主题,时间,人数,讲师,教室编号',
    '1,标准化法宣贯,2026年3月1日,25 人,顾示例,A1',
    '2,,2026-04-01,12,周示例,A1',
    '3,新标准编写,2026-13-01,很多,周示例,A2',
    '4,体系运行要求,2026/5/6,30,,A2',
  ].join('\r\n');

  it('says of each row what it would do and what is wrong, and writes only on commit', async () => {
    const { status, body } = await send('trainings', '培训.csv', csv);
    expect(status).toBe(201);
    expect(body.columns.map(({ field }) => field)).toEqual([
      null,
      'content',
      'heldOn',
      'people',
      'teacher',
      null,
    ]);
    expect(body.summary).toEqual({ rows: 4, toInsert: 2, toUpdate: 0, unchanged: 0, errors: 2 });
    expect(
      body.rows.map(({ rowNumber, problems }) => [rowNumber, problems.map((p) => p.code)]),
    ).toEqual([
      [3, []],
      [4, ['required']],
      [5, ['not_date', 'not_number']],
      [6, []],
    ]);
    expect(body.rows[2]?.problems[0]?.message).toMatch(/^培训日期（2026-13-01）：应为/);
    expect((await read('trainings')).total).toBe(0);
    const done = await decide('trainings', body.id, 'commit');
    expect(done.body).toMatchObject({ state: 'committed', written: 2 });
    const { rows } = await read('trainings');
    expect(rows.map(({ fields }) => [fields.content, fields.heldOn, fields.people])).toEqual([
      ['体系运行要求', '2026-05-06', 30],
      ['标准化法宣贯', '2026-03-01', 25],
    ]);
    expect((await decide('trainings', body.id, 'commit')).body.written).toBe(2);
    expect((await read('trainings')).total).toBe(2);
  });

  it('is taken back whole, or but for what was touched since', async () => {
    const { body } = await send('trainings', '培训.csv', csv);
    await decide('trainings', body.id, 'commit');
    const [record] = (await read('trainings')).rows as [RecordDto];
    const at = `${list('trainings')}/${record.id}`;
    const fields = { ...record.fields, place: '一号会议室' };
    await enterprise.api.put(at, { fields }, { ifMatch: 1 });
    const refused = await decide('trainings', body.id, 'undo');
    expect([refused.status, refused.body.code]).toEqual([409, 'record_import_changed']);
    expect((await read('trainings')).total).toBe(2);
    const undone = await decide('trainings', body.id, 'undo', { keepChanged: true });
    expect(undone.body.state).toBe('undone');
    expect((await read('trainings')).rows.map(({ id }) => id)).toEqual([record.id]);
    expect((await decide('trainings', body.id, 'commit')).body.code).toBe('import_state');
  });

  it('of an export changes nothing; of a changed export changes that record', async () => {
    await add('laws', { ...law, note: '=1+1' });
    await add('laws', { title: '企业标准化促进办法', inForceOn: '2024-01-01' });
    const exported = async (): Promise<Buffer> =>
      Buffer.from(
        await (await enterprise.api.fetch('GET', `${list('laws')}/export`)).arrayBuffer(),
      );
    const bytes = await exported();
    const same = await send('laws', '法规.xlsx', bytes);
    expect(same.body.summary).toMatchObject({ rows: 2, unchanged: 2 });
    const [newer] = (await read('laws')).rows as [RecordDto];
    const at = `${list('laws')}/${newer.id}`;
    await enterprise.api.put(at, { fields: { ...newer.fields, issuer: '总局' } }, { ifMatch: 1 });
    const older = await send('laws', '法规.xlsx', bytes);
    // The old file has no issuer: blank cells keep what is stored.
    expect(older.body.summary).toMatchObject({ unchanged: 2 });
    await enterprise.api.put(at, { fields: { ...newer.fields, title: '新名' } }, { ifMatch: 2 });
    const changed = await send('laws', '法规.xlsx', bytes);
    expect(changed.body.summary).toMatchObject({ toUpdate: 1, unchanged: 1 });
    await decide('laws', changed.body.id, 'commit');
    expect(titles(await read('laws'))).toEqual(['企业标准化促进办法', law.title]);
    await decide('laws', changed.body.id, 'undo');
    expect(titles(await read('laws'))).toEqual(['新名', law.title]);
  });

  it('is refused without the column that names a record, and for what is no table', async () => {
    const headless = await send('laws', 'a.csv', '甲,乙\r\n1,2\r\n');
    expect([headless.status, headless.body.code]).toEqual([422, 'record_head_missing']);
    expect((await send('laws', 'a.xlsx', Buffer.from([0, 1, 2]))).status).toBe(422);
    expect((await send('laws', 'a.csv', '名称,文号\r\n')).body.code).toBe(
      'spreadsheet_without_rows',
    );
  });

  it('of another organization is not found', async () => {
    const { body } = await send('trainings', '培训.csv', csv);
    const other = await app.organization();
    const path = `${other.path}/records/trainings/imports/${body.id}/commit`;
    expect((await other.api.post(path, {})).status).toBe(404);
  });
});

describe('a list as a proof', () => {
  const assess = async (): Promise<string> => {
    const { body } = await enterprise.api.post<{ id: string }>(`${enterprise.path}/assessments`, {
      title: '自评',
      schemeId: 'gsp-2004',
    });
    return body.id;
  };
  const prove = (assessmentId: string, year?: number) =>
    enterprise.api.post<RecordEvidenceDto & Answer>(`${list('trainings')}/evidence`, {
      assessmentId,
      ...(year === undefined ? {} : { year }),
    });
  const proofs = async (): Promise<EvidenceAnswer[]> =>
    (await enterprise.api.get<EvidenceAnswer[]>(`${enterprise.path}/evidence`)).body;
  const training = { content: '标准化法宣贯', heldOn: '2026-03-01', people: 25, effect: '合格' };

  it('serves the items that ask for it, and is revised when the list has changed', async () => {
    const assessmentId = await assess();
    await add('trainings', training);
    const first = await prove(assessmentId, 2026);
    expect([first.status, first.body.revision]).toEqual([200, 1]);
    expect(first.body.itemIds).toEqual(['1.4', '5.1.2']);
    expect((await prove(assessmentId, 2026)).body).toEqual(first.body);
    await add('trainings', { ...training, content: '体系宣贯' });
    const later = await prove(assessmentId, 2026);
    expect(later.body).toMatchObject({ evidenceId: first.body.evidenceId, revision: 2 });
    const [proof, ...others] = await proofs();
    expect(others).toEqual([]);
    expect(proof?.title).toBe('标准化培训记录（2026 年）');
    expect(proof?.revisions.map(({ mediaType }) => mediaType)).toEqual([
      'application/pdf',
      'application/pdf',
    ]);
    expect(proof?.links.map(({ itemId }) => itemId)).toEqual(first.body.itemIds);
  });

  it('that a closed self-evaluation rests upon stays as it was: the next one is a proof of its own', async () => {
    const past = await assess();
    await add('trainings', { ...training, content: '前一年的宣贯', heldOn: '2024-03-01' });
    const first = await prove(past, 2024);
    const move = { move: 'close' };
    await enterprise.api.post(`${enterprise.path}/assessments/${past}/moves`, move, { ifMatch: 1 });
    await add('trainings', { ...training, content: '后来补记的', heldOn: '2024-06-01' });
    const later = await prove(await assess(), 2024);
    expect(later.body.evidenceId).not.toBe(first.body.evidenceId);
    const again = await prove(await assess(), 2024);
    expect(again.body).toEqual(later.body);
    const known = await proofs();
    const revisionsOf = (id: string) => known.find((one) => one.id === id)?.revisions.length;
    expect([first, later].map(({ body }) => revisionsOf(body.evidenceId))).toEqual([1, 1]);
  });

  it('that only a closed self-evaluation rests upon is shown by no open one beside the next', async () => {
    const [past, present, beside] = [await assess(), await assess(), await assess()];
    await add('trainings', { ...training, content: '前一年的宣贯', heldOn: '2023-03-01' });
    const first = await prove(past, 2023);
    for (const open of [present, beside]) await prove(open, 2023);
    const move = { move: 'close' };
    await enterprise.api.post(`${enterprise.path}/assessments/${past}/moves`, move, { ifMatch: 1 });
    await add('trainings', { ...training, content: '后来补记的', heldOn: '2023-06-01' });
    const later = await prove(present, 2023);
    const known = await proofs();
    const servedBy = (id: string) =>
      [past, present, beside].map((assessmentId) =>
        (known.find((one) => one.id === id)?.links ?? [])
          .filter((link) => link.assessmentId === assessmentId)
          .map(({ itemId }) => itemId),
      );
    const { itemIds } = first.body;
    expect(servedBy(first.body.evidenceId)).toEqual([itemIds, [], []]);
    expect(servedBy(later.body.evidenceId)).toEqual([[], itemIds, itemIds]);
    const unlinked = await app.database.superuser<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_events
       WHERE action = 'evidence.unlinked' AND subject_id = $1`,
      [first.body.evidenceId],
    );
    expect(unlinked).toEqual([{ count: 2 * itemIds.length }]);
  });

  it('is one proof when two people make it at once', async () => {
    const assessmentId = await assess();
    await add('trainings', training);
    const made = await Promise.all([prove(assessmentId), prove(assessmentId), prove(assessmentId)]);
    expect(new Set(made.map(({ body }) => body.evidenceId)).size).toBe(1);
    expect(await proofs()).toHaveLength(1);
  });

  it('needs records, and an assessment of this organization', async () => {
    const assessmentId = await assess();
    expect((await prove(assessmentId)).body.code).toBe('record_list_empty');
    await add('trainings', training);
    expect((await prove(assessmentId, 2025)).body.code).toBe('record_list_empty');
    expect((await prove('00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });
});

describe('a file at the door of a list', () => {
  const register =
    '名称,标准编号,实施日期\n包装储运图示标志,GB/T 191-2008,2008-10-01\n数值修约规则,GB/T 8170-2008,2009-01-01';

  it('that is a register is refused with the way to the register, and taken where a person insists', async () => {
    const { status, body } = await send('laws', '明细.csv', register);
    expect([status, body.code, body.current]).toEqual([
      422,
      'table_is_standards',
      { door: 'standards', list: null, canTakeAnyway: true },
    ]);
    const form = new FormData();
    form.append('file', new Blob([register]), '明细.csv');
    const path = `${list('laws')}/imports?anyway=true`;
    const taken = await enterprise.api.post<RecordImportDto>(path, form);
    expect(taken.body.summary).toMatchObject({ rows: 2, toInsert: 2 });
  });

  it('tells sums, remarks and what was read', async () => {
    const rows = '培训日期,培训内容,参加人数\n2026-03-01,⻝品标准,12\n〃,计量,8\n,合计,20';
    const { body } = await send('trainings', '培训.csv', rows);
    expect(body.rows.map(({ action, remarks }) => [action, remarks.length])).toEqual([
      ['insert', 1],
      ['insert', 0],
    ]);
    expect(body.notes).toEqual([{ rowNumber: 4, kind: 'subtotal', text: '合计' }]);
    expect((await decide('trainings', body.id, 'commit')).body).toMatchObject({
      written: 2,
      notes: body.notes,
    });
  });
});
