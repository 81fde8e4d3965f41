/** An import is planned once, kept in pieces, and written from there. */
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { ImportDto, ImportRowDto, ImportRowsDto } from './dto/import.dto';
import type { StandardDto, StandardsPageDto } from './dto/standard.dto';
import { upload } from './testing/workbooks';

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
});

const imports = () => `${enterprise.path}/standard-imports`;
const tableOf = (rows: readonly string[]): string => ['标准编号,标准名称', ...rows].join('\n');
const preview = async (rows: readonly string[]): Promise<ImportDto> => {
  const form = upload(tableOf(rows), '台账.csv');
  const { status, body } = await enterprise.api.post<ImportDto>(imports(), form);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};
const commit = (id: string) => enterprise.api.post<ImportDto>(`${imports()}/${id}/commit`, {});
const add = async (number: string, title: string): Promise<void> => {
  const path = `${enterprise.path}/standards`;
  expect((await enterprise.api.post<StandardDto>(path, { number, title })).status).toBe(201);
};
const register = async (): Promise<string[]> => {
  const path = `${enterprise.path}/standards?limit=100`;
  const { body } = await enterprise.api.get<StandardsPageDto>(path);
  return body.rows.map(({ number, title }) => `${number} ${title}`);
};
const TWO = ['GB/T 1.1-2020,导则', 'GB/T 19001-2016,要求'];

describe('the rows of a preview', () => {
  const pages = async (id: string, filter: string, limit: number) => {
    const rows: ImportRowDto[] = [];
    for (let total = 1; rows.length < total;) {
      const { body } = await enterprise.api.get<ImportRowsDto>(
        `${imports()}/${id}/rows?filter=${filter}&limit=${limit}&offset=${rows.length}`,
      );
      expect(body.rows).toHaveLength(Math.min(limit, body.total - rows.length));
      ({ total } = body);
      rows.push(...body.rows);
    }
    return rows.map(({ rowNumber }) => rowNumber);
  };

  it('come in pages of any size through every filter, in the order of the file', async () => {
    const rows = Array.from({ length: 1_203 }, (_, at) => {
      if (at % 97 === 0) return 'GB/T 1.1-2020,导则';
      return at % 51 === 0 ? `GB/T ${at}-2020,` : `GB/T ${at}-2020,标准 ${at}`;
    });
    const { id, summary } = await preview(rows);
    const all = await pages(id, 'all', 500);
    expect(all).toEqual(rows.map((_, at) => at + 2));
    for (const [filter, count, isMeant] of [
      [
        'problems',
        summary.warnings + summary.errors,
        (at: number) => at > 0 && (at % 97 === 0 || at % 51 === 0),
      ],
      ['duplicates', summary.duplicates, (at: number) => at > 0 && at % 97 === 0],
      ['left_out', summary.rows - summary.toInsert, (at: number) => at > 0 && at % 97 === 0],
    ] as const) {
      const meant = all.filter((row) => isMeant(row - 2));
      expect(meant).toHaveLength(count);
      for (const limit of [7, 500]) expect(await pages(id, filter, limit)).toEqual(meant);
    }
    const { body } = await enterprise.api.get<ImportRowsDto>(`${imports()}/${id}/rows?offset=1300`);
    expect(body).toEqual({ total: 1_203, rows: [] });
  });
});

describe('a commit', () => {
  it('plans anew where the register has changed since the preview', async () => {
    const { id, summary } = await preview(TWO);
    expect(summary).toMatchObject({ toInsert: 2 });
    await add('GB/T 1.1-2020', '旧名称');
    expect(await commit(id)).toMatchObject({
      status: 200,
      body: { state: 'committed', summary: { toInsert: 1, toUpdate: 1 } },
    });
    const { body } = await enterprise.api.get<ImportRowsDto>(`${imports()}/${id}/rows`);
    expect(body.rows.map(({ action }) => action)).toEqual(['update', 'insert']);
    expect(await register()).toEqual(['GB/T 1.1-2020 导则', 'GB/T 19001-2016 要求']);
    expect((await enterprise.api.post(`${imports()}/${id}/undo`, {})).status).toBe(200);
    expect(await register()).toEqual(['GB/T 1.1-2020 旧名称']);
  });

  it('plans anew what another version of the program has planned', async () => {
    const { id } = await preview(TWO);
    await app.database.superuser(
      `UPDATE standard_imports SET stamp = 'other ' || stamp WHERE id = $1`,
      [id],
    );
    await app.database.superuser(
      `UPDATE standard_import_pieces SET written = '', to_write = '' WHERE import_id = $1`,
      [id],
    );
    expect((await commit(id)).status).toBe(200);
    expect(await register()).toHaveLength(2);
  });

  it('of several imports at one moment writes each number once, whoever comes first', async () => {
    const ids: string[] = [];
    for (let copy = 0; copy < 3; copy += 1) ids.push((await preview(TWO)).id);
    const answers = await Promise.all([...ids, ...ids].map(commit));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await register()).toEqual(['GB/T 1.1-2020 导则', 'GB/T 19001-2016 要求']);
    const counts = answers.slice(0, 3).map(({ body }) => body.summary.toInsert);
    expect(counts.sort()).toEqual([0, 0, 2]);
  });

  it('follows a mapping that is chosen while it plans anew', async () => {
    const { id } = await preview([...TWO, 'GB/T 1.1-2020,导则']);
    await add('GB/T 2-2020', '另一个');
    const [committed, mapped] = await Promise.all([
      commit(id),
      enterprise.api.put<ImportDto>(`${imports()}/${id}/mapping`, { duplicates: 'insert' }),
    ]);
    expect(committed.status).toBe(200);
    // The mapping came too late, or it is what was written.
    expect([200, 409]).toContain(mapped.status);
    expect(await register()).toHaveLength(1 + committed.body.summary.toInsert);
    expect(committed.body.summary.toInsert).toBe(committed.body.duplicates === 'insert' ? 3 : 2);
  });

  it('fills codes of classification that only the catalogue knows, and says so before', async () => {
    await app.database.superuser(
      `INSERT INTO catalogue_standards (identity_key, series_key, number, number_key, search_number,
         search_serial, level, is_plan, title, english_title, search_title, title_grams, status_word,
         provenance, ccs, ics)
       SELECT number, number, number, number, number, '', 'national', false, '', '', '', '{}', '', '{}', 'A00', '03.120.10'
       FROM unnest(ARRAY['GB/T 98761-2020', 'GB/T 98762-2020']) AS number`,
    );
    const rows = ['GB/T 98761-2020,导则,', 'GB/T 98762-2020,要求,J72', 'GB/T 98763-2020,方法,'];
    const form = upload(['标准编号,标准名称,CCS', ...rows].join('\n'), '台账.csv');
    const { id, notes } = (await enterprise.api.post<ImportDto>(imports(), form)).body;
    expect(notes).toContainEqual({ rowNumber: 0, kind: 'classified_by_catalogue', text: '2' });
    expect((await commit(id)).status).toBe(200);
    const list = `${enterprise.path}/standards?limit=100&sort=number`;
    const { body } = await enterprise.api.get<StandardsPageDto>(list);
    expect(body.rows.map(({ ccs, ics, version }) => [ccs, ics, version])).toEqual([
      ['A00', '03.120.10', 1],
      ['J72', '03.120.10', 1],
      ['', '', 1],
    ]);
    const again = (await enterprise.api.post<ImportDto>(imports(), form)).body;
    expect([again.summary.unchanged, again.notes]).toEqual([3, []]);
    const undone = await enterprise.api.post<ImportDto>(`${imports()}/${id}/undo`, {});
    expect([undone.status, undone.body.state, await register()]).toEqual([200, 'undone', []]);
  });

  it('leaves nothing in the register where it fails on its way', async () => {
    const { id } = await preview(TWO);
    // A plan whose last column is torn.
    await app.database.superuser(
      `UPDATE standard_import_pieces SET to_write = to_write || 'torn' WHERE import_id = $1`,
      [id],
    );
    expect((await commit(id)).status).toBe(500);
    expect(await register()).toEqual([]);
    const { body } = await enterprise.api.get<ImportDto>(`${imports()}/${id}`);
    expect(body.state).toBe('previewed');
  });
});
