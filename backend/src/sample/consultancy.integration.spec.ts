import { stageOf, type EngagementState } from '@liangxing/contracts';
import { join } from 'node:path';
import type { ClientPageDto, ClientsPageDto } from '../features/portfolio/dto/portfolio.dto';
import type { ApiClient } from '../testing/api-client';
import { packsFolder, publishShippedSchemes } from '../testing/published-schemes';
import { TestApp } from '../testing/test-app';
import { loadConsultancy } from './load-consultancy';
import { loadSample } from './load-sample';

const folder = join(packsFolder, '../../../backend/samples');
const path = '/api/organizations/5a3d1e00-0000-4000-8000-000000000010';
let app: TestApp;
let consultant: ApiClient;
let clients: ClientsPageDto['clients'];

const signedIn = async (email: string, password: string): Promise<ApiClient> => {
  const person = app.visitor();
  expect((await person.post('/api/sessions', { email, password })).status).toBe(201);
  return person;
};
const load = async (): Promise<boolean> =>
  loadConsultancy({ app: app.app, worker: await app.jobs(), folder });
const named = (name: string): ClientsPageDto['clients'][number] => {
  const found = clients.find((client) => client.name.includes(name));
  if (found === undefined) throw new Error(`${name} is no client`);
  return found;
};
interface Line {
  readonly id: string;
  readonly clientName: string;
  readonly state: EngagementState;
}
const lines = async (): Promise<Line[]> => (await consultant.get<Line[]>(`${path}/clients`)).body;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  await loadSample({ app: app.app, worker: await app.jobs(), folder });
  expect(await load()).toBe(true);
  consultant = await signedIn('miao@example.cn', 'liangxing-sample-6');
  ({ clients } = (await consultant.get<ClientsPageDto>(`${path}/portfolio/clients`)).body);
}, 300_000);
afterAll(() => app.stop());

describe('the sample of a consultancy', () => {
  it('shows its consultant six clients, each marked as a sample, with their figures', () => {
    expect(clients).toHaveLength(6);
    for (const { name, readAt } of clients) {
      expect(name).toContain('（示例）');
      expect(readAt).not.toBeNull();
    }
  });

  it('has templates for them, and none of them twice', async () => {
    const { body } = await consultant.get<{ id: string; kind: string }[]>(`${path}/templates`);
    const kinds = ['actions', 'drafts', 'numbering', 'structure'];
    expect(body.map(({ kind }) => kind).sort()).toEqual(kinds);
    const { id } = body.find(({ kind }) => kind === 'drafts') ?? { id: '' };
    const drafts = await consultant.get<{ files: { fields: string[] }[] }>(
      `${path}/templates/${id}`,
    );
    expect(drafts.body.files.map(({ fields }) => [...fields].sort())).toEqual([
      ['department', 'drafters', 'enterpriseName', 'number'],
    ]);
  });

  it('has clients in different stages', () => {
    expect(stageOf(named('家具').parts)).toBe('profile');
    expect(stageOf(named('电子').parts)).toBe('system');
    expect(stageOf(named('食品').parts)).toBe('assessment');
    expect(stageOf(named('传动').parts)).toBe('assessment');
    // A system is done where nothing at all is missing in it.
    expect(stageOf(named('主轴').parts)).toBe('system');
    expect(stageOf(named('良矩达').parts)).toBe('system');
    const essential = named('良矩达').parts.assessment?.readiness;
    expect(essential?.essentialMet).toBe(essential?.essential);
  });

  it('opens few areas of one client, most of another one, and of the others all', () => {
    const narrow = named('食品');
    expect(narrow.readable).toEqual(['profile', 'register', 'assessment']);
    expect(narrow.parts.improvements).toBeUndefined();
    expect(named('传动').parts.system).toBeUndefined();
    expect(clients.filter(({ readable }) => readable.length === 8)).toHaveLength(4);
  });

  it('holds an evaluation that is half answered, and overdue actions', () => {
    const { answered = 0, items = 0 } = named('传动').parts.assessment ?? {};
    expect(answered / items).toBeGreaterThan(0.4);
    expect(answered / items).toBeLessThan(0.7);
    expect(named('主轴').parts.improvements).toEqual({ open: 5, overdue: 3 });
  });

  it('tells of three months in which evaluations went on', async () => {
    for (const name of ['传动', '主轴']) {
      const { body } = await consultant.get<ClientPageDto>(
        `${path}/portfolio/clients/${named(name).id}`,
      );
      const shares = body.months.map(({ assessment }) => assessment?.share ?? -1);
      expect(shares).toHaveLength(3);
      expect(shares[0]).toBeLessThan(shares[2] ?? -1);
    }
  });

  it('keeps the line of an engagement that ended, and has an offer that waits', async () => {
    const told = (await lines()).filter(({ state }) => state !== 'live');
    expect(told.map(({ clientName, state }) => [clientName, state])).toEqual(
      expect.arrayContaining([
        ['某某物流有限公司（示例）', 'offered'],
        ['苏州良矩达精密机械有限公司（历史示例：2003 版）', 'revoked'],
      ]),
    );
    expect(told).toHaveLength(2);
  });

  it('is loaded once, and what people moved since stays as they left it', async () => {
    const owner = await signedIn('bai@example.cn', 'liangxing-sample-5');
    const offer = (await lines()).find(({ state }) => state === 'offered');
    const moves = `${path}/clients/${String(offer?.id)}/moves`;
    expect((await owner.post(moves, { move: 'decline' })).status).toBeLessThan(300);
    const before = await lines();
    expect(await load()).toBe(false);
    expect(await lines()).toEqual(before);
  });

  it('stays closed where its owner closed it, and so does the sample enterprise', async () => {
    const main = '5a3d1e00-0000-4000-8000-000000000001';
    const own = path.split('/').at(-1);
    await app.database.superuser('DELETE FROM memberships WHERE organization_id IN ($1, $2)', [
      main,
      own,
    ]);
    const targets = { app: app.app, worker: await app.jobs(), folder };
    expect([await loadSample(targets), await load()]).toEqual([false, false]);
  });
});
