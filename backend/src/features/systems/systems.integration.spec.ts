import { EXPECTATIONS } from '@liangxing/system-structure';
import { randomUUID } from 'node:crypto';
import { TenantDatabase } from '../../kernel';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { FormAdviceDto } from './dto/form-advice.dto';
import type { PlacesDto } from './dto/place.dto';
import { PrimarySystemReader } from './primary-system';
import { primarySystemOf } from './primary-system-source';
import type { SteppedSystemDto, SystemDto, SystemSummaryDto } from './dto/system.dto';

interface Problem {
  readonly code: string;
  readonly errors: { path: string; code: string; message: string }[];
  readonly current: SystemDto;
}
type Answer = SystemDto & Problem;

let app: TestApp;
let enterprise: TestOrganization;
let systems: string;
let system: SystemDto;
let ids: Record<string, string>;

const REGISTER = [
  { systemCode: 'CP3.2', number: 'Q/A 001-2024', title: '采购管理' },
  { systemCode: 'BZ3.5', number: 'Q/A 002-2024', title: '培训管理' },
  { systemCode: '', number: 'GB/T 191-2008', title: '包装储运图示标志' },
];

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

async function register(rows: readonly object[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const row of rows) {
    const { body } = await enterprise.api.post<{ id: string; title: string }>(
      `${enterprise.path}/standards`,
      row,
    );
    found[body.title] = body.id;
  }
  return found;
}

beforeEach(async () => {
  enterprise = await app.organization();
  systems = `${enterprise.path}/systems`;
  ids = await register(REGISTER);
  const started = await enterprise.api.post<SystemDto>(systems, {
    templateId: 'gb-t-15496-2017',
    name: '标准体系',
  });
  expect(started.status).toBe(201);
  system = started.body;
});

const change = (operations: object[], ifMatch = system.version) =>
  enterprise.api.post<Answer>(`${systems}/${system.id}/changes`, { operations }, { ifMatch });
const step = (direction: 'undo' | 'redo', ifMatch: number) =>
  enterprise.api.post<SteppedSystemDto & Problem>(
    `${systems}/${system.id}/${direction}`,
    undefined,
    { ifMatch },
  );
const read = async () => (await enterprise.api.get<SystemDto>(`${systems}/${system.id}`)).body;
const placesOf = async (query = '') =>
  (await enterprise.api.get<PlacesDto>(`${systems}/${system.id}/places${query}`)).body;
const nodesOf = async (title: string) =>
  (await placesOf()).rows.find((row) => row.title === title)?.nodes;
/** What undo and redo must bring back; dates and versions go on. */
const picture = async () => {
  const { nodes, decisions } = await read();
  return { nodes, decisions, rows: (await placesOf()).rows };
};
const name = (zh: string) => ({ 'zh-CN': zh, en: '' });

describe('before a system is started', () => {
  it('the scheme and the codes of the register speak for a form', async () => {
    const enterprise = await app.organization();
    await enterprise.api.post(`${enterprise.path}/standards`, { systemCode: 'J02', title: '图样' });
    await enterprise.api.post(`${enterprise.path}/standards`, { title: '未编号的标准' });
    const { body } = await enterprise.api.get<FormAdviceDto[]>(`${enterprise.path}/systems/forms`);
    expect(body).toEqual([
      { templateId: 'gb-t-15496-2017', isOfScheme: false, standards: 2, placed: 0 },
      { templateId: 'gb-t-15496-2003', isOfScheme: false, standards: 2, placed: 1 },
    ]);
  });
});

describe('starting a system', () => {
  it("takes the template, places standards by the register's codes, and is primary", async () => {
    expect(system).toMatchObject({
      version: 1,
      name: '标准体系',
      isPrimary: true,
      standards: 3,
      placed: 2,
      canUndo: false,
      canRedo: false,
    });
    const node = (key: string) => system.nodes.find((one) => one.key === key);
    expect(node('CP3.2')).toMatchObject({ code: 'CP3.2', own: { existing: 1, expected: 1 } });
    expect(node('CP')).toMatchObject({ parent: null, branch: { existing: 1 } });
    const { rows } = await placesOf('?placed=false');
    expect(rows).toMatchObject([{ title: '包装储运图示标志', nodes: [], basis: null }]);
    expect((await placesOf('?node=BZ')).rows).toMatchObject([{ nodes: ['BZ3.5'], basis: 'code' }]);
  });

  it('refuses a template that does not exist, and a name of blanks', async () => {
    for (const body of [{ templateId: 'x' }, { templateId: 'gb-t-15496-2017', name: ' ' }])
      expect((await enterprise.api.post(systems, body)).status).toBe(422);
  });
});

describe('changing a system', () => {
  it('applies operations in one step, and takes it back and does it again exactly', async () => {
    const before = await picture();
    const expectation = EXPECTATIONS[0]?.id;
    const answer = await change([
      { op: 'add', key: 'own-1', parent: 'CP3', position: 2, name: name('外包') },
      { op: 'renumber', parent: 'CP3' },
      { op: 'trim', key: 'CP5.4', reason: '不适用召回规定' },
      { op: 'decide', expectation, decision: { kind: 'not_needed', reason: '并入' } },
      { op: 'place', places: { [String(ids['包装储运图示标志'])]: ['own-1', 'CP3.7'] } },
    ]);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(answer.body).toMatchObject({ version: 2, placed: 3, canUndo: true });
    const own = answer.body.nodes.find(({ key }) => key === 'own-1');
    expect(own).toMatchObject({ code: 'CP3.3', name: { 'zh-CN': '外包', en: '外包' } });
    expect(await nodesOf('包装储运图示标志')).toEqual(['own-1', 'CP3.7']);
    const after = await picture();

    const undone = await step('undo', 2);
    expect(undone.body).toMatchObject({ version: 3, canUndo: false, canRedo: true, skipped: [] });
    expect(await picture()).toEqual(before);
    const redone = await step('redo', 3);
    expect(redone.body).toMatchObject({ version: 4, canUndo: true, canRedo: false });
    expect(await picture()).toEqual(after);
    expect(await step('redo', 4)).toMatchObject({ status: 409, body: { code: 'nothing_to_redo' } });
  });

  it('lists changes, and forgets what was undone when a new one is made', async () => {
    await change([{ op: 'rename', key: 'CP4', name: name('市场') }]);
    await change([{ op: 'place', places: { [String(ids['采购管理'])]: [] } }], 2);
    await step('undo', 3);
    const list = () => enterprise.api.get<object[]>(`${systems}/${system.id}/changes`);
    expect((await list()).body).toMatchObject([
      { number: 2, isUndone: true, operations: [{ op: 'place', standards: 1 }], byName: '王芳' },
      { number: 1, isUndone: false, operations: [{ op: 'rename', key: 'CP4' }] },
    ]);
    await change([{ op: 'recode', key: 'CP4', code: 'SC' }], 4);
    expect((await list()).body).toMatchObject([
      { number: 2, operations: [{ op: 'recode' }] },
      { number: 1 },
    ]);
    expect(await nodesOf('采购管理')).toEqual(['CP3.2']);
  });

  it('refuses what makes no system, names node and remedy, and changes nothing', async () => {
    const before = await picture();
    const refused = await change([
      { op: 'rename', key: 'CP4', name: name('市场') },
      { op: 'move', key: 'CP', parent: 'CP3.2' },
    ]);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'structure_refused',
      errors: [{ path: 'operations.1', code: 'cyclic_parent' }],
    });
    expect(refused.body.errors[0]?.message).toContain('“CP 产品实现标准体系”');
    const english = await enterprise.api.post<Problem>(
      `${systems}/${system.id}/changes`,
      { operations: [{ op: 'trim', key: 'CP5.4', reason: ' ' }] },
      { ifMatch: 1, headers: { 'accept-language': 'en' } },
    );
    expect(english.body.errors[0]?.message).toContain('Say why the enterprise does without it');
    const unknown = await change([{ op: 'place', places: { [randomUUID()]: ['CP1'] } }]);
    expect(unknown.body.errors[0]?.code).toBe('unknown_standard');
    expect(await picture()).toEqual(before);
    expect((await read()).version).toBe(1);
  });

  it.each<[string, unknown]>([
    ['no operations', []],
    ['an unknown kind', [{ op: 'explode', key: 'CP' }]],
    ['what only the server may do', [{ op: 'insert', nodes: [], position: 0 }]],
    ['a field that the kind has not', [{ op: 'restore', key: 'CP', reason: 'x' }]],
    ['a missing field', [{ op: 'move', key: 'CP' }]],
    ['places that are no lists', [{ op: 'place', places: { a: 'CP' } }]],
    ['no list', { op: 'restore' }],
    ['null', [null]],
    ['a list', [[]]],
    ['a name that is none', [{ op: 'rename', key: 'CP', name: null }]],
    ['half a decision', [{ op: 'decide', expectation: 'x', decision: { kind: 'covered' } }]],
  ])('answers 422 to %s', async (_, operations) => {
    const path = `${systems}/${system.id}/changes`;
    const { status } = await enterprise.api.post(path, { operations }, { ifMatch: 1 });
    expect(status).toBe(422);
  });

  it('needs the version that was read, and shows the system as it stands otherwise', async () => {
    await change([{ op: 'recode', key: 'CP4', code: 'SC' }]);
    const late = await change([{ op: 'recode', key: 'CP4', code: 'YX' }]);
    expect(late).toMatchObject({ status: 409, body: { code: 'version_conflict' } });
    expect(late.body.current).toMatchObject({ version: 2, id: system.id });
    const path = `${systems}/${system.id}/changes`;
    expect((await enterprise.api.post(path, { operations: [] })).status).toBe(428);
  });

  it('lets one of two at once win', async () => {
    const answers = await Promise.all(
      ['SC', 'YX'].map((code) => change([{ op: 'recode', key: 'CP4', code }])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('places', () => {
  it('of 5,000 standards are one step, set and taken back', async () => {
    await app.database.superuser(
      `INSERT INTO standards (organization_id, id, position, number, title, identity_key,
         number_kind, level)
       SELECT $1, gen_random_uuid(), 10 + n, 'Q/A ' || n, '标准' || n, 'k' || n, 'standard',
         'enterprise'
       FROM generate_series(1, 5000) n`,
      [enterprise.organizationId],
    );
    const { rows, total } = await placesOf('?placed=false');
    expect(total).toBe(5001);
    const places = Object.fromEntries(
      rows.slice(0, 5000).map(({ standardId }) => [standardId, ['CP1.2', 'BZ6.1']]),
    );
    const answer = await change([{ op: 'place', places, basis: 'suggested' }]);
    expect(answer.body).toMatchObject({ version: 2, placed: 5002, standards: 5003 });
    const stored = () =>
      app.database.superuser<{ basis: string; count: number }>(
        `SELECT basis, count(*)::int FROM system_places WHERE system_id = $1 GROUP BY 1 ORDER BY 1`,
        [system.id],
      );
    expect(await stored()).toEqual([
      { basis: 'code', count: 2 },
      { basis: 'suggested', count: 10_000 },
    ]);
    expect((await step('undo', 2)).body.placed).toBe(2);
    expect(await stored()).toEqual([{ basis: 'code', count: 2 }]);
  }, 60_000);

  it('go with their standard, and an undo that would bring them back skips it and says so', async () => {
    const gone = String(ids['采购管理']);
    const kept = String(ids['培训管理']);
    await change([{ op: 'place', places: { [gone]: ['CP1'], [kept]: ['CP1'] } }]);
    const { body } = await enterprise.api.get<{ version: number }>(
      `${enterprise.path}/standards/${gone}`,
    );
    const removed = await enterprise.api.delete(`${enterprise.path}/standards/${gone}`, undefined, {
      ifMatch: body.version,
    });
    expect(removed.status).toBe(204);
    expect((await read()).placed).toBe(1);
    const undone = await step('undo', 2);
    expect(undone).toMatchObject({ status: 200, body: { skipped: [gone], placed: 1 } });
    expect(await nodesOf('培训管理')).toEqual(['BZ3.5']);
    expect((await step('redo', 3)).status).toBe(200);
    expect(await nodesOf('培训管理')).toEqual(['CP1']);
  });
});

describe('several systems', () => {
  const old = async () =>
    (await enterprise.api.post<SystemDto>(systems, { templateId: 'gb-t-15496-2003' })).body;

  it('stand side by side; one of them is primary', async () => {
    const second = await old();
    expect(second.isPrimary).toBe(false);
    const made = await enterprise.api.post<SystemDto>(`${systems}/${second.id}/primary`);
    expect(made).toMatchObject({ status: 200, body: { isPrimary: true } });
    const { body } = await enterprise.api.get<SystemSummaryDto[]>(systems);
    expect(body.map(({ id, isPrimary }) => [id, isPrimary])).toEqual([
      [second.id, true],
      [system.id, false],
    ]);
    const path = `${systems}/${second.id}`;
    expect((await enterprise.api.delete(path, undefined, { ifMatch: 1 })).status).toBe(204);
    expect((await read()).isPrimary).toBe(true);
  });

  it('give dossier and lists the tree and the codes of the primary one', async () => {
    const primary = async (organization: TestOrganization) => {
      const source = await app.app
        .get(TenantDatabase)
        .read(organization.context, (manager) =>
          app.app.get(PrimarySystemReader).read(manager, organization.context),
        );
      return source === null ? null : primarySystemOf(source);
    };
    await change([
      { op: 'move', key: 'CP3.2', parent: 'CP3', position: 0 },
      { op: 'renumber', parent: null },
    ]);
    const found = await primary(enterprise);

    expect(found?.tree.nodes.find(({ code }) => code === 'CP3.1')?.name['zh-CN']).toBe('采购');
    expect(found?.places.get(String(ids['采购管理']))).toEqual(['CP3.1']);
    expect(await primary(await app.organization('没有体系'))).toBeNull();
  });

  it('are renamed over the version that was read', async () => {
    const rename = (ifMatch: number) =>
      enterprise.api.patch<Answer>(`${systems}/${system.id}`, { name: '新体系' }, { ifMatch });
    expect((await rename(1)).body).toMatchObject({ name: '新体系', version: 2 });
    expect((await rename(1)).status).toBe(409);
  });

  it('move from 2003 to 2017 with a preview, a choice, and a way back', async () => {
    await register([
      { systemCode: 'G02', number: 'Q/A G0201-2020', title: '合同管理办法' },
      { systemCode: 'G02', number: 'Q/A G0202-2020', title: '综合办法' },
    ]);
    const from = await old();
    await enterprise.api.post(`${systems}/${from.id}/primary`);
    const preview = await enterprise.api.get<{ version: number; rows: object[] }>(
      `${systems}/${from.id}/move-preview?to=gb-t-15496-2017`,
    );
    expect(preview.body.rows).toMatchObject([
      { id: 'G02>BZ11.2', confidence: 0.4, toKey: ['BZ11.2'] },
      { id: 'G02>BZ9.2~', toKey: ['BZ9.2'], reason: '标题含“合同”，归入 BZ9.2 合同管理' },
    ]);
    const choices = { 'G02>BZ11.2': ['BZ1.1'] };
    const moved = await enterprise.api.post<SystemDto>(
      `${systems}/${from.id}/move`,
      { to: 'gb-t-15496-2017', choices },
      { ifMatch: preview.body.version },
    );
    expect(moved.status).toBe(201);
    expect(moved.body).toMatchObject({ isPrimary: true, movedFrom: from.id, placed: 2 });
    const own = moved.body.nodes.filter((node) => node.own.expected > 0).map(({ key }) => key);
    expect(own).toEqual(['BZ1.1', 'BZ9.2']);

    await enterprise.api.delete(`${systems}/${moved.body.id}`, undefined, { ifMatch: 1 });
    const back = await enterprise.api.get<SystemDto>(`${systems}/${from.id}`);
    expect(back.body).toMatchObject({ isPrimary: true, version: 1, placed: 2 });
    const wrong = await enterprise.api.post<Problem>(
      `${systems}/${from.id}/move`,
      { to: 'gb-t-15496-2017', choices: { nothing: [] } },
      { ifMatch: 1 },
    );
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ code: 'unknown_row' }] } });
    const again = await enterprise.api.get(
      `${systems}/${system.id}/move-preview?to=gb-t-15496-2017`,
    );
    expect(again).toMatchObject({ status: 422, body: { errors: [{ code: 'no_such_move' }] } });
  });
});

describe('whose a system is', () => {
  it('is hidden from others, and viewers only read', async () => {
    const other = await app.organization('另一家');
    for (const path of ['', '/places', '/changes', '/move-preview?to=gb-t-15496-2017'])
      expect((await other.api.get(`${other.path}/systems/${system.id}${path}`)).status).toBe(404);
    const foreign = `${other.path}/systems/${system.id}`;
    const operations = [{ op: 'restore', key: 'CP' }];
    const tries = await Promise.all([
      other.api.post(`${foreign}/changes`, { operations }, { ifMatch: 1 }),
      other.api.post(`${foreign}/undo`, undefined, { ifMatch: 1 }),
      other.api.post(`${foreign}/primary`),
      other.api.delete(foreign, undefined, { ifMatch: 1 }),
    ]);
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    expect((await viewer.api.get(`${systems}/${system.id}`)).status).toBe(200);
    const templateId = 'gb-t-15496-2017';
    expect((await viewer.api.post(systems, { templateId })).status).toBe(403);
  });

  it('is told in the audit trail', async () => {
    await change([{ op: 'trim', key: 'CP5.4', reason: '不提供' }]);
    await step('undo', 2);
    const events = await app.database.superuser<{ action: string }>(
      `SELECT action FROM audit_events WHERE subject_id = $1`,
      [system.id],
    );
    expect(events.map(({ action }) => action).sort()).toEqual([
      'system.change_undone',
      'system.changed',
      'system.started',
    ]);
  });
});
