import { isWholeText } from '@liangxing/contracts';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { ZipFile } from 'yazl';
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { TenantDatabase } from '../../kernel';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { ImportDto, ImportRowsDto } from './dto/import.dto';
import type { StandardDto, StandardsPageDto } from './dto/standard.dto';
import { upload, workbook } from './testing/workbooks';
import { ForgetImports } from './use-cases/forget-imports';

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly current?: { readonly version?: number; readonly rows?: readonly unknown[] };
}

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start({ IMPORT_MAX_BYTES: '2000000' });
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
});

const standards = () => `${enterprise.path}/standards`;
const imports = () => `${enterprise.path}/standard-imports`;
const add = async (input: object): Promise<StandardDto> => {
  const { status, body } = await enterprise.api.post<StandardDto>(standards(), input);
  expect(status).toBe(201);
  return body;
};
const list = async (query = ''): Promise<StandardsPageDto> =>
  (await enterprise.api.get<StandardsPageDto>(`${standards()}?limit=500${query}`)).body;
const preview = async (bytes: Buffer | string, name?: string): Promise<ImportDto> => {
  const { status, body } = await enterprise.api.post<ImportDto>(imports(), upload(bytes, name));
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};
const rowsOf = async (id: string, query = ''): Promise<ImportRowsDto> =>
  (await enterprise.api.get<ImportRowsDto>(`${imports()}/${id}/rows?limit=500${query}`)).body;
const commit = (id: string) => enterprise.api.post<ImportDto>(`${imports()}/${id}/commit`, {});
const undo = (id: string, body: object = {}) =>
  enterprise.api.post<ImportDto & Problem>(`${imports()}/${id}/undo`, body);

const small = () =>
  workbook({
    明细: [
      ['苏州某公司企业标准体系明细表'],
      ['序号', '体系编号', '标准号', '标准名称', '实施日期'],
      [1, 'J03', 'GB/T 19001—2016', '质量管理体系 要求', '2017.7.1'],
      [2, 'J03', 'GB/T 1.1-2020', '标准化工作导则 第1部分', '2020年10月1日'],
    ],
  });

describe('the register', () => {
  it('derives number, level and problems from what was typed', async () => {
    const standard = await add({ number: ' gb／t 19001－2016 ', title: '《质量管理体系　要求》' });
    expect(standard).toMatchObject({
      number: 'gb／t 19001－2016',
      normalizedNumber: 'GB/T 19001-2016',
      numberKind: 'standard',
      level: 'national',
      title: '质量管理体系 要求',
      problems: [],
      version: 1,
    });
  });

  it('finds a number in any spelling and a title by a part', async () => {
    await add({ number: 'GB/T 19001—2016', title: '质量管理体系 要求' });
    await add({ number: 'Q/SLJD 001-2024', title: '精密滚珠丝杠副' });
    expect((await list('&q=GBT19001')).total).toBe(1);
    expect((await list(`&q=${encodeURIComponent('gb／t 19001－2016')}`)).total).toBe(1);
    expect((await list(`&q=${encodeURIComponent('滚珠')}`)).total).toBe(1);
    expect((await list(`&q=${encodeURIComponent('%')}`)).total).toBe(0);
  });

  it('sorts by number and system code as people count', async () => {
    await add({ number: 'GB/T 1.10-2020', title: 'b', systemCode: 'J1.10' });
    await add({ number: 'GB/T 1.2-2020', title: 'a', systemCode: 'J1.2' });
    for (const sort of ['number', 'systemCode'])
      expect((await list(`&sort=${sort}`)).rows.map(({ title }) => title)).toEqual(['a', 'b']);
  });

  it.each([
    ['without evidence', { inForceOn: '2003-10-01' }, 'unknown'],
    ['claimed but never checked', { inForceOn: '2003-10-01', statusClaimed: 'current' }, 'unknown'],
    [
      'claimed and checked',
      { inForceOn: '2003-10-01', statusClaimed: 'current', statusCheckedOn: '2025-01-02' },
      'current',
    ],
    [
      'past its withdrawal',
      { inForceOn: '2003-10-01', withdrawnOn: '2018-07-01', statusClaimed: 'current' },
      'withdrawn',
    ],
    ['told to be replaced', { statusClaimed: 'replaced', withdrawnOn: '2018-07-01' }, 'replaced'],
    ['not yet in force', { inForceOn: '2199-01-01' }, 'upcoming'],
  ])('says the status of a standard %s', async (_, dates, status) => {
    expect(await add({ number: 'GB/T 19273-2003', title: 't', ...dates })).toMatchObject({
      status,
    });
  });

  it('calls a withdrawn standard replaced when the register holds its successor', async () => {
    const old = await add({ number: 'GB/T 19273-2003', title: 'old', withdrawnOn: '2018-07-01' });
    await add({ number: 'GB/T 19273-2017', title: 'new', replacesNumber: 'GB/T 19273—2003' });
    expect((await list()).rows.find(({ id }) => id === old.id)).toMatchObject({
      status: 'replaced',
    });
  });

  it('refuses a change on an old version and shows the stored one', async () => {
    const { id } = await add({ number: 'GB/T 1.1-2020', title: 'a' });
    const path = `${standards()}/${id}`;
    expect((await enterprise.api.patch(path, { title: 'b' }, { ifMatch: 1 })).status).toBe(200);
    const late = await enterprise.api.patch<Problem>(path, { title: 'c' }, { ifMatch: 1 });
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'version_conflict', current: { version: 2, title: 'b' } },
    });
    expect((await enterprise.api.patch(path, { title: 'c' })).status).toBe(428);
    expect((await enterprise.api.delete(path, undefined, { ifMatch: 1 })).status).toBe(409);
    expect((await enterprise.api.delete(path, undefined, { ifMatch: 2 })).status).toBe(204);
    expect((await enterprise.api.get(path)).status).toBe(404);
  });

  it('refuses unknown fields, impossible days and rows that say nothing', async () => {
    for (const input of [
      { number: 'x', colour: 'red' },
      { title: 't', issuedOn: '2021-02-30' },
      { number: ' ', title: '' },
    ])
      expect((await enterprise.api.post(standards(), input)).status).toBe(422);
  });

  it.each(['issuedOn', 'inForceOn', 'withdrawnOn', 'statusCheckedOn'])(
    'says that %s is no date, and how one is written',
    async (field) => {
      for (const wrong of ['2021-02-30', '2021/02/03', 20210203])
        expect(
          await enterprise.api.post(standards(), { title: 't', [field]: wrong }),
        ).toMatchObject({
          status: 422,
          body: {
            errors: [{ path: field, code: 'not_date', message: expect.any(String) as string }],
          },
        });
      expect((await enterprise.api.post(standards(), { title: field, [field]: null })).status).toBe(
        201,
      );
    },
  );

  it('keeps codes of classification in one form, and says of what is none how to mend it', async () => {
    const { id, version } = await add({
      title: '工业阀门',
      ccs: 'Ｊ 16、j17',
      ics: '23.060.01，25.040',
    });
    const [row] = (await list()).rows;
    expect(row).toMatchObject({ ccs: 'J16/J17', ics: '23.060.01; 25.040' });
    const path = `${standards()}/${id}`;
    const wrong = { ccs: 'J1', ics: '23.06' };
    expect(await enterprise.api.patch(path, wrong, { ifMatch: version })).toMatchObject({
      status: 422,
      body: {
        errors: [
          { path: 'ccs', code: 'ccs_malformed', message: expect.stringContaining('J72') as string },
          {
            path: 'ics',
            code: 'ics_malformed',
            message: expect.stringContaining('23.060') as string,
          },
        ],
      },
    });
    const emptied = await enterprise.api.patch(path, { ccs: '', ics: '' }, { ifMatch: version });
    expect(emptied).toMatchObject({ status: 200, body: { ccs: '', ics: '' } });
  });

  it('lets a viewer read and not write', async () => {
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    expect((await viewer.api.get(standards())).status).toBe(200);
    expect((await viewer.api.post(standards(), { title: 't' })).status).toBe(403);
  });

  it('counts by level', async () => {
    await add({ number: 'GB/T 1.1-2020', title: 'a' });
    await add({ number: 'Q/SLJD 001-2024', title: 'b', isPlanned: true });
    const { body } = await enterprise.api.get<{ total: object }>(`${standards()}/statistics`);
    expect(body.total).toMatchObject({ expected: 2, existing: 1, ratioTenths: 500 });
  });
});

describe('an import', () => {
  it('says that a text named as a workbook is read as text, also under another mapping', async () => {
    const csv = '标准编号,标准名称\nGB/T 1.1-2020,标准化工作导则\n';
    const note = { rowNumber: 0, kind: 'read_as_text', text: 'UTF-8' };
    const { id, notes, summary } = await preview(csv, '台账.xlsx');
    expect({ notes, summary }).toMatchObject({ notes: [note], summary: { toInsert: 1 } });
    const mapped = await enterprise.api.put<ImportDto>(`${imports()}/${id}/mapping`, {
      duplicates: 'skip',
    });
    expect(mapped.body.notes).toEqual([note]);
    expect((await preview(csv, '台账.csv')).notes).toEqual([]);
  });

  it('previews without writing, then writes all rows, once', async () => {
    const { id, summary, columns, headerRow, state } = await preview(await small());
    expect({ state, headerRow, summary }).toMatchObject({
      state: 'previewed',
      headerRow: 2,
      summary: { rows: 2, toInsert: 2, errors: 0 },
    });
    expect(columns.map(({ field }) => field)).toEqual([
      null,
      'systemCode',
      'number',
      'title',
      'inForceOn',
    ]);
    expect((await list()).total).toBe(0);
    for (const time of [1, 2])
      expect({ time, answer: await commit(id) }).toMatchObject({
        answer: { status: 200, body: { state: 'committed' } },
      });
    const { rows } = await list();
    expect(
      rows.map(({ number, inForceOn, systemCode }) => [number, inForceOn, systemCode]),
    ).toEqual([
      ['GB/T 19001—2016', '2017-07-01', 'J03'],
      ['GB/T 1.1-2020', '2020-10-01', 'J03'],
    ]);
  });

  it('is taken back: what it brought goes, what it replaced returns', async () => {
    await add({ number: 'GB/T 19001-2016', title: '旧名称', department: '质量部' });
    const { id, summary } = await preview(await small());
    expect(summary).toMatchObject({ toInsert: 1, toUpdate: 1, duplicates: 1 });
    await commit(id);
    expect((await list()).rows[0]).toMatchObject({
      title: '质量管理体系 要求',
      department: '质量部',
    });
    expect(await undo(id)).toMatchObject({ status: 200, body: { state: 'undone' } });
    expect((await list()).rows).toMatchObject([
      { title: '旧名称', department: '质量部', inForceOn: null },
    ]);
    expect((await commit(id)).status).toBe(409);
  });

  it('names rows changed since instead of taking them back, and keeps them on request', async () => {
    const { id } = await preview(await small());
    await commit(id);
    const [first] = (await list()).rows;
    await enterprise.api.patch(`${standards()}/${first?.id}`, { note: '已改' }, { ifMatch: 1 });
    const refused = await undo(id);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'import_rows_changed',
        current: { rows: [{ rowNumber: 3, reason: 'changed' }] },
      },
    });
    expect((await list()).total).toBe(2);
    expect((await undo(id, { keepChanged: true })).body.state).toBe('undone');
    expect((await list()).rows).toMatchObject([{ note: '已改' }]);
  });

  it('sees evidence that is being linked at the same moment, and loses none', async () => {
    const { id } = await preview(await small());
    await commit(id);
    const [first] = (await list()).rows;
    const { organizationId } = enterprise;
    const evidenceId = randomUUID();
    let undone: ReturnType<typeof undo> | undefined;
    await app.app.get(TenantDatabase).transaction(enterprise.context, async (manager) => {
      await manager.query(
        `INSERT INTO evidence (organization_id, id, title) VALUES ($1, $2, '证书')`,
        [organizationId, evidenceId],
      );
      await manager.query(
        `INSERT INTO evidence_standard_links (organization_id, evidence_id, standard_id)
         VALUES ($1, $2, $3)`,
        [organizationId, evidenceId, first?.id],
      );
      let isAnswered = false;
      undone = undo(id);
      void undone.finally(() => (isAnswered = true));
      const waiting = () =>
        app.database.superuser(
          `SELECT FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock'`,
          [app.database.name],
        );
      while (!isAnswered && (await waiting()).length === 0)
        await new Promise((done) => setTimeout(done, 10));
    });
    expect(await undone).toMatchObject({
      status: 409,
      body: {
        code: 'import_rows_changed',
        current: { rows: [{ standardId: first?.id, reason: 'has_evidence' }] },
      },
    });
    expect((await list()).total).toBe(2);
  });

  it('that was left or taken back does not keep its rows; one that was carried out does', async () => {
    const ids: string[] = [];
    for (let copy = 0; copy < 4; copy += 1) ids.push((await preview(await small())).id);
    const [left = '', fresh = '', carriedOut = '', takenBack = ''] = ids;
    await commit(takenBack);
    await undo(takenBack);
    await commit(carriedOut);
    await app.database.superuser(
      `UPDATE standard_imports SET created_at = now() - interval '8 days' WHERE id <> $1`,
      [fresh],
    );
    const forget = (await app.jobs()).get(ForgetImports);
    for (let time = 0; time < 2; time += 1) await forget.handle({ context: enterprise.context });
    const kept = await app.database.superuser<{ id: string; rows: number; has: boolean }>(
      `SELECT i.id, coalesce(sum(p.row_count), 0)::int AS rows, i.sheets <> '' AS has FROM standard_imports i
       LEFT JOIN standard_import_pieces p ON p.import_id = i.id
       WHERE i.organization_id = $1 GROUP BY i.id, i.sheets <> ''`,
      [enterprise.organizationId],
    );
    const of = (id: string) => kept.find((row) => row.id === id);
    expect(of(left)).toBeUndefined();
    expect(of(fresh)).toMatchObject({ rows: 2, has: true });
    expect(of(carriedOut)).toMatchObject({ rows: 2, has: true });
    expect(of(takenBack)).toMatchObject({ rows: 0, has: false });
    expect((await undo(carriedOut)).status).toBe(200);
  });

  it('follows a new mapping', async () => {
    const { id } = await preview(
      await workbook({
        a: [
          ['编码甲', '编码乙'],
          ['GB/T 1.1-2020', '标准化工作导则'],
          ['GB/T 19001-2016', '质量管理体系'],
        ],
      }),
    );
    const { body } = await enterprise.api.put<ImportDto>(`${imports()}/${id}/mapping`, {
      headerRow: 1,
      columns: [
        { index: 0, field: 'note' },
        { index: 1, field: 'title' },
      ],
    });
    expect(body.columns.map(({ field }) => field)).toEqual(['note', 'title']);
    expect((await rowsOf(id)).rows[0]?.values).toMatchObject({
      note: 'GB/T 1.1-2020',
      title: '标准化工作导则',
    });
    const twice = {
      columns: [
        { index: 0, field: 'title' },
        { index: 1, field: 'title' },
      ],
    };
    expect((await enterprise.api.put(`${imports()}/${id}/mapping`, twice)).status).toBe(422);
  });

  it('reads merged cells, sections, two-row heads, repeated heads, sums and five notations of dates', async () => {
    const bytes = await workbook(
      {
        封面: [['企业标准体系']],
        明细表: [
          ['某公司标准明细表'],
          ['序号', '标准代号', '标 准 名 称', '采用国际标准', '', '日期', '', '归口部门', '备注'],
          ['', '', '', '编号', '程度', '发布', '实施', '', ''],
          ['一、技术标准'],
          [
            '1',
            'GB/T19001－2016',
            '《质量管理体系 要求》',
            'ISO 9001:2015',
            '等同',
            '2016/12/30',
            '2017年7月1日',
            '质量部',
            '',
          ],
          ['2', 'GB/T 17587.3-2017', '滚珠丝杠副', '', '', '20170512', '2017.12.1', '', ''],
          [
            '3',
            'GB/T 1800.1-2020',
            '产品几何技术规范',
            '',
            '',
            new Date(Date.UTC(2020, 3, 28)),
            44136,
            '',
            '2020-11 确认',
          ],
          [],
          ['序号', '标准代号', '标 准 名 称', '编号', '程度', '发布', '实施', '归口部门', '备注'],
          [
            '4',
            'JB/T 2886-2008',
            '机床梯形螺纹丝杠、螺母',
            '',
            '',
            '2008-02',
            '２００８－０７－０１',
            '技术中心',
            '',
          ],
          ['5', 'GB/T 19001-2016', '质量管理体系', '', '', '', '', '', ''],
          ['小计：5'],
        ],
      },
      (book) => {
        const sheet = book.getWorksheet('明细表');
        for (const range of [
          'A1:I1',
          'D2:E2',
          'F2:G2',
          'A2:A3',
          'B2:B3',
          'C2:C3',
          'H2:H3',
          'I2:I3',
          'A4:I4',
          'H5:H7',
        ])
          sheet?.mergeCells(range);
      },
    );
    const { id, sheet, notes, summary, columns } = await preview(bytes);
    expect(sheet).toBe('明细表');
    expect(columns.map(({ field }) => field)).toEqual([
      null,
      'number',
      'title',
      'adoptedNumber',
      'adoptionDegree',
      'issuedOn',
      'inForceOn',
      'department',
      'note',
    ]);
    expect(notes.map(({ kind }) => kind)).toEqual(['section', 'header', 'subtotal']);
    expect(summary).toMatchObject({ rows: 5, duplicates: 1, blank: 1 });
    await commit(id);
    const { rows } = await list();
    expect(
      rows.map((row) => [row.normalizedNumber, row.issuedOn, row.inForceOn, row.department]),
    ).toEqual([
      ['GB/T 19001-2016', '2016-12-30', '2017-07-01', '质量部'],
      ['GB/T 17587.3-2017', '2017-05-12', '2017-12-01', '质量部'],
      ['GB/T 1800.1-2020', '2020-04-28', '2020-11-01', '质量部'],
      ['JB/T 2886-2008', null, '2008-07-01', '技术中心'],
    ]);
    expect(rows[0]).toMatchObject({
      title: '质量管理体系 要求',
      adoptedNumber: 'ISO 9001:2015',
      adoptionDegree: 'IDT',
      systemCode: 'J',
    });
    const { rows: problems } = await rowsOf(id, '&filter=problems');
    expect(problems.flatMap((row) => row.problems.map(({ code }) => code))).toEqual(
      expect.arrayContaining(['date_incomplete', 'repeated_in_file', 'placed_by_category']),
    );
  });

  it('reads GB18030 with semicolons and number and title in one cell', async () => {
    const text =
      '标准号;标准名称;备注\r\nGB/T 19001-2016 质量管理体系 要求;;"甲;乙"\r\n《GB/T 1.1-2020 标准化工作导则》;;\r\n';
    const { id, encoding } = await preview(iconv.encode(text, 'gb18030'), '台账.csv');
    expect(encoding).toBe('gb18030');
    const { rows } = await rowsOf(id);
    expect(rows).toMatchObject([
      {
        values: { number: 'GB/T 19001-2016', title: '质量管理体系 要求', note: '甲;乙' },
        problems: [{ code: 'number_with_title' }],
      },
      { values: { number: 'GB/T 1.1-2020', title: '标准化工作导则' } },
    ]);
  });

  it('of one organization is not there for another', async () => {
    const { id } = await preview(await small());
    const other = await app.organization();
    const path = `${other.path}/standard-imports`;
    for (const answer of [
      await other.api.get(`${path}/${id}`),
      await other.api.get(`${path}/${id}/rows`),
      await other.api.post(`${path}/${id}/commit`, {}),
      await other.api.put(`${path}/${id}/mapping`, {}),
    ])
      expect(answer.status).toBe(404);
    expect((await other.api.get<ImportDto[]>(path)).body).toEqual([]);
    expect((await other.api.get(`${imports()}/${id}`)).status).toBe(404);
  });

  it('takes 10,000 rows, pages through them and is taken back', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [
      index + 1,
      `JB/T ${10_000 + index}-2020`,
      `丝杠副 ${index}`,
      '2020.5.1',
    ]);
    const { id, summary } = await preview(
      await workbook({ a: [['序号', '标准号', '标准名称', '实施日期'], ...rows] }),
    );
    expect(summary).toMatchObject({ rows: 10_000, toInsert: 10_000 });
    expect((await commit(id)).body.state).toBe('committed');
    const page = await list('&sort=number&offset=9900');
    expect(page).toMatchObject({ total: 10_000 });
    expect(page.rows.at(-1)?.number).toBe('JB/T 19999-2020');
    await undo(id);
    expect((await list()).total).toBe(0);
  });
});

describe('a file that is no such table', () => {
  const refused = async (bytes: Buffer | string, name = '台账.xlsx') => {
    const { status, body } = await enterprise.api.post<Problem>(imports(), upload(bytes, name));
    return [status, body.code];
  };
  const zipped = async (parts: Record<string, Buffer | string>) => {
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
    return buffer(zip.outputStream as unknown as AsyncIterable<Buffer>);
  };
  const minimal = (sheet: Buffer | string) =>
    zipped({
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/s.xml"/></Relationships>',
      'xl/worksheets/s.xml': sheet,
    });

  it('is named for what it is', async () => {
    expect(await refused('%PDF-1.7 …')).toEqual([422, 'spreadsheet_wrong_type']);
    expect(
      await refused(
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]),
      ),
    ).toEqual([422, 'spreadsheet_old_xls']);
    expect(
      await refused(
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      ),
    ).toEqual([422, 'spreadsheet_encrypted']);
    expect(await refused(await zipped({ 'word/document.xml': '<a/>' }))).toEqual([
      422,
      'spreadsheet_wrong_type',
    ]);
    expect(await refused('<html><table>')).toEqual([422, 'spreadsheet_wrong_type']);
    expect(await refused('PK\u0003\u0004broken')).toEqual([422, 'spreadsheet_damaged']);
    expect(await refused('')).toEqual([422, 'spreadsheet_empty']);
  });

  it('that is larger than allowed is refused with 413', async () => {
    expect(await refused(Buffer.alloc(2_000_001, 'a'))).toEqual([413, 'spreadsheet_too_large']);
  });

  it('that swells when unpacked is refused', async () => {
    expect(await refused(await minimal(Buffer.alloc(210 * 1024 * 1024, ' ')))).toEqual([
      422,
      'spreadsheet_inflates_too_large',
    ]);
  });

  it('that declares entities is refused', async () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
    expect(await refused(await minimal(bomb))).toEqual([422, 'spreadsheet_unsafe_xml']);
    const entity =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
    expect(await refused(await minimal(entity))).toEqual([422, 'spreadsheet_unsafe_xml']);
  });

  it('is missing: said so', async () => {
    const { status, body } = await enterprise.api.post<Problem>(imports(), new FormData());
    expect([status, body.code]).toEqual([422, 'import_file_missing']);
  });
});

describe('export', () => {
  const shown = ({ rows }: StandardsPageDto) =>
    rows.map(
      ({ id: _id, version: _version, position: _position, updatedAt: _at, ...rest }) => rest,
    );
  const exported = async (format: string): Promise<Buffer> =>
    Buffer.from(
      await (
        await enterprise.api.fetch('GET', `${standards()}/export?format=${format}`)
      ).arrayBuffer(),
    );

  const nasty = fc.oneof(
    fc.constantFrom(
      '=1+1',
      '+A1',
      '-2',
      '@SUM(A1)',
      "'=x",
      "''",
      '_x0041_',
      '小计',
      '一、技术标准',
      '标准号',
      '#N/A',
      '"引"',
      '甲，乙;丙|丁',
      'a\tb',
      '＝1',
      '<b>&amp;',
      '0012',
      '1.10',
      '2021-05',
      '44317',
      '𠮷',
      'sep=;',
      '《x》',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    // Text with a NUL is refused at the edge.
    fc.string({ unit: 'binary', maxLength: 8 }).filter(isWholeText),
  );
  const day = fc.option(fc.constantFrom('1999-12-31', '2021-05-01', '2030-02-28'), { nil: null });
  const record = fc.record({
    systemCode: nasty,
    number: fc.oneof(
      nasty,
      fc.constantFrom('GB/T 19001-2016', 'GB/T 1.1—2020', 'Q/SLJD 001-2024', ''),
    ),
    title: nasty.map((text) => `${text}题`),
    department: nasty,
    note: fc.oneof(nasty, fc.constant('一行\n二行')),
    englishTitle: nasty,
    adoptedNumber: nasty,
    replacesNumber: nasty,
    issuedOn: day,
    inForceOn: day,
    withdrawnOn: day,
    statusClaimed: fc.constantFrom(null, 'current', 'replaced', 'withdrawn', 'upcoming'),
    statusCheckedOn: day,
    kind: fc.constantFrom(
      null,
      'basic',
      'method',
      'product',
      'component',
      'material',
      'safety',
      'other',
    ),
    adoptionDegree: fc.constantFrom(null, 'IDT', 'MOD', 'NEQ'),
    isPlanned: fc.boolean(),
    ccs: fc.constantFrom('', 'J72', 'J72/J79', 'A00'),
    ics: fc.constantFrom('', '01.120', '23.060.01; 25.040', '97'),
    level: fc.constantFrom('other', 'national', 'enterprise', 'foreign'),
  });

  it.each(['xlsx', 'csv'])(
    'then import changes nothing, and fills an empty register alike (.%s)',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 6 }), async (records) => {
          enterprise = await app.organization();
          for (const input of records) await add({ ...input, addsNevertheless: true });
          const before = shown(await list());
          const file = await exported(format);
          const again = await preview(file, `台账.${format}`);
          expect(again.summary).toMatchObject({
            rows: records.length,
            unchanged: records.length,
            toInsert: 0,
            toUpdate: 0,
          });
          enterprise = await app.organization();
          await commit((await preview(file, `台账.${format}`)).id);
          expect(shown(await list())).toEqual(before);
        }),
        { numRuns: 15 },
      );
    },
  );

  it('carries what a check found, when and by which source, into another register', async () => {
    for (const [at, status] of ['current', 'replaced', 'ending', 'unknown'].entries()) {
      const { id } = await add({ number: `GB/T ${at + 1}-2020`, title: `标准${at}` });
      await app.database.superuser(
        `UPDATE standards SET checked_status = $1, checked_status_on = '2026-05-06' WHERE id = $2`,
        [status, id],
      );
    }
    const states = ({ rows }: StandardsPageDto) => rows.map(({ status }) => status);
    const before = states(await list());
    expect(before).toEqual(['current', 'replaced', 'current', 'unknown']);
    const file = await exported('xlsx');
    expect((await preview(file)).summary).toMatchObject({ rows: 4, unchanged: 4 });
    enterprise = await app.organization();
    await commit((await preview(file)).id);
    const { rows } = await list();
    expect(rows.map(({ status }) => status)).toEqual(before);
    expect(rows[0]).toMatchObject({ statusCheckedOn: '2026-05-06', statusSource: '标准目录查新' });
  });

  it('keeps formulas text', async () => {
    await add({ title: '=HYPERLINK("http://x")', note: '@SUM(A1)' });
    const csv = (await exported('csv')).toString();
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv).toContain(`"'@SUM(A1)"`);
  });
});
