import { AREAS, type SavedView, USUAL_VIEW } from '@liangxing/contracts';
import Excel from 'exceljs';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp } from '../../testing/test-app';
import type { ClientPageDto, ClientsPageDto, DatesDto } from './dto/portfolio.dto';
import type { ViewsDto } from './dto/portfolio-view.dto';
import { TestConsultancy } from './testing/test-consultancy';

let app: TestApp;
let of: TestConsultancy;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  of = await TestConsultancy.begin(app);
});

describe('the list of clients', () => {
  it('comes in pages by id, each client once', async () => {
    for (let at = 0; at < 5; at += 1)
      await of.grant(['profile'], { data: (await app.organization(`企业${at}`)).organizationId });
    const ids: string[] = [];
    let next: string | null = null;
    do {
      const behind: string = next === null ? '' : `&behind=${next}`;
      const page = await of.consultant.api.get<ClientsPageDto>(
        `${of.path}/clients?limit=2${behind}`,
      );
      ids.push(...page.body.clients.map(({ id }) => id));
      next = page.body.next;
    } while (next !== null);
    expect(ids).toHaveLength(5);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('is exported as it is looked at, and that is on record', async () => {
    await of.grant(['improvements']);
    await of.keep();
    const other = await app.organization('另一企业');
    await of.grant(AREAS, { data: other.organizationId });
    const search = encodeURIComponent('委托');
    const bytes = await (
      await of.consultant.api.fetch('GET', `${of.path}/export?search=${search}&sort=name`)
    ).arrayBuffer();
    const workbook = new Excel.Workbook();
    await workbook.xlsx.load(bytes);
    const [sheet] = workbook.worksheets;
    expect(sheet?.rowCount).toBe(2);
    const texts = [1, 2, 9].map((column) => sheet?.getRow(2).getCell(column).text);
    expect(texts).toEqual(['委托企业', '未授权', '0']);
    const lines = await app.database.superuser(
      `SELECT details FROM audit_events WHERE organization_id = $1 AND action = 'portfolio.exported'`,
      [of.id],
    );
    expect(lines).toEqual([{ details: { rows: 1 } }]);
  });
});

describe('dates of all clients', () => {
  it('are those of the days that are asked for, the earliest first', async () => {
    await of.grant(AREAS);
    for (const day of ['2031-05-31', '2031-05-01', '2031-06-01']) await of.addAction(day, day);
    await of.keep();
    const { body } = await of.consultant.api.get<DatesDto>(
      `${of.path}/dates?from=2031-05-01&to=2031-05-31`,
    );
    expect(body).toMatchObject({
      dates: [
        { dueOn: '2031-05-01', clientId: of.client.organizationId, owner: '质量部' },
        { dueOn: '2031-05-31', clientName: '委托企业' },
      ],
      isCut: false,
    });
  });

  it('go when what was due is done', async () => {
    await of.grant(AREAS);
    const made = await of.client.api.post<{ id: string; version: number }>(
      `${of.client.path}/corrective-actions`,
      { finding: '缺记录', dueOn: '2020-01-01' },
    );
    await of.keep();
    const overdue = async () =>
      (await of.consultant.api.get<DatesDto>(`${of.path}/dates`)).body.dates.length;
    expect(await overdue()).toBe(1);
    const removed = await of.client.api.delete(
      `${of.client.path}/corrective-actions/${made.body.id}`,
      undefined,
      { ifMatch: made.body.version },
    );
    expect(removed.status).toBe(204);
    await of.keep();
    expect(await overdue()).toBe(0);
  });
});

describe('the page of a client', () => {
  it('shows the trend by months, what is overdue and what is next', async () => {
    await of.grant(AREAS);
    await of.evaluate('gsp-2004');
    await of.addAction('2020-01-01', '逾期的');
    await of.keep();
    await app.database.superuser(
      `INSERT INTO organization_figure_months (organization_id, month, read_at, assessment, overdue, expired)
       SELECT organization_id, '2020-01-01', read_at, assessment, 3, 2 FROM organization_figure_months
       WHERE organization_id = $1`,
      [of.client.organizationId],
    );
    const open = () =>
      of.consultant.api.get<ClientPageDto>(`${of.path}/clients/${of.client.organizationId}`);
    const { body } = await open();
    expect(body.months).toMatchObject([
      { month: '2020-01-01', overdue: 3, expired: 2, assessment: { schemeId: 'gsp-2004' } },
      { overdue: 1 },
    ]);
    expect(body.overdue).toMatchObject([{ title: '逾期的' }]);
    await of.grant(['register']);
    expect((await open()).body.months[0]).toMatchObject({
      overdue: null,
      assessment: null,
      expired: 2,
    });
  });
});

describe('saved views', () => {
  const view = (name: string, more: Partial<SavedView> = {}): SavedView => ({
    ...USUAL_VIEW,
    name,
    isDefault: false,
    ...more,
  });
  const save = (views: readonly SavedView[], ifMatch: number, { api } = of.consultant) =>
    api.put<ViewsDto & { errors: { path: string; code: string }[] }>(
      `${of.path}/views`,
      { views },
      { ifMatch },
    );

  it('are of one person, and a later writer does not write over an earlier one', async () => {
    const mine = view('逾期优先', { sort: 'overdue', isDescending: true, isDefault: true });
    expect((await save([mine], 0)).body).toEqual({ views: [mine], version: 1 });
    expect((await save([], 0)).status).toBe(409);
    expect((await of.consultant.api.get(`${of.path}/views`)).body).toEqual({
      views: [mine],
      version: 1,
    });
    const colleague = await app.member(of.id, 'viewer', 'consultancy');
    expect((await colleague.api.get(`${of.path}/views`)).body).toEqual({ views: [], version: 0 });
    expect((await save([view('我的')], 0, colleague)).status).toBe(200);
  });

  it('say which name is taken and which default is the second', async () => {
    const { status, body } = await save(
      [view('甲', { isDefault: true }), view(' 甲 ', { isDefault: true })],
      0,
    );
    expect([status, body.errors.map(({ path: at, code }) => [at, code])]).toEqual([
      422,
      [
        ['views.1.name', 'view_name_taken'],
        ['views.1.isDefault', 'second_default_view'],
      ],
    ]);
  });
});
