import { ThreadPool } from '../../kernel';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { CoverageDto, SystemProgressDto } from './dto/coverage.dto';
import type { SystemDto } from './dto/system.dto';

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
});

const progress = async () =>
  (await enterprise.api.get<SystemProgressDto>(`${enterprise.path}/system-progress`)).body;
const overview = () => enterprise.api.get(`${enterprise.path}/overview`);
const start = async (templateId = 'gb-t-15496-2017') =>
  (await enterprise.api.post<SystemDto>(`${enterprise.path}/systems`, { templateId })).body;
const coverageOf = async ({ id }: SystemDto, query = '') => {
  const path = `${enterprise.path}/systems/${id}/coverage${query}`;
  return (await enterprise.api.get<CoverageDto>(path)).body;
};
const register = async (fields: object) =>
  (await enterprise.api.post<{ id: string }>(`${enterprise.path}/standards`, fields)).body.id;

describe('the coverage of a system', () => {
  it('counts what is there and what is missing, and adds up from the nodes to the whole', async () => {
    const id = await register({ title: '采购控制程序', systemCode: 'CP3.2', level: 'enterprise' });
    const system = await start();
    const found = await coverageOf(system);
    expect(found).toMatchObject({ version: 1, industry: 'manufacturing' });
    const { total } = found;
    expect(total.expected).toBe(total.present + total.planned + total.outdated + total.missing);
    expect(total.expected).toBe(found.expectations.length);
    const bodies = found.nodes.filter(({ key }) => ['CP', 'BZ', 'GW'].includes(key));
    expect(bodies.reduce((sum, { expected }) => sum + expected, 0)).toBe(total.expected);
    expect(found.expectations.some(({ standardId }) => standardId === id)).toBe(true);
    const power = await coverageOf(system, '?industry=power');
    expect(power).toMatchObject({ industry: 'power' });
    expect(power.expectations).not.toEqual(found.expectations);
  });

  it('follows decisions and trims, each with its reason', async () => {
    const system = await start();
    const before = await coverageOf(system);
    const missing = before.expectations.filter(({ state }) => state === 'missing');
    const [first] = missing;
    const recall = before.nodes.find(({ key }) => key === 'CP5.4');
    const changed = await enterprise.api.post(
      `${enterprise.path}/systems/${system.id}/changes`,
      {
        operations: [
          {
            op: 'decide',
            expectation: first?.id,
            decision: { kind: 'not_needed', reason: '并入质量手册' },
          },
          { op: 'trim', key: 'CP5.4', reason: '产品不适用召回规定' },
        ],
      },
      { ifMatch: 1 },
    );
    expect(changed.status).toBe(200);
    const after = await coverageOf(system);
    expect(after.expectations.find(({ id }) => id === first?.id)).toMatchObject({
      state: 'not_needed',
      decision: { kind: 'not_needed', reason: '并入质量手册' },
    });
    expect(after.total.expected).toBe(before.total.expected - 1 - (recall?.expected ?? 0));
    expect(after.nodes.some(({ key }) => key === 'CP5.4')).toBe(false);
  });

  it('does not let a node go that every system has', async () => {
    const system = await start();
    const refused = await enterprise.api.post(
      `${enterprise.path}/systems/${system.id}/changes`,
      { operations: [{ op: 'trim', key: 'GW', reason: '没有岗位' }] },
      { ifMatch: 1 },
    );
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'operations.0', code: 'not_trimmable' }] },
    });
  });

  it('does not take a decision for what is expected nowhere', async () => {
    const system = await start();
    const decision = { kind: 'not_needed', reason: '无' };
    const refused = await enterprise.api.post(
      `${enterprise.path}/systems/${system.id}/changes`,
      { operations: [{ op: 'decide', expectation: 'nothing', decision }] },
      { ifMatch: 1 },
    );
    expect(refused.body).toMatchObject({ errors: [{ code: 'unknown_expectation' }] });
  });

  it('is hidden from others', async () => {
    const system = await start();
    const other = await app.organization('另一家');
    const path = `${other.path}/systems/${system.id}/coverage`;
    expect((await other.api.get(path)).status).toBe(404);
  });
});

describe('the progress of an enterprise', () => {
  it('begins with creating a system, and goes on with places and with documents that points wait for', async () => {
    await register({ title: '包装储运图示标志', number: 'GB/T 191-2008' });
    expect(await progress()).toMatchObject({
      systemId: null,
      completeness: null,
      total: null,
      open: 1,
      steps: [{ kind: 'create_system' }],
    });
    const system = await start('gb-t-15496-2003');
    const found = await progress();
    expect(found).toMatchObject({ systemId: system.id, scheme: 'gsp-2004' });
    const kinds = found.steps.map(({ kind }) => kind);
    expect(kinds).toContain('place_standards');
    const written = found.steps.filter(({ kind }) => kind === 'write_standard');
    expect(written[0]?.points).toBeGreaterThan(0);
    expect(found.open).toBeGreaterThanOrEqual(found.steps.length);
  });

  it('names what is registered after everything was placed, until it has a place', async () => {
    const system = await start();
    const open = async () =>
      (await progress()).steps.find(({ kind }) => kind === 'place_standards')?.standards ?? [];
    const before = await open();
    const late = await register({ number: 'Q/A 777-2026', title: '后来登记的标准' });
    expect(await open()).toEqual([...before, late]);
    expect((await progress()).steps[0]).toMatchObject({
      kind: 'place_standards',
      reason: expect.stringContaining(`有 ${before.length + 1} 项标准尚未归入体系`),
    });
    await enterprise.api.post(
      `${enterprise.path}/systems/${system.id}/changes`,
      { operations: [{ op: 'place', places: { [late]: ['CP3.2'] } }] },
      { ifMatch: system.version },
    );
    expect(await open()).toEqual(before);
  });

  it('asks no more about nodes that a person keeps, until that is taken back', async () => {
    const system = await start();
    const asked = async () =>
      (await progress()).steps.find(({ kind }) => kind === 'decide_trims')?.nodes ?? [];
    const before = await asked();
    expect(before).toContain('CP2');
    const path = `${enterprise.path}/systems/${system.id}`;
    const kept = await enterprise.api.post<SystemDto>(
      `${path}/changes`,
      { operations: [{ op: 'keep', keys: ['CP2'], isKept: true }] },
      { ifMatch: system.version },
    );
    expect(kept.status).toBe(200);
    expect(await asked()).toEqual(before.filter((key) => key !== 'CP2'));
    const changes = await enterprise.api.get<object[]>(`${path}/changes`);
    expect(changes.body).toMatchObject([{ operations: [{ op: 'keep', keys: ['CP2'] }] }]);
    await enterprise.api.post(`${path}/undo`, undefined, { ifMatch: kept.body.version });
    expect(await asked()).toEqual(before);
  });
});

describe('the coverage of a large register', () => {
  /** So many that threads do the work. */
  const LARGE = 520;
  const fill = (titles: readonly string[]) =>
    app.database.superuser(
      `INSERT INTO standards (organization_id, id, position, number, title, identity_key,
         number_kind, level)
       SELECT $1, gen_random_uuid(), r.at, 'Q/SLJD G' || lpad(r.at::text, 4, '0') || '-2024', r.title,
         '', 'standard', 'enterprise'
       FROM unnest($2::text[]) WITH ORDINALITY AS r(title, at)`,
      [enterprise.organizationId, titles],
    );

  it('is the same that a small one with the same documents has', async () => {
    const small = enterprise;
    const titles = ['采购控制程序', '合同评审管理', '文件控制程序'];
    await fill(titles);
    const expected = await coverageOf(await start());
    enterprise = await app.organization();
    await fill([...titles, ...Array.from({ length: LARGE }, () => '无关文件')]);
    const system = await start();
    const found = await coverageOf(system);
    expect(found.total).toEqual(expected.total);
    expect(found.nodes).toEqual(expected.nodes);
    const { steps } = await progress();
    const unplaced = steps.find(({ kind }) => kind === 'place_standards');
    expect(unplaced?.standards).toHaveLength(LARGE + titles.length);
    expect(small.organizationId).not.toBe(enterprise.organizationId);
  });

  it('is worked out once, and again as soon as register, places, system or profile change', async () => {
    await fill(Array.from({ length: LARGE }, (_, at) => `作业文件 ${at}`));
    const system = await start();
    const pool = app.app.get(ThreadPool);
    const run = jest.spyOn(pool, 'run');
    const counted = async (work: () => Promise<unknown>): Promise<number> => {
      run.mockClear();
      await work();
      return run.mock.calls.length;
    };
    const calls = (): Promise<number> => counted(() => coverageOf(system));
    expect([await calls(), await calls()]).toEqual([1, 0]);
    const id = await register({ title: '采购控制程序' });
    expect([await calls(), await calls()]).toEqual([1, 0]);
    const place = { operations: [{ op: 'place', places: { [id]: ['CP3.2'] } }] };
    const path = `${enterprise.path}/systems/${system.id}`;
    const step = async (asked: string, ifMatch: number, body?: object): Promise<void> => {
      expect((await enterprise.api.post(`${path}/${asked}`, body, { ifMatch })).status).toBe(200);
    };
    // The step itself works it out, for whatever is asked afterwards.
    expect(await counted(() => step('changes', 1, place))).toBe(1);
    expect([await calls(), await counted(progress), await counted(overview)]).toEqual([0, 0, 0]);
    expect(await counted(() => step('undo', 2))).toBe(1);
    expect([await calls(), await counted(progress), await counted(overview)]).toEqual([0, 0, 0]);
    expect(await counted(() => step('redo', 3))).toBe(1);
    expect(await calls()).toBe(0);
    await app.database.superuser(
      `UPDATE enterprise_profiles SET profile = '{"industryKind":"services"}'
       WHERE organization_id = $1`,
      [enterprise.organizationId],
    );
    expect((await coverageOf(system)).industry).toBe('service');
    expect(await calls()).toBe(0);
    await app.database.superuser('DELETE FROM standards WHERE id = $1', [id]);
    expect(await calls()).toBe(1);
    // What another enterprise does changes nothing here.
    const other = await app.organization();
    await other.api.post(`${other.path}/standards`, { title: '他人的文件' });
    expect(await calls()).toBe(0);
    run.mockRestore();
  });
});
