import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type {
  BinPageDto,
  DeletedDto,
  EditedDto,
  RestoredDto,
  UndoneDto,
} from './dto/register-acts.dto';
import type {
  AlikeStandardDto,
  RegisterFacetsDto,
  StandardDto,
  StandardsPageDto,
} from './dto/standard.dto';
import { ForgetRemoved } from './use-cases/forget-removed';

interface Problem {
  readonly code: string;
  readonly current?: { readonly id: string };
}

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
});

const at = (path = '') => `${enterprise.path}/standards${path}`;
const post = <T>(path: string, body: object, headers: Record<string, string> = {}) =>
  enterprise.api.post<T>(at(path), body, { headers });
const add = async (input: object): Promise<StandardDto> => {
  const { status, body } = await post<StandardDto>('', input);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};
const three = async (): Promise<StandardDto[]> => {
  const made: StandardDto[] = [];
  for (const number of ['GB/T 1-2020', 'GB/T 2-2020', 'Q/AA 3-2020'])
    made.push(await add({ number, title: number, department: '质量部' }));
  return made;
};
const list = async (query = ''): Promise<StandardsPageDto> =>
  (await enterprise.api.get<StandardsPageDto>(at(`?limit=500${query}`))).body;
const bin = async (): Promise<BinPageDto> =>
  (await enterprise.api.get<BinPageDto>(at('/bin'))).body;
const actions = async (): Promise<string[]> => {
  const rows = await app.database.superuser<{ action: string }>(
    'SELECT action FROM audit_events WHERE organization_id = $1 ORDER BY id',
    [enterprise.organizationId],
  );
  return rows.map(({ action }) => action).filter((action) => action.startsWith('standards.'));
};

describe('a change of many standards', () => {
  it('sent twice with one key is one change, and is taken back whole', async () => {
    const [first, second, third] = await three();
    const ids = [first?.id, second?.id];
    const change = {
      department: ' 技术部 ',
      statusClaimed: 'current',
      statusCheckedOn: '2026-01-02',
    };
    const key = { 'idempotency-key': randomUUID() };
    const both = await Promise.all([
      post<EditedDto>('/bulk-edit', { ids, change }, key),
      post<EditedDto>('/bulk-edit', { ids, change }, key),
    ]);
    expect(both[0].body).toEqual(both[1].body);
    expect(both[0].body).toMatchObject({ changed: 2 });
    const { rows } = await list();
    expect(rows.map(({ department, version }) => [department, version])).toEqual([
      ['技术部', 2],
      ['技术部', 2],
      ['质量部', 1],
    ]);
    expect(rows[0]).toMatchObject({ status: 'current', statusCheckedOn: '2026-01-02' });
    const undone = await post<UndoneDto>(`/acts/${String(both[0].body.actId)}/undo`, {});
    expect(undone.body).toEqual({ restored: 2, kept: 0 });
    for (const row of (await list()).rows)
      expect(row).toMatchObject({
        department: '质量部',
        statusClaimed: null,
        statusCheckedOn: null,
      });
    expect((await post(`/acts/${String(both[0].body.actId)}/undo`, {})).status).toBe(404);
    expect(third?.version).toBe(1);
    expect((await actions()).slice(3)).toEqual(['standards.changed', 'standards.change_undone']);
  });

  it('reaches all that a filter finds, if they are as many as was told, and nobody else’s', async () => {
    await three();
    const stranger = await app.organization();
    const theirs = await stranger.api.post<StandardDto>(`${stranger.path}/standards`, {
      number: 'GB/T 1-2020',
      title: '别家的',
    });
    const [filter, change] = [{ level: 'national' }, { department: '技术部' }];
    const wrong = await post<Problem>('/bulk-edit', { filter, total: 3, change });
    expect(wrong).toMatchObject({ status: 409, body: { code: 'selection_changed' } });
    const right = await post<EditedDto>('/bulk-edit', { filter, total: 2, change });
    expect(right.body.changed).toBe(2);
    const foreign = await post<EditedDto>('/bulk-edit', { ids: [theirs.body.id], change });
    expect(foreign.body).toEqual({ changed: 0, actId: null });
    const gone = await post<DeletedDto>('/bulk-delete', { ids: [theirs.body.id] });
    expect(gone.body).toEqual({ deleted: 0, actId: null });
    const kept = await stranger.api.get<StandardDto>(
      `${stranger.path}/standards/${theirs.body.id}`,
    );
    expect(kept.body).toMatchObject({ version: 1, department: '' });
    const undo = `${stranger.path}/standards/acts/${String(right.body.actId)}/undo`;
    expect((await stranger.api.post(undo, {})).status).toBe(404);
  });

  it('taken back leaves alone what was changed since, and says how many', async () => {
    const [first] = await three();
    const edited = await post<EditedDto>('/bulk-edit', {
      filter: {},
      total: 3,
      change: { department: '' },
    });
    await enterprise.api.patch(
      at(`/${String(first?.id)}`),
      { department: '采购部' },
      { ifMatch: 2 },
    );
    const undone = await post<UndoneDto>(`/acts/${String(edited.body.actId)}/undo`, {});
    expect(undone.body).toEqual({ restored: 2, kept: 1 });
    expect((await list()).rows.map(({ department }) => department)).toEqual([
      '采购部',
      '质量部',
      '质量部',
    ]);
  });

  it.each([
    ['nothing chosen', { change: { department: 'x' } }],
    ['both ways of choosing', { ids: [], filter: {}, total: 0, change: { department: 'x' } }],
    ['a filter without its number', { filter: {}, change: { department: 'x' } }],
    ['nothing to change', { ids: [], change: {} }],
    ['a field that is a row’s own', { ids: [], change: { title: 'x' } }],
    ['an impossible day', { ids: [], change: { statusCheckedOn: '2026-02-30' } }],
  ])('is refused with %s', async (_, body) => {
    expect(await post<Problem>('/bulk-edit', body)).toMatchObject({
      status: 422,
      body: { code: 'validation_failed' },
    });
  });

  it('is not for who may only read', async () => {
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    const asked = [
      viewer.api.post(at('/bulk-edit'), { ids: [], change: { department: 'x' } }),
      viewer.api.post(at('/bin/restore'), { ids: [] }),
      viewer.api.get(at('/bin')),
    ];
    for (const answer of await Promise.all(asked)) expect(answer.status).toBe(403);
  });
});

describe('the recycle bin', () => {
  const placed = async (id: string): Promise<{ system: string; nodes: string[] }> => {
    const system = await enterprise.api.post<{ id: string }>(`${enterprise.path}/systems`, {
      templateId: 'gb-t-15496-2017',
    });
    const nodes = ['CP1', 'no-such-node', 'BZ1'];
    await app.database.superuser(
      `INSERT INTO system_places (organization_id, system_id, standard_id, rank, node_key, basis)
       SELECT $1::uuid, $2::uuid, $3::uuid, n.rank, n.key, 'hand' FROM (
         SELECT n ->> 'key' AS key, row_number() OVER () + 1 AS rank
         FROM standard_systems s, jsonb_array_elements(s.document -> 'nodes') n WHERE s.id = $2 LIMIT 2
       ) n UNION ALL SELECT $1::uuid, $2::uuid, $3::uuid, 1, $4, 'hand'`,
      [enterprise.organizationId, system.body.id, id, nodes[1]],
    );
    return { system: system.body.id, nodes: await nodesOf(id) };
  };
  const nodesOf = async (id: string): Promise<string[]> => {
    const rows = await app.database.superuser<{ key: string }>(
      'SELECT node_key AS key FROM system_places WHERE standard_id = $1 ORDER BY rank',
      [id],
    );
    return rows.map(({ key }) => key);
  };

  it('brings a standard back as it was, in those of its places that are still there', async () => {
    const { id } = await add({
      number: 'GB/T 1-2020',
      title: '甲',
      note: '两行\n备注',
      issuedOn: '2020-01-02',
    });
    await enterprise.api.patch(at(`/${id}`), { kind: 'basic' }, { ifMatch: 1 });
    await app.database.superuser(
      `UPDATE standards SET checked_status = 'current', checked_status_on = '2026-01-01' WHERE id = $1`,
      [id],
    );
    const { nodes } = await placed(id);
    expect(nodes).toHaveLength(3);
    const before = (await enterprise.api.get<StandardDto>(at(`/${id}`))).body;
    expect((await post<DeletedDto>('/bulk-delete', { ids: [id, randomUUID()] })).body.deleted).toBe(
      1,
    );
    expect((await list()).total).toBe(0);
    expect(await bin()).toMatchObject({
      total: 1,
      days: 30,
      rows: [{ id, number: 'GB/T 1-2020' }],
    });
    const restored = await post<RestoredDto>('/bin/restore', { ids: [id] });
    expect(restored.body).toEqual({ restored: 1 });
    const after = (await enterprise.api.get<StandardDto>(at(`/${id}`))).body;
    expect({ ...after, updatedAt: '' }).toEqual({ ...before, updatedAt: '' });
    expect(await nodesOf(id)).toEqual(nodes.slice(1));
    expect((await bin()).total).toBe(0);
    expect((await post<RestoredDto>('/bin/restore', { ids: [id] })).body).toEqual({ restored: 0 });
    expect((await actions()).slice(2)).toEqual(['standards.removed', 'standards.restored']);
  });

  it('holds what was removed one by one, by filter, and is emptied for good', async () => {
    const [first] = await three();
    await enterprise.api.delete(at(`/${String(first?.id)}`), undefined, { ifMatch: 1 });
    const rest = await post<DeletedDto>('/bulk-delete', { filter: { q: '2020' }, total: 2 });
    expect(rest.body.deleted).toBe(2);
    expect((await bin()).total).toBe(3);
    const undone = await post<UndoneDto>(`/acts/${String(rest.body.actId)}/undo`, {});
    expect(undone.body).toEqual({ restored: 2, kept: 0 });
    expect((await enterprise.api.delete<DeletedDto>(at('/bin'))).body).toEqual({ deleted: 1 });
    expect([(await bin()).total, (await list()).total]).toEqual([0, 2]);
  });

  it('forgets after thirty days, however often it is asked to, and nothing younger', async () => {
    const [first, second] = await three();
    await post('/bulk-delete', { ids: [first?.id] });
    await app.database.superuser(
      `UPDATE register_acts SET done_at = now() - interval '31 days' WHERE organization_id = $1`,
      [enterprise.organizationId],
    );
    await post('/bulk-delete', { ids: [second?.id] });
    const forget = (await app.jobs()).get(ForgetRemoved);
    expect(await forget.organizationsWithWork()).toEqual([enterprise.organizationId]);
    for (let time = 0; time < 2; time += 1) await forget.handle({ context: enterprise.context });
    expect(await forget.organizationsWithWork()).toEqual([]);
    expect((await bin()).rows.map(({ id }) => id)).toEqual([second?.id]);
    expect((await actions()).filter((action) => action === 'standards.bin_emptied')).toHaveLength(
      1,
    );
  });
});

describe('a standard that is there already', () => {
  it('is refused with the row that is there, unless it is wanted nevertheless', async () => {
    const { id } = await add({ number: 'GB/T 19001-2016', title: '质量管理体系 要求' });
    const again = { number: 'gb／t 19001—2016', title: '另一处', systemCode: 'J3' };
    expect(await post<Problem>('', again)).toMatchObject({
      status: 409,
      body: { code: 'standard_exists', current: { id } },
    });
    expect((await list()).total).toBe(1);
    await add({ ...again, addsNevertheless: true });
    expect((await list()).total).toBe(2);
  });

  it('is asked for too where another row gets its number, and not where only the spelling changes', async () => {
    const { id } = await add({ number: 'GB/T 19001-2016', title: '质量管理体系 要求' });
    const other = await add({ number: 'GB/T 19001-2008', title: '质量管理体系 要求' });
    const patch = async (change: object) => {
      const { body } = await enterprise.api.get<StandardDto>(at(`/${other.id}`));
      return enterprise.api.patch<Problem>(at(`/${other.id}`), change, { ifMatch: body.version });
    };
    const number = 'gb／t 19001—2016';
    expect(await patch({ number })).toMatchObject({
      status: 409,
      body: { code: 'standard_exists', current: { id } },
    });
    expect((await patch({ number: 'GB/T19001—2008' })).status).toBe(200);
    expect((await patch({ number, addsNevertheless: true })).status).toBe(200);
    expect((await patch({ number: 'GB/T 19001-2016', note: '另一处' })).status).toBe(200);
  });

  it('is not registered twice by requests of the same moment', async () => {
    const input = { number: 'GB/T 19001-2016', title: '质量管理体系 要求' };
    const inTheWay = new Client({ connectionString: app.database.urlOf('superuser') });
    await inTheWay.connect();
    // Whoever adds a standard waits here, before the writing.
    await inTheWay.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [
      `quota standards ${enterprise.organizationId}`,
    ]);
    const asked = [post('', input), post('', input)];
    const waiting = `SELECT FROM pg_locks JOIN pg_database d ON d.oid = database
      WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`;
    while ((await inTheWay.query(waiting)).rowCount !== 2);
    await inTheWay.end();
    expect((await Promise.all(asked)).map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await list()).total).toBe(1);
  });

  it('is told while it is typed, also in another edition, and not for itself', async () => {
    const old = await add({ number: 'GB/T 19001-2008', title: '质量管理体系 要求' });
    const same = await add({ number: 'GB/T 19001-2016', title: '质量管理体系 要求' });
    await add({ number: 'GB/T 190012-2016', title: '不相干' });
    const alike = async (query: string): Promise<[string, string][]> => {
      const { body } = await enterprise.api.get<AlikeStandardDto[]>(at(`/alike?${query}`));
      return body.map(({ id, likeness }) => [id, likeness]);
    };
    const number = `number=${encodeURIComponent('GB/T 19001—2016')}`;
    expect(await alike(number)).toEqual([
      [same.id, 'same'],
      [old.id, 'other_edition'],
    ]);
    expect(await alike(`${number}&except=${same.id}`)).toEqual([[old.id, 'other_edition']]);
    expect(await alike('number=')).toEqual([]);
  });
});

describe('what the register can be narrowed to', () => {
  it('names departments and counts claims that nobody checked, but not of own standards', async () => {
    await three();
    await add({ number: 'GB/T 4-2020', title: 'a', statusClaimed: 'current' });
    const own = await add({ number: 'Q/AA 5-2020', title: 'b', statusClaimed: 'current' });
    expect(own).toMatchObject({ status: 'current', problems: [] });
    const { body } = await enterprise.api.get<RegisterFacetsDto>(at('/facets'));
    expect(body).toEqual({ departments: [{ name: '质量部', count: 3 }], unchecked: 1 });
    expect((await list(`&department=${encodeURIComponent('质量部')}`)).total).toBe(3);
    expect((await list('&missing=department')).total).toBe(2);
    expect((await list('&problem=any')).total).toBe(0);
  });
});
