import { AREAS, type Area, type SavedView, USUAL_VIEW } from '@liangxing/contracts';
import Excel from 'exceljs';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import type { Overview } from '../overview/overview';
import type {
  ClientPageDto,
  ClientsPageDto,
  DatesDto,
  PortfolioClientDto,
} from './dto/portfolio.dto';
import type { ViewsDto } from './dto/portfolio-view.dto';
import { KeepFigures } from './use-cases/keep-figures';

let app: TestApp;
let consultancyId: string;
let path: string;
let consultant: Member;
let client: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  consultancyId = randomUUID();
  path = `/api/organizations/${consultancyId}/portfolio`;
  await app.database.superuser(
    `INSERT INTO organizations (id, name, kind) VALUES ($1, '良方咨询', 'consultancy')`,
    [consultancyId],
  );
  consultant = await app.member(consultancyId, 'consultant', 'consultancy');
  client = await app.organization('委托企业');
});

/** @param changes columns of the grant as words of SQL */
async function grant(
  readable: readonly Area[],
  { data = client.organizationId, until = `now() + interval '1 day'` } = {},
): Promise<void> {
  await app.database.superuser(
    'DELETE FROM access_grants WHERE grantee_id = $1 AND organization_id = $2',
    [consultancyId, data],
  );
  await app.database.superuser(
    `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
       starts_at, ends_at, given_by, given_by_name)
     VALUES ($1, gen_random_uuid(), $2, '良方咨询', $3, '{}', now() - interval '2 days', ${until}, $4, '王芳')`,
    [data, consultancyId, readable, client.userId],
  );
}

const figures = async (): Promise<KeepFigures> => (await app.jobs()).get(KeepFigures);
const jobContext = (organizationId = client.organizationId) => ({
  userId: '',
  userName: 'system',
  organizationId,
  correlationId: 'test-correlation',
  language: 'zh-CN' as const,
});
const keep = async (organizationId = client.organizationId): Promise<void> =>
  (await figures()).execute(jobContext(organizationId), new Date());
const hasWork = async (organizationId = client.organizationId): Promise<boolean> =>
  (await (await figures()).organizationsWithWork()).includes(organizationId);

const list = async ({ api } = consultant): Promise<PortfolioClientDto[]> =>
  (await api.get<ClientsPageDto>(`${path}/clients`)).body.clients;
async function shown(): Promise<PortfolioClientDto> {
  const [found] = await list();
  if (found === undefined) throw new Error('no client is shown');
  return found;
}

async function begin(schemeId: string): Promise<string> {
  const body = { title: '2026 年自我评价', schemeId, targetGrade: 'AAA' };
  const made = await client.api.post<{ id: string }>(`${client.path}/assessments`, body);
  expect(made.status).toBe(201);
  return made.body.id;
}

async function addAction(dueOn: string, finding = '缺记录'): Promise<void> {
  const action = { finding, dueOn, owner: '质量部' };
  expect((await client.api.post(`${client.path}/corrective-actions`, action)).status).toBe(201);
}

describe('the figures of a client', () => {
  it.each(['gsp-2004', 'gb-t-19273-2017'])(
    'are those of its own overview, by %s',
    async (schemeId) => {
      await grant(AREAS);
      const id = await begin(schemeId);
      const { body: scheme } = await client.api.get<{ items: Record<string, { points: number }> }>(
        `${client.path}/assessments/${id}/score`,
      );
      const [first = ''] = Object.keys(scheme.items);
      const state = schemeId === 'gsp-2004' ? 'assessed' : 'met';
      const answer = { state, rules: {}, reason: '现场核实' };
      const put = await client.api.put(
        `${client.path}/assessments/${id}/answers/${first}`,
        answer,
        {
          ifMatch: 0,
        },
      );
      expect(put.status).toBe(200);
      await client.api.post(`${client.path}/systems`, { templateId: 'gb-t-15496-2017' });
      await client.api.post(`${client.path}/standards`, { title: '首件检验规程' });
      await addAction('2020-01-01');
      await keep();
      const overview = (await client.api.get<Overview>(`${client.path}/overview`)).body;
      const { parts } = await shown();
      const { assessment } = overview;
      expect(assessment?.progress.answered).toBeGreaterThan(0);
      expect(parts).toMatchObject({
        profile: overview.profile,
        system: {
          completeness: overview.system?.completeness,
          missing: overview.system?.missing,
        },
        register: {
          total: overview.standards.total,
          existing: overview.standards.existing,
          expired: overview.standards.expired,
        },
        assessment: {
          schemeId,
          basic: assessment?.basic,
          bonus: assessment?.bonus,
          total: assessment?.total,
          grade: assessment?.grade,
          targetGrade: 'AAA',
          answered: assessment?.progress.answered,
          items: assessment?.progress.items,
        },
        improvements: { open: 1, overdue: 1 },
        dossier: null,
      });
      if (schemeId === 'gb-t-19273-2017')
        expect(parts.assessment?.readiness).toMatchObject({
          essential: assessment?.readiness?.essential,
          essentialMet: assessment?.readiness?.essentialMet,
          unmet: assessment?.readiness?.unmet,
        });
      else expect(parts.assessment?.readiness).toBeNull();
      expect(parts.assessment?.sections.length).toBeGreaterThan(1);
    },
  );

  it('say of a client without anything that there is nothing yet, and what comes first', async () => {
    await grant(AREAS);
    expect(await shown()).toMatchObject({ readAt: null, parts: {}, next: null, activeAt: null });
    await keep();
    expect(await shown()).toMatchObject({
      parts: { system: null, assessment: null, dossier: null, improvements: { open: 0 } },
      next: null,
    });
  });

  it('show of a grant nothing but what it opens', async () => {
    await begin('gsp-2004');
    await addAction('2020-01-01');
    await addAction('2090-01-01');
    await grant(['register']);
    await keep();
    expect(await shown()).toMatchObject({ parts: { register: { total: 0 } }, next: null });
    expect(Object.keys((await shown()).parts)).toEqual(['register']);
    await grant(['improvements', 'system']);
    expect((await shown()).next).toMatchObject({ on: '2090-01-01', kind: 'action' });
    // What a system holds is told of the register too.
    expect(Object.keys((await shown()).parts)).toEqual(['improvements']);
    await grant(['assessment']);
    expect(Object.keys((await shown()).parts)).toEqual(['assessment']);
    expect((await shown()).next).toBeNull();
  });

  it('show readiness only to whom all is opened on which it rests', async () => {
    await begin('gb-t-19273-2017');
    await keep();
    await grant(['assessment']);
    expect((await shown()).parts).toEqual({});
    await grant(['assessment', 'system', 'register', 'evidence', 'records']);
    expect((await shown()).parts.assessment?.kind).toBe('readiness');
  });

  it('tell of the last activity in what is opened alone', async () => {
    await client.api.post(`${client.path}/standards`, { title: '规程' });
    await keep();
    await grant(['evidence']);
    expect((await shown()).activeAt).toBeNull();
    await grant(['register']);
    expect((await shown()).activeAt).not.toBeNull();
  });

  it('count a thousand actions and keep their dates', async () => {
    await grant(['improvements']);
    await app.database.superuser(
      `INSERT INTO corrective_actions (organization_id, id, number, finding, due_on, owner)
       SELECT $1, gen_random_uuid(), n, '问题 ' || n, current_date - 500 + n, '质量部'
       FROM generate_series(1, 1000) AS n`,
      [client.organizationId],
    );
    await keep();
    const { improvements } = (await shown()).parts;
    expect(improvements?.open).toBe(1000);
    const { body } = await consultant.api.get<DatesDto>(`${path}/dates`);
    expect(body.dates.length).toBe(improvements?.overdue);
    expect(body.dates[0]).toMatchObject({ title: '问题 1', owner: '质量部', kind: 'action' });
  });
});

describe('the job that keeps figures', () => {
  it('has work once a grant lives, after each change, and when a day comes', async () => {
    expect(await hasWork()).toBe(false);
    await grant(AREAS);
    expect(await hasWork()).toBe(true);
    await keep();
    expect(await hasWork()).toBe(false);
    await addAction('2090-01-01');
    expect(await hasWork()).toBe(true);
    await keep();
    expect(await hasWork()).toBe(false);
    await app.database.superuser(
      'UPDATE organization_figures SET moves_on = current_date - 1 WHERE organization_id = $1',
      [client.organizationId],
    );
    expect(await hasWork()).toBe(true);
    await app.database.superuser('UPDATE access_grants SET revoked_at = now()');
    expect(await hasWork()).toBe(false);
  });

  it('looks once more after a while, for what was committed late', async () => {
    await grant(AREAS);
    await addAction('2090-01-01');
    await keep();
    const set = (seen: string, read: string) =>
      app.database.superuser(
        `UPDATE organization_figures SET seen_at = now() - interval '${seen}', read_at = now() - interval '${read}'
         WHERE organization_id = $1`,
        [client.organizationId],
      );
    await set('3 minutes', '2 minutes');
    expect(await hasWork()).toBe(false);
    await set('6 minutes', '5 minutes');
    expect(await hasWork()).toBe(true);
    await set('6 minutes', '30 seconds');
    expect(await hasWork()).toBe(false);
  });

  it('looks again after a check of the register that found something', async () => {
    await grant(AREAS);
    await keep();
    const check = (changes: string) =>
      app.database.superuser(
        `INSERT INTO currency_checks (organization_id, id, day, counts, changes, checked_by_name)
         VALUES ($1, gen_random_uuid(), current_date, '{}', $2, 'system')`,
        [client.organizationId, changes],
      );
    await check('[]');
    expect(await hasWork()).toBe(false);
    await check('[{}]');
    expect(await hasWork()).toBe(true);
  });

  it('may run twice and at once: the newest reading stays', async () => {
    await grant(AREAS);
    await addAction('2020-01-01');
    await Promise.all([keep(), keep(), keep()]);
    const stored = () =>
      app.database.superuser<{ read_at: string; overdue: number; dates: number; months: number }>(
        `SELECT read_at::text, (improvements ->> 'overdue')::int AS overdue,
           (SELECT count(*)::int FROM organization_due_dates d WHERE d.organization_id = f.organization_id) AS dates,
           (SELECT count(*)::int FROM organization_figure_months m WHERE m.organization_id = f.organization_id) AS months
         FROM organization_figures f WHERE organization_id = $1`,
        [client.organizationId],
      );
    expect(await stored()).toMatchObject([{ overdue: 1, dates: 1, months: 1 }]);
    // A reading that began earlier comes late.
    await app.database.superuser(
      `UPDATE organization_figures SET read_at = now() + interval '1 hour', improvements = '{"open": 7, "overdue": 7}'
       WHERE organization_id = $1`,
      [client.organizationId],
    );
    const newer = await stored();
    await addAction('2020-01-02');
    await keep();
    expect(await stored()).toEqual(newer);
  });
});

describe('who sees a client', () => {
  beforeEach(async () => {
    await grant(AREAS);
    await addAction('2020-01-01');
    await keep();
  });

  const clientPath = () => `${path}/clients/${client.organizationId}`;
  /** What the person is told: how many clients and dates, and whether the page of the client opens. */
  async function seen({ api } = consultant): Promise<readonly unknown[]> {
    const clients = await api.get<ClientsPageDto>(`${path}/clients`);
    const dates = await api.get<DatesDto>(`${path}/dates`);
    const page = await api.get(clientPath());
    return [clients.body.clients?.length, dates.body.dates?.length, page.status];
  }

  it('is who works in the consultancy, whatever the role', async () => {
    for (const role of ['owner', 'consultant', 'viewer'] as const) {
      const member = await app.member(consultancyId, role, 'consultancy');
      expect([role, await seen(member)]).toEqual([role, [1, 1, 200]]);
    }
  });

  it('is nobody once the grant is revoked or over, or has not begun', async () => {
    expect(await seen()).toEqual([1, 1, 200]);
    await app.database.superuser('UPDATE access_grants SET revoked_at = now()');
    expect(await seen()).toEqual([0, 0, 404]);
    await grant(AREAS, { until: `now() - interval '1 second'` });
    expect(await seen()).toEqual([0, 0, 404]);
    await grant(AREAS);
    await app.database.superuser(`UPDATE access_grants SET starts_at = now() + interval '1 hour'`);
    expect(await seen()).toEqual([0, 0, 404]);
  });

  it('is nobody of a consultancy that is suspended', async () => {
    await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
      consultancyId,
    ]);
    expect(await seen()).toEqual([0, 0, 404]);
  });

  it('is still its consultancy while the client itself is suspended, which may be read', async () => {
    await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
      client.organizationId,
    ]);
    expect(await seen()).toEqual([1, 1, 200]);
    await app.database.superuser(`UPDATE organizations SET state = 'refused' WHERE id = $1`, [
      client.organizationId,
    ]);
    expect(await seen()).toEqual([0, 0, 404]);
  });

  it('is no stranger, no other consultancy, and nobody of the client by this way', async () => {
    const other = randomUUID();
    await app.database.superuser(
      `INSERT INTO organizations (id, name, kind) VALUES ($1, '别的咨询', 'consultancy')`,
      [other],
    );
    const stranger = await app.member(other, 'owner', 'consultancy');
    expect((await stranger.api.get(`${path}/clients`)).status).toBe(404);
    const own = `/api/organizations/${other}/portfolio`;
    expect((await stranger.api.get(`${own}/clients`)).body).toEqual({ clients: [], next: null });
    expect((await stranger.api.get(`${own}/clients/${client.organizationId}`)).status).toBe(404);
    expect((await client.api.get(`${client.path}/portfolio/clients`)).status).toBe(403);
    const through = `/api/organizations/${client.organizationId}/portfolio/clients`;
    expect((await consultant.api.get(through)).status).toBe(403);
  });

  it('cannot be made up: the functions go by who has entered, and show rows to nobody else', async () => {
    const connection = new pg.Client({ connectionString: app.database.urlOf('app') });
    await connection.connect();
    const found = async (organization: string, person: string): Promise<number> => {
      await connection.query('BEGIN');
      await connection.query(
        `SELECT set_config('app.organization_id', $1, true), set_config('app.user_id', $2, true)`,
        [organization, person],
      );
      const { rows } = await connection.query('SELECT FROM app.portfolio(NULL, NULL, 100)');
      const tables = await connection.query('SELECT FROM organization_due_dates');
      await connection.query('ROLLBACK');
      return rows.length + tables.rows.length;
    };
    try {
      expect(await found(consultancyId, consultant.userId)).toBe(1);
      expect(await found(consultancyId, client.userId)).toBe(0);
      expect(await found(consultancyId, '')).toBe(0);
      expect(await found('', consultant.userId)).toBe(0);
    } finally {
      await connection.end();
    }
  });
});

describe('the list of clients', () => {
  it('comes in pages by id, each client once', async () => {
    for (let at = 0; at < 5; at += 1)
      await grant(['profile'], { data: (await app.organization(`企业${at}`)).organizationId });
    const ids: string[] = [];
    let next: string | null = null;
    do {
      const behind: string = next === null ? '' : `&behind=${next}`;
      const page = await consultant.api.get<ClientsPageDto>(`${path}/clients?limit=2${behind}`);
      ids.push(...page.body.clients.map(({ id }) => id));
      next = page.body.next;
    } while (next !== null);
    expect(ids).toHaveLength(5);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('is exported as it is looked at, and that is on record', async () => {
    await grant(['improvements']);
    await keep();
    const other = await app.organization('另一企业');
    await grant(AREAS, { data: other.organizationId });
    const search = encodeURIComponent('委托');
    const bytes = await (
      await consultant.api.fetch('GET', `${path}/export?search=${search}&sort=name`)
    ).arrayBuffer();
    const workbook = new Excel.Workbook();
    await workbook.xlsx.load(bytes);
    const [sheet] = workbook.worksheets;
    expect(sheet?.rowCount).toBe(2);
    const texts = [1, 2, 9].map((column) => sheet?.getRow(2).getCell(column).text);
    expect(texts).toEqual(['委托企业', '未授权', '0']);
    const lines = await app.database.superuser(
      `SELECT details FROM audit_events WHERE organization_id = $1 AND action = 'portfolio.exported'`,
      [consultancyId],
    );
    expect(lines).toEqual([{ details: { rows: 1 } }]);
  });
});

describe('dates of all clients', () => {
  it('are those of the days that are asked for, the earliest first', async () => {
    await grant(AREAS);
    for (const day of ['2031-05-31', '2031-05-01', '2031-06-01']) await addAction(day, day);
    await keep();
    const { body } = await consultant.api.get<DatesDto>(
      `${path}/dates?from=2031-05-01&to=2031-05-31`,
    );
    expect(body).toMatchObject({
      dates: [
        { dueOn: '2031-05-01', clientId: client.organizationId, owner: '质量部' },
        { dueOn: '2031-05-31', clientName: '委托企业' },
      ],
      isCut: false,
    });
  });

  it('go when what was due is done', async () => {
    await grant(AREAS);
    const made = await client.api.post<{ id: string; version: number }>(
      `${client.path}/corrective-actions`,
      { finding: '缺记录', dueOn: '2020-01-01' },
    );
    await keep();
    const overdue = async () =>
      (await consultant.api.get<DatesDto>(`${path}/dates`)).body.dates.length;
    expect(await overdue()).toBe(1);
    const removed = await client.api.delete(
      `${client.path}/corrective-actions/${made.body.id}`,
      undefined,
      { ifMatch: made.body.version },
    );
    expect(removed.status).toBe(204);
    await keep();
    expect(await overdue()).toBe(0);
  });
});

describe('the page of a client', () => {
  it('shows the trend by months, what is overdue and what is next', async () => {
    await grant(AREAS);
    await begin('gsp-2004');
    await addAction('2020-01-01', '逾期的');
    await keep();
    await app.database.superuser(
      `INSERT INTO organization_figure_months (organization_id, month, read_at, assessment, overdue, expired)
       SELECT organization_id, '2020-01-01', read_at, assessment, 3, 2 FROM organization_figure_months
       WHERE organization_id = $1`,
      [client.organizationId],
    );
    const open = () =>
      consultant.api.get<ClientPageDto>(`${path}/clients/${client.organizationId}`);
    const { body } = await open();
    expect(body.months).toMatchObject([
      { month: '2020-01-01', overdue: 3, expired: 2, assessment: { schemeId: 'gsp-2004' } },
      { overdue: 1 },
    ]);
    expect(body.overdue).toMatchObject([{ title: '逾期的' }]);
    await grant(['register']);
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
  const save = (views: readonly SavedView[], ifMatch: number, { api } = consultant) =>
    api.put<ViewsDto & { errors: { path: string; code: string }[] }>(
      `${path}/views`,
      { views },
      { ifMatch },
    );

  it('are of one person, and a later writer does not write over an earlier one', async () => {
    const mine = view('逾期优先', { sort: 'overdue', isDescending: true, isDefault: true });
    expect((await save([mine], 0)).body).toEqual({ views: [mine], version: 1 });
    expect((await save([], 0)).status).toBe(409);
    expect((await consultant.api.get(`${path}/views`)).body).toEqual({ views: [mine], version: 1 });
    const colleague = await app.member(consultancyId, 'viewer', 'consultancy');
    expect((await colleague.api.get(`${path}/views`)).body).toEqual({ views: [], version: 0 });
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
