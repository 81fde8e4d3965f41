import { changedList } from '@liangxing/contracts';
import fc from 'fast-check';
import { ApiClient } from '../../testing/api-client';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { CoverageDto, SystemProgressDto } from './dto/coverage.dto';
import type { StepMeasureDto } from './dto/measure.dto';
import type { ChangedSystemDto, SystemDto } from './dto/system.dto';

let app: TestApp;
let other: string;

beforeAll(async () => {
  app = await TestApp.start();
  other = await app.another();
  await publishShippedSchemes(app.database);
});
afterAll(() => app.stop());

/** What a page knows of how far its system is. */
interface Known {
  readonly coverage: CoverageDto;
  readonly progress: SystemProgressDto;
}

/** As a page takes up what a step tells; it knows the state from which that is told, or is told all. */
function followed(known: Known, measure: StepMeasureDto | null): Known {
  if (measure === null || measure.progress === null) throw new Error('nothing is told');
  const { since, coverage, progress } = measure;
  if (since !== null) expect([known.coverage.state, known.progress.state]).toEqual([since, since]);
  const { nodes, expectations } = known.coverage;
  return {
    coverage: {
      ...coverage,
      nodes: changedList(nodes, coverage.nodes),
      expectations: changedList(expectations, coverage.expectations),
    },
    progress: { ...progress, steps: changedList(known.progress.steps, progress.steps) },
  };
}

/** One organization with a system; whatever is asked goes to one of two servers. */
class Page {
  private constructor(
    private readonly enterprise: TestOrganization,
    private readonly elsewhere: ApiClient,
    private system: SystemDto,
  ) {}

  static async open(): Promise<Page> {
    const enterprise = await app.organization();
    const elsewhere = new ApiClient(other);
    for (const [name, value] of enterprise.api.cookies) elsewhere.cookies.set(name, value);
    const asked = { templateId: 'gb-t-15496-2017' };
    const { body } = await enterprise.api.post<SystemDto>(`${enterprise.path}/systems`, asked);
    return new Page(enterprise, elsewhere, body);
  }

  async known(api = this.enterprise.api): Promise<Known> {
    const { path } = this.enterprise;
    const coverage = await api.get<CoverageDto>(`${path}/systems/${this.system.id}/coverage`);
    const progress = await api.get<SystemProgressDto>(`${path}/system-progress`);
    return { coverage: coverage.body, progress: progress.body };
  }

  /** As the other server works it out, which has seen none of the steps. */
  fresh(): Promise<Known> {
    return this.known(this.elsewhere);
  }

  async register(title: string): Promise<string> {
    const { path, api } = this.enterprise;
    return (await api.post<{ id: string }>(`${path}/standards`, { title })).body.id;
  }

  async forget(standard: string): Promise<void> {
    await app.database.superuser('DELETE FROM standards WHERE id = $1', [standard]);
  }

  /** @returns what the step tells; undefined: it was refused */
  async step(way: 'changes' | 'undo' | 'redo', operations?: readonly object[]) {
    const path = `${this.enterprise.path}/systems/${this.system.id}/${way}`;
    const body = operations === undefined ? undefined : { operations };
    const { version } = this.system;
    const { api } = this.enterprise;
    const answer = await api.post<ChangedSystemDto>(path, body, { ifMatch: version });
    if (answer.status !== 200) {
      expect([409, 422]).toContain(answer.status);
      return undefined;
    }
    this.system = answer.body;
    return answer.body.measure;
  }

  /** A step upon the `at`-th of what there is. */
  async act({ kind, at, where }: Act, standards: readonly string[]) {
    const nodes = this.system.nodes.map(({ key }) => key);
    const key = nodes[where % nodes.length] ?? '';
    const standard = standards[at % standards.length] ?? '';
    const name = { 'zh-CN': `名${at}`, en: `Name ${at}` };
    switch (kind) {
      case 'undo':
      case 'redo':
        return this.step(kind);
      case 'place':
        return this.step('changes', [{ op: 'place', places: { [standard]: [key] } }]);
      case 'unplace':
        return this.step('changes', [{ op: 'place', places: { [standard]: [] } }]);
      case 'trim':
        return this.step('changes', [{ op: 'trim', key, reason: '没有' }]);
      case 'add':
        return this.step('changes', [{ op: 'add', parent: key, name }]);
      case 'rename':
        return this.step('changes', [{ op: 'rename', key, name }]);
      case 'recode':
        return this.step('changes', [{ op: 'recode', key, code: `X${at}` }]);
      case 'renumber':
        return this.step('changes', [{ op: 'renumber', parent: null }]);
    }
  }
}

const STEPS = [
  'place',
  'unplace',
  'trim',
  'add',
  'rename',
  'recode',
  'renumber',
  'undo',
  'redo',
] as const;
interface Act {
  readonly kind: (typeof STEPS)[number];
  readonly at: number;
  readonly where: number;
}
const TITLES = ['采购控制程序', '合同评审管理', '文件控制程序', '检修工操作标准', '无关文件'];

const acts: fc.Arbitrary<readonly (Act | 'register' | 'forget')[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom(...STEPS),
        at: fc.nat(20),
        where: fc.nat(200),
      }),
    },
    { weight: 1, arbitrary: fc.constantFrom('register' as const, 'forget' as const) },
  ),
  { minLength: 3, maxLength: 8 },
);

describe('what a step tells of coverage and progress', () => {
  it('is what a server that has seen none of the steps works out, whatever the steps were', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (asked) => {
        const page = await Page.open();
        const standards: string[] = [];
        for (const title of TITLES) standards.push(await page.register(title));
        let known = await page.known();
        for (const [round, act] of asked.entries()) {
          if (act === 'register') {
            standards.push(await page.register(TITLES[round % TITLES.length] ?? ''));
            known = await page.known();
          } else if (act === 'forget') {
            const gone = standards.length > 1 ? standards.pop() : undefined;
            if (gone !== undefined) await page.forget(gone);
            known = await page.known();
          } else {
            const measure = await page.act(act, standards);
            if (measure === undefined) continue;
            known = followed(known, measure);
          }
          expect(known).toEqual(await page.fresh());
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is told whole where the register has changed since anybody asked', async () => {
    const page = await Page.open();
    const before = await page.known();
    const id = await page.register('采购控制程序');
    const measure = await page.step('changes', [{ op: 'place', places: { [id]: ['CP3.2'] } }]);
    expect(measure?.since).toBeNull();
    expect(followed(before, measure ?? null)).toEqual(await page.fresh());
  });

  it('names only what differs, once the state before is known', async () => {
    const page = await Page.open();
    const id = await page.register('采购控制程序');
    const before = await page.known();
    const measure = await page.step('changes', [{ op: 'place', places: { [id]: ['CP3.2'] } }]);
    expect(measure?.since).toBe(before.coverage.state);
    const nodes = measure?.coverage.nodes.flatMap(({ rows }) => rows.map(({ key }) => key));
    expect(nodes).toEqual(['CP', 'CP3', 'CP3.2']);
    expect(JSON.stringify(measure).length).toBeLessThan(JSON.stringify(before).length / 10);
  });
});
