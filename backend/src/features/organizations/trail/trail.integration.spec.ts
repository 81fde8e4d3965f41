import Excel from 'exceljs';
import { TestApp, type TestOrganization } from '../../../testing/test-app';

interface Line {
  readonly id: string;
  readonly action: string;
  readonly personName: string;
  readonly actingName: string;
}
interface Page {
  readonly lines: readonly Line[];
  readonly hasOlder: boolean;
}

describe('the trail of an organization', () => {
  let app: TestApp;
  let enterprise: TestOrganization;

  beforeAll(async () => {
    app = await TestApp.start();
    enterprise = await app.organization();
    for (let n = 1; n <= 3; n += 1)
      await enterprise.api.post(`${enterprise.path}/standards`, {
        number: `Q/A ${n}-2026`,
        title: '规程',
      });
    await enterprise.api.post(`${enterprise.path}/corrective-actions`, { finding: '未见记录' });
  });
  afterAll(() => app.stop());

  const read = async (query = ''): Promise<Page> => {
    const answer = await enterprise.api.get<Page>(`${enterprise.path}/trail${query}`);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  it('is read newest first, page by page, without a line twice', async () => {
    const first = await read('?limit=2');
    expect(first.lines.map(({ action }) => action)).toEqual([
      'corrective_action.added',
      'standards.registered',
    ]);
    expect(first.hasOlder).toBe(true);
    const second = await read(`?limit=50&before=${first.lines.at(-1)?.id}`);
    expect(second.lines.map(({ action }) => action)).toEqual([
      'standards.registered',
      'standards.registered',
    ]);
    expect(second.hasOlder).toBe(false);
  });

  it('is narrowed by part, person and day', async () => {
    expect((await read('?part=improvements')).lines).toHaveLength(1);
    expect((await read(`?person=${enterprise.userId}`)).lines).toHaveLength(4);
    expect((await read(`?person=${enterprise.organizationId}`)).lines).toEqual([]);
    expect((await read('?to=2020-01-01')).lines).toEqual([]);
    expect((await read('?from=2020-01-01')).lines).toHaveLength(4);
  });

  it.each(['?part=everything', '?person=x', '?from=2026-13-01', '?before=-1', '?limit=0'])(
    'says which question is none: %s',
    async (query) => {
      expect((await enterprise.api.get(`${enterprise.path}/trail${query}`)).status).toBe(422);
    },
  );

  it('is taken out as a workbook, which it then says itself', async () => {
    const answer = await enterprise.api.fetch(
      'GET',
      `${enterprise.path}/trail/export?part=register`,
    );
    expect(answer.status).toBe(200);
    const book = new Excel.Workbook();
    const bytes = Buffer.from(await answer.arrayBuffer());
    await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
    const sheet = book.getWorksheet('操作记录');
    expect(sheet?.rowCount).toBe(4);
    expect(sheet?.getCell('E2').value).toBe('登记标准');
    const [last] = (await read('?limit=1')).lines;
    expect(last?.action).toBe('trail.exported');
  });

  it('belongs to the owner alone', async () => {
    const editor = await app.member(enterprise.organizationId, 'editor');
    const stranger = await app.organization();
    expect((await editor.api.get(`${enterprise.path}/trail`)).status).toBe(403);
    expect((await stranger.api.get(`${enterprise.path}/trail`)).status).toBe(404);
  });
});
