import { randomUUID } from 'node:crypto';
import { TestApp, type TestOrganization } from '../../../testing/test-app';
import type { VerifiedStandardsDto } from '../dto/verification.dto';
import type { AddedWatchedDto, MarkedReadDto, WatchedDto } from './watched.dto';

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start({ QUOTAS: 'watched_standards=4' });
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
});

const path = (more = '') => `${enterprise.path}/currency/watched${more}`;
const add = async (numbers: string, headers?: Record<string, string>) =>
  enterprise.api.post<AddedWatchedDto & { code?: string }>(
    path(),
    { numbers },
    headers ? { headers } : {},
  );
const list = async (): Promise<WatchedDto[]> =>
  (await enterprise.api.get<WatchedDto[]>(path())).body;
const finding = { result: 'current', checkedOn: '2026-01-05', source: '全国标准信息公共服务平台' };
const verify = (id: string, more: object = {}) =>
  enterprise.api.post<VerifiedStandardsDto>(path(`/${id}/verifications`), { ...finding, ...more });

describe('standards that an enterprise follows', () => {
  it('are pasted as people have them, each once, known to nobody or not', async () => {
    const { body } = await add('GB/T 191-2008 包装储运图示标志\nAQ 1109-2014、AQ 1110-2014\n备注');
    expect(body.ids).toHaveLength(3);
    expect(body.unread).toEqual(['备注']);
    expect((await add('GB/T 191-2008')).body).toMatchObject({
      ids: [],
      already: ['GB/T 191-2008'],
    });
    expect((await list()).map(({ number, title }) => [number, title])).toEqual([
      ['AQ 1109-2014', ''],
      ['AQ 1110-2014', ''],
      ['GB/T 191-2008', '包装储运图示标志'],
    ]);
    expect((await list())[0]).toMatchObject({ now: { status: 'unknown' }, changes: [] });
  });

  it('are added once by one key, and not beyond the quota', async () => {
    const key = { 'idempotency-key': randomUUID() };
    await add('AQ 1109-2014', key);
    expect((await add('AQ 1109-2014', key)).body).toMatchObject({ already: [] });
    const many = await add('GB/T 1-2001\nGB/T 2-2001\nGB/T 3-2001\nGB/T 4-2001');
    expect([many.status, many.body.code]).toEqual([409, 'quota_watched_standards']);
    expect(await list()).toHaveLength(1);
  });

  it('are marked where they changed, until what was shown is marked as read', async () => {
    await add('AQ 1109-2014');
    const [before] = await list();
    const id = before?.id ?? '';
    const replaced = { result: 'replaced', replacedBy: 'AQ 1109-2027' };
    expect((await verify(id, replaced)).body).toMatchObject({ verified: 1, left: 0 });
    const [changed] = await list();
    expect(changed).toMatchObject({
      now: { status: 'replaced', replacedBy: ['AQ 1109-2027'] },
      changes: ['status', 'replacedBy'],
      verified: { ...finding, ...replaced },
    });
    const read = (stamp = '') =>
      enterprise.api.post<MarkedReadDto>(path('/read'), { shown: [{ id, stamp }] });
    expect((await read(before?.stamp)).body).toEqual({ marked: 0 });
    expect((await read(changed?.stamp)).body).toEqual({ marked: 1 });
    expect((await list())[0]).toMatchObject({ changes: [] });
    const undo = `${enterprise.path}/currency/verifications/undo`;
    const ids = [changed?.verified?.id];
    expect((await enterprise.api.post(undo, { ids })).body).toEqual({ undone: 1, left: 0 });
    expect((await list())[0]).toMatchObject({ now: { status: 'unknown' }, verified: null });
  });

  it('say what the register says where it lists them, and are noted there', async () => {
    const body = { number: 'AQ 1109-2014', title: '煤矿安全' };
    const { body: row } = await enterprise.api.post<{ id: string }>(
      `${enterprise.path}/standards`,
      body,
    );
    await add('AQ 1109-2014');
    const [one] = await list();
    expect(one).toMatchObject({ standardId: row.id, title: '煤矿安全' });
    await verify(one?.id ?? '');
    const stored = await enterprise.api.get(`${enterprise.path}/standards/${row.id}`);
    expect(stored.body).toMatchObject({ status: 'current' });
    expect((await list())[0]).toMatchObject({ now: { status: 'current' }, basis: 'register' });
  });

  it('go and come back, and are nothing to another enterprise', async () => {
    await add('AQ 1109-2014');
    const id = (await list())[0]?.id ?? '';
    const other = await app.organization();
    const strange = `${other.path}/currency/watched/${id}`;
    expect((await other.api.delete(strange)).status).toBe(404);
    expect((await other.api.post(`${strange}/restore`)).status).toBe(404);
    expect((await other.api.post(`${strange}/verifications`, finding)).status).toBe(404);
    expect((await enterprise.api.delete(path(`/${id}`))).status).toBe(204);
    expect(await list()).toEqual([]);
    expect((await enterprise.api.delete(path(`/${id}`))).status).toBe(404);
    expect((await enterprise.api.post(path(`/${id}/restore`))).status).toBe(204);
    expect(await list()).toHaveLength(1);
    const actions = await app.database.superuser<{ action: string }>(
      `SELECT action FROM audit_events WHERE organization_id = $1 AND action LIKE 'watched.%'
       ORDER BY action`,
      [enterprise.organizationId],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'watched.added',
      'watched.removed',
      'watched.restored',
    ]);
  });
});
