import { AREAS } from '@liangxing/contracts';
import { ApiDescription } from '../../attacks/api-description';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp } from '../../testing/test-app';
import { PortfolioClientDto, type ClientsPageDto } from './dto/portfolio.dto';
import { PortfolioRepository } from './portfolio.repository';
import { TestConsultancy } from './testing/test-consultancy';

const NAME = '“苏州” "一厂"\\二厂\n\t\u2028😀';

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

const described = new ApiDescription();
const operation = described.operations.find(({ id }) => id === 'portfolio_clients');

/** The list as it leaves, which the description allows. */
async function listed(query = ''): Promise<ClientsPageDto> {
  const { status, body } = await of.consultant.api.get<ClientsPageDto>(
    `${of.path}/clients${query}`,
  );
  expect(status).toBe(200);
  expect(operation && described.misfit(operation, status, body)).toBeUndefined();
  return body;
}

/** The same clients, read value by value. */
async function built(): Promise<PortfolioClientDto[]> {
  const context = { ...of.consultant.context, organizationId: of.id };
  const found = await app.app.get(PortfolioRepository).clients(context, null, 50);
  return found.map(PortfolioClientDto.of);
}

describe('the list of clients, which the database writes', () => {
  it('says of each what is read of it value by value, whatever its grant opens', async () => {
    await of.grant(AREAS);
    await of.evaluate('gsp-2004');
    await of.client.api.post(`${of.client.path}/systems`, { templateId: 'gb-t-15496-2017' });
    await of.addAction('2031-05-31', NAME);
    await of.keep();
    await app.database.superuser('UPDATE users SET name = $1 WHERE id = $2', [
      NAME,
      of.consultant.userId,
    ]);
    const closed = await app.organization(NAME);
    await of.grant(['profile', 'improvements'], { data: closed.organizationId });
    await app.database.superuser(
      `INSERT INTO organization_figures (organization_id, read_at, seen_event, seen_at, profile, register,
         improvements, active_at)
       VALUES ($1, '2026-12-01 00:00:00.9996+00', 0, '-infinity', '{"done": 1, "total": 2}',
         '{"total": 1, "existing": 1, "expired": 0}', '{"open": 1, "overdue": 0}', '{}')`,
      [closed.organizationId],
    );
    const empty = await app.organization('尚无数据');
    await of.grant(AREAS, { data: empty.organizationId });

    const { clients, next } = await listed();
    expect(clients).toEqual(await built());
    expect(next).toBeNull();
    const shown = (id: string) => clients.find((client) => client.id === id);
    expect(shown(of.client.organizationId)).toMatchObject({
      next: { on: '2031-05-31', kind: 'action', title: NAME },
      consultants: [NAME],
    });
    expect(shown(closed.organizationId)).toMatchObject({
      name: NAME,
      readAt: '2026-12-01T00:00:00.999Z',
      activeAt: null,
      parts: { profile: { done: 1 }, improvements: { open: 1 } },
    });
    expect(shown(empty.organizationId)).toMatchObject({ readAt: null, parts: {}, next: null });
  });

  it('is empty without a client, and names where the next page begins', async () => {
    expect(await listed()).toEqual({ clients: [], next: null });
    await of.grant(AREAS);
    expect((await listed('?limit=1')).next).toBe(of.client.organizationId);
  });
});
