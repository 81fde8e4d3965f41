import { AREAS } from '@liangxing/contracts';
import pg from 'pg';
import { TestApp } from '../../testing/test-app';
import type { ClientPageDto, ClientsPageDto, DatesDto } from './dto/portfolio.dto';
import { TestConsultancy } from './testing/test-consultancy';

let app: TestApp;
let of: TestConsultancy;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  of = await TestConsultancy.begin(app);
});

describe('who sees a client', () => {
  beforeEach(async () => {
    await of.grant(AREAS);
    await of.addAction('2020-01-01');
    await of.keep();
  });

  const clientPath = () => `${of.path}/clients/${of.client.organizationId}`;
  /** What the person is told: how many clients and dates, and whether the page of the client opens. */
  async function seen({ api } = of.consultant): Promise<readonly unknown[]> {
    const clients = await api.get<ClientsPageDto>(`${of.path}/clients`);
    const dates = await api.get<DatesDto>(`${of.path}/dates`);
    const page = await api.get(clientPath());
    return [clients.body.clients?.length, dates.body.dates?.length, page.status];
  }

  it('is who leads the consultancy, and of the others who is assigned, until they are not', async () => {
    expect(await seen(await app.member(of.id, 'owner', 'consultancy'))).toEqual([1, 1, 200]);
    for (const role of ['consultant', 'viewer'] as const) {
      const member = await app.member(of.id, role, 'consultancy');
      expect([role, await seen(member)]).toEqual([role, [0, 0, 404]]);
      await app.assign(of.id, of.client.organizationId, member);
      expect([role, await seen(member)]).toEqual([role, [1, 1, 200]]);
      await app.database.superuser('DELETE FROM client_assignments WHERE user_id = $1', [
        member.userId,
      ]);
      expect([role, await seen(member)]).toEqual([role, [0, 0, 404]]);
    }
  });

  it('is told no more than the name of a client that asks for a second factor and gets none', async () => {
    await app.database.superuser(
      'UPDATE organizations SET requires_second_factor = true WHERE id = $1',
      [of.client.organizationId],
    );
    const [client] = (await of.consultant.api.get<ClientsPageDto>(`${of.path}/clients`)).body
      .clients;
    expect(client).toMatchObject({ name: '委托企业', readable: [], parts: {}, next: null });
    expect(await seen()).toEqual([1, 0, 200]);
    const { body } = await of.consultant.api.get<ClientPageDto>(clientPath());
    expect(body).toMatchObject({ overdue: [], upcoming: [] });
    for (const month of body.months)
      expect(month).toMatchObject({ assessment: null, overdue: null });
    await app.database.superuser(
      'UPDATE sessions SET second_factor_at = now() WHERE user_id = $1',
      [of.consultant.userId],
    );
    expect(await seen()).toEqual([1, 1, 200]);
    expect((await of.shown()).readable).toEqual([...AREAS]);
  });

  it('is nobody once the grant is revoked or over, or has not begun', async () => {
    expect(await seen()).toEqual([1, 1, 200]);
    await app.database.superuser('UPDATE access_grants SET revoked_at = now()');
    expect(await seen()).toEqual([0, 0, 404]);
    await of.grant(AREAS, { until: `now() - interval '1 second'` });
    expect(await seen()).toEqual([0, 0, 404]);
    await of.grant(AREAS);
    await app.database.superuser(`UPDATE access_grants SET starts_at = now() + interval '1 hour'`);
    expect(await seen()).toEqual([0, 0, 404]);
  });

  it('is nobody of a consultancy that is suspended', async () => {
    await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
      of.id,
    ]);
    expect(await seen()).toEqual([0, 0, 404]);
  });

  it('is still its consultancy while the client itself is suspended, which may be read', async () => {
    await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
      of.client.organizationId,
    ]);
    expect(await seen()).toEqual([1, 1, 200]);
    await app.database.superuser(`UPDATE organizations SET state = 'refused' WHERE id = $1`, [
      of.client.organizationId,
    ]);
    expect(await seen()).toEqual([0, 0, 404]);
  });

  it('is no stranger, no other consultancy, and nobody of the client by this way', async () => {
    const other = await TestConsultancy.found(app, '别的咨询');
    const stranger = await app.member(other, 'owner', 'consultancy');
    expect((await stranger.api.get(`${of.path}/clients`)).status).toBe(404);
    const own = `/api/organizations/${other}/portfolio`;
    expect((await stranger.api.get(`${own}/clients`)).body).toEqual({ clients: [], next: null });
    expect((await stranger.api.get(`${own}/clients/${of.client.organizationId}`)).status).toBe(404);
    expect((await of.client.api.get(`${of.client.path}/portfolio/clients`)).status).toBe(403);
    const through = `/api/organizations/${of.client.organizationId}/portfolio/clients`;
    expect((await of.consultant.api.get(through)).status).toBe(403);
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
      expect(await found(of.id, of.consultant.userId)).toBe(1);
      expect(await found(of.id, of.client.userId)).toBe(0);
      expect(await found(of.id, '')).toBe(0);
      expect(await found('', of.consultant.userId)).toBe(0);
    } finally {
      await connection.end();
    }
  });
});
