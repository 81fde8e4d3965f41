import { AREAS, type Area } from '@liangxing/contracts';
import { EXPECTATIONS } from '@liangxing/system-structure';
import Excel from 'exceljs';
import { openApiDocument } from '../../openapi-document';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { CopyLineDto } from './dto/copy.dto';
import type { TemplateDto, TemplateHeadDto } from './dto/template.dto';

let app: TestApp;
let consultancy: TestOrganization;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  consultancy = await app.consultancy('良方咨询');
  path = `${consultancy.path}/templates`;
});

const CLASSES = { technical: 'J', management: 'G', post: 'Z' };
const CONTENTS = {
  structure: { structure: 'gb-t-15496-2017' },
  numbering: {
    numbering: { pattern: 'Q/{企业代号} {类别}{序号:3}-{年}', classes: CLASSES },
  },
  drafts: {
    drafts: ['标准化管理办法', '文件控制规程'].map((title) => ({
      ...{ kind: 'management', outlineId: '', title, englishTitle: '', department: '', node: '' },
    })),
  },
  actions: {
    actions: ['缺检验记录', '未按期查新'].map((finding) => ({
      ...{ finding, cause: '', measure: `补正：${finding}`, effort: 2 },
    })),
  },
} as const;
type TypedKind = keyof typeof CONTENTS;
const KINDS = Object.keys(CONTENTS) as TypedKind[];

async function add(kind: TypedKind, name = '通用模板'): Promise<TemplateDto> {
  const body = { kind, name, note: '', content: CONTENTS[kind] };
  const answer = await consultancy.api.post<TemplateDto>(path, body);
  expect(answer.status).toBe(201);
  return answer.body;
}

async function client(
  name: string,
  writable: readonly Area[] = AREAS,
  of: TestOrganization = consultancy,
): Promise<TestOrganization> {
  const made = await app.organization(name);
  await app.grant(made, of.organizationId, { readable: AREAS, writable });
  return made;
}

async function copy(
  { id, version }: Pick<TemplateDto, 'id' | 'version'>,
  clients: readonly (TestOrganization & { readonly code?: string })[],
  { preview = false, key = '' } = {},
): Promise<CopyLineDto[]> {
  const body = {
    clients: clients.map(({ organizationId, code }) => ({ clientId: organizationId, code })),
  };
  const at = `${path}/${id}/copies${preview ? '/preview' : ''}`;
  const headers = key === '' ? {} : { 'idempotency-key': key };
  const asked = { headers, ifMatch: version };
  const answer = await consultancy.api.post<CopyLineDto[]>(at, body, asked);
  expect(answer.status).toBe(200);
  return answer.body;
}
const outcomes = (lines: readonly CopyLineDto[]): string[] => lines.map(({ outcome }) => outcome);

/** What of a template's kind stands at a client, read by the client itself. */
async function there({ api, path: at }: TestOrganization, kind: TypedKind): Promise<string[]> {
  if (kind === 'numbering') {
    const { body } = await api.get<{ version: number; pattern: string }>(`${at}/numbering-rule`);
    return body.version === 0 ? [] : [body.pattern];
  }
  const lists = { structure: 'systems', drafts: 'drafts', actions: 'corrective-actions' };
  const { body } = await api.get<{ name?: string; title?: string; finding?: string }[]>(
    `${at}/${lists[kind]}`,
  );
  return body.map(({ name, title, finding }) => name ?? title ?? finding ?? '');
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: unknown;
}

/** Names of the ids in a schema, with all that it refers to. */
function idsIn(description: object, schema: unknown, name = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const found = new Set<string>();
  if ('format' in schema && schema.format === 'uuid') found.add(name);
  for (const [key, value] of Object.entries(schema) as [string, unknown][]) {
    const target =
      key === '$ref'
        ? String(value)
            .split('/')
            .slice(1)
            .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], description)
        : value;
    for (const id of idsIn(description, target, key === '$ref' ? name : key)) found.add(id);
  }
  return [...found];
}

describe('a template of a consultancy', () => {
  it.each(KINDS)('of the kind %s is copied to a client, who sees whose it was', async (kind) => {
    const template = await add(kind);
    const enterprise = { ...(await client('委托企业')), code: 'SLJD' };
    const [planned] = await copy(template, [enterprise], { preview: true });
    expect(await there(enterprise, kind)).toEqual([]);
    const [line] = await copy(template, [enterprise]);
    expect(line).toEqual(planned);
    expect(line).toMatchObject({ outcome: 'copied', clientName: '委托企业', problem: null });
    expect((await there(enterprise, kind)).sort()).toEqual([...(line?.fresh ?? [])].sort());
    const lines = await app.database.superuser<Record<string, unknown>>(
      `SELECT actor_id, acting_id, grant_id IS NOT NULL AS "byGrant", details FROM audit_events
       WHERE organization_id = $1 AND action = 'template.copied'`,
      [enterprise.organizationId],
    );
    const told = { name: '通用模板', kind, version: 1, consultancy: '良方咨询' };
    expect(lines).toEqual([
      {
        actor_id: consultancy.userId,
        acting_id: consultancy.organizationId,
        byGrant: true,
        details: { ...told, count: line?.fresh.length },
      },
    ]);
  });

  it.each(KINDS)('of the kind %s that is copied twice doubles nothing', async (kind) => {
    const template = await add(kind);
    const enterprise = { ...(await client('委托企业')), code: 'SLJD' };
    await copy(template, [enterprise]);
    const before = await there(enterprise, kind);
    const [planned] = await copy(template, [enterprise], { preview: true });
    expect(planned).toMatchObject({ outcome: 'present', fresh: [] });
    expect([...(planned?.present ?? [])].sort()).toEqual([...before].sort());
    expect(await copy(template, [enterprise])).toEqual([planned]);
    expect(await there(enterprise, kind)).toEqual(before);
  });

  it('is a scheme of the consultancy’s own choice, and becomes a scheme of the client’s own', async () => {
    const usable = await consultancy.api.get<{ id: string; version: string }[]>(
      `${consultancy.path}/schemes`,
    );
    const [{ id, version } = { id: '', version: '' }] = usable.body;
    const body = {
      kind: 'scheme',
      name: '企业自评',
      note: '',
      content: { scheme: { id, version } },
    };
    const template = (await consultancy.api.post<TemplateDto>(path, body)).body;
    expect(template.entries).toBeGreaterThan(10);
    const enterprise = await client('委托企业');
    expect(outcomes(await copy(template, [enterprise]))).toEqual(['copied']);
    expect(outcomes(await copy(template, [enterprise]))).toEqual(['present']);
    const { body: schemes } = await enterprise.api.get<{ id: string; origin: string }[]>(
      `${enterprise.path}/schemes`,
    );
    const own = schemes.filter(({ origin }) => origin === 'own');
    expect(own.map((scheme) => scheme.id)).toEqual([`own-${id}`]);
  });

  it('once copied is the client’s: neither a later change nor the end of the engagement reaches it', async () => {
    const template = await add('actions');
    const enterprise = await client('委托企业');
    await copy(template, [enterprise]);
    const actions = [{ finding: '另一条', cause: '', measure: '', effort: null }];
    const changed = await consultancy.api.patch<TemplateDto>(
      `${path}/${template.id}`,
      { content: { actions } },
      { ifMatch: 1 },
    );
    expect(changed.body).toMatchObject({ version: 2, entries: 1 });
    await app.database.superuser(
      `UPDATE access_grants SET revoked_at = now(), revoked_by = given_by WHERE grantee_id = $1`,
      [consultancy.organizationId],
    );
    expect(await there(enterprise, 'actions')).toEqual(['缺检验记录', '未按期查新']);
    expect(outcomes(await copy(changed.body, [enterprise]))).toEqual(['refused']);
  });

  it('sent again under the same key is copied once, and answered as the first time', async () => {
    const template = await add('structure');
    const enterprise = await client('委托企业');
    const asked = { key: crypto.randomUUID() };
    const first = await copy(template, [enterprise], asked);
    expect(outcomes(first)).toEqual(['copied']);
    expect(await copy(template, [enterprise], asked)).toEqual(first);
    expect(await there(enterprise, 'structure')).toHaveLength(1);
  });

  it('asked for twice at the same moment is copied once', async () => {
    const template = await add('drafts');
    const enterprise = await client('委托企业');
    const both = await Promise.all([copy(template, [enterprise]), copy(template, [enterprise])]);
    expect(outcomes(both.flat()).sort()).toEqual(['copied', 'present']);
    expect(await there(enterprise, 'drafts')).toHaveLength(2);
  });
});

describe('a copy to many clients', () => {
  it('says what became of each, and is stopped by none that refuses', async () => {
    const template = await add('actions');
    const [open, reading, suspended, last] = [
      await client('甲企业'),
      await client('乙企业', ['system']),
      await client('丙企业'),
      await client('丁企业'),
    ];
    const stranger = await app.organization('别人的企业');
    const others = await client('别家的客户', AREAS, await app.consultancy('别家咨询'));
    await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
      suspended.organizationId,
    ]);
    const all = [open, reading, suspended, stranger, others, last];
    const refused = ['refused', 'refused', 'refused', 'refused'];
    for (const preview of [true, false]) {
      const lines = await copy(template, all, { preview });
      expect(outcomes(lines)).toEqual(['copied', ...refused, 'copied']);
      for (const line of lines.slice(1, 5)) {
        expect(line.problem).toMatch(/。/);
        expect(line.clientName).toBeNull();
      }
    }
    for (const untouched of [reading, suspended, stranger, others]) {
      const rows = await app.database.superuser(
        'SELECT id FROM corrective_actions WHERE organization_id = $1',
        [untouched.organizationId],
      );
      expect(rows).toEqual([]);
    }
    const own = await app.database.superuser<{ details: unknown }>(
      `SELECT details FROM audit_events WHERE organization_id = $1 AND action = 'template.copied'`,
      [consultancy.organizationId],
    );
    expect(own).toMatchObject([{ details: { clients: ['甲企业', '丁企业'] } }]);
  });

  it.each([
    ['a row that the database lets nobody write', '42501', 'row-level security refuses it', /。/],
    ['a fault of its own', 'XX000', 'broken', /系统出错/],
  ])('goes on after %s at one of them', async (_, state, message, words) => {
    const template = await add('actions');
    const all = [await client('甲企业'), await client('乙企业'), await client('丙企业')];
    const [, second] = all;
    await app.database.superuser(
      `CREATE FUNCTION refuse_copy() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         RAISE EXCEPTION '${message}' USING ERRCODE = '${state}'; END $$;
       CREATE TRIGGER refuse_copy BEFORE INSERT ON corrective_actions FOR EACH ROW
         WHEN (NEW.organization_id = '${second?.organizationId ?? ''}')
         EXECUTE FUNCTION refuse_copy()`,
    );
    try {
      const lines = await copy(template, all);
      expect(outcomes(lines)).toEqual(['copied', 'refused', 'copied']);
      expect(lines[1]?.problem).toMatch(words);
    } finally {
      await app.database.superuser(
        'DROP TRIGGER refuse_copy ON corrective_actions; DROP FUNCTION refuse_copy()',
      );
    }
    const own = await app.database.superuser<{ details: unknown }>(
      `SELECT details FROM audit_events WHERE organization_id = $1 AND action = 'template.copied'`,
      [consultancy.organizationId],
    );
    expect(own).toMatchObject([{ details: { clients: ['甲企业', '丙企业'] } }]);
  });

  it('ends where the consultancy itself is suspended meanwhile; what was copied stays', async () => {
    const template = await add('actions');
    const all = [await client('甲企业'), await client('乙企业'), await client('丙企业')];
    await app.database.superuser(
      `CREATE FUNCTION suspend_home() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
         UPDATE organizations SET state = 'suspended' WHERE id = '${consultancy.organizationId}';
         RETURN NEW; END $$;
       CREATE TRIGGER suspend_home BEFORE INSERT ON corrective_actions FOR EACH ROW
         WHEN (NEW.organization_id = '${all[1]?.organizationId ?? ''}')
         EXECUTE FUNCTION suspend_home()`,
    );
    try {
      const body = { clients: all.map(({ organizationId: clientId }) => ({ clientId })) };
      const at = `${path}/${template.id}/copies`;
      const answer = await consultancy.api.post(at, body, { ifMatch: 1 });
      expect(answer.body).toMatchObject({ code: 'organization_suspended' });
    } finally {
      await app.database.superuser(
        'DROP TRIGGER suspend_home ON corrective_actions; DROP FUNCTION suspend_home()',
      );
    }
    const counts = await Promise.all(all.map(async (one) => (await there(one, 'actions')).length));
    expect(counts).toEqual([2, 2, 0]);
  });

  it('finds a client by its id however it is written, and only once', async () => {
    const template = await add('actions');
    const { organizationId } = await client('委托企业');
    const send = (ids: readonly string[]) =>
      consultancy.api.post<CopyLineDto[]>(
        `${path}/${template.id}/copies`,
        { clients: ids.map((clientId) => ({ clientId })) },
        { ifMatch: 1 },
      );
    const twice = await send([organizationId, organizationId.toUpperCase()]);
    expect(twice.body).toMatchObject({ code: 'validation_failed' });
    const { body } = await send([organizationId.toUpperCase()]);
    expect(body).toMatchObject([{ clientId: organizationId, outcome: 'copied' }]);
  });

  it('is refused where too many rows were written at once, and of a version nobody looked at', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => ({
      ...{ finding: `问题${String(at)}${'长'.repeat(100)}`, cause: '', measure: '', effort: null },
    }));
    const body = { kind: 'actions', name: '大库', note: '', content: { actions: rows } };
    const template = (await consultancy.api.post<TemplateDto>(path, body)).body;
    const clients = Array.from({ length: 11 }, () => ({ clientId: crypto.randomUUID() }));
    for (const at of ['copies', 'copies/preview']) {
      const answer = await consultancy.api.post(
        `${path}/${template.id}/${at}`,
        { clients },
        { ifMatch: 1 },
      );
      expect(answer).toMatchObject({
        status: 422,
        body: {
          errors: [
            { path: 'clients', message: expect.stringContaining('最多复制给 10 家') as string },
          ],
        },
      });
    }
    const enterprise = await client('委托企业');
    const [line] = await copy(template, [enterprise], { preview: true });
    expect(line).toMatchObject({ freshCount: 300, presentCount: 0 });
    expect(line?.fresh.map((name) => name.length)).toEqual([61, 61, 61, 61, 61]);
    const late = await consultancy.api.post(
      `${path}/${template.id}/copies`,
      { clients: [{ clientId: enterprise.organizationId }] },
      { ifMatch: 2 },
    );
    expect(late.body).toMatchObject({ code: 'version_conflict' });
  });

  it('is not made by who only reads at home', async () => {
    const template = await add('actions');
    const enterprise = await client('委托企业');
    const viewer = await app.member(consultancy.organizationId, 'viewer', 'consultancy');
    await app.assign(consultancy.organizationId, enterprise.organizationId, viewer);
    const body = { clients: [{ clientId: enterprise.organizationId }] };
    const { status } = await viewer.api.post(`${path}/${template.id}/copies`, body, {
      ifMatch: 1,
    });
    expect(status).toBe(403);
  });
});

describe('what is there at the client', () => {
  it('keeps a scheme that it published itself under the same id', async () => {
    const usable = await consultancy.api.get<{ id: string; version: string }[]>(
      `${consultancy.path}/schemes`,
    );
    const [{ id, version } = { id: '', version: '' }] = usable.body;
    const content = { scheme: { id, version } };
    const asked = { kind: 'scheme', name: '内部叫法', note: '', content };
    const template = (await consultancy.api.post<TemplateDto>(path, asked)).body;
    const enterprise = await client('委托企业');
    expect(outcomes(await copy(template, [enterprise]))).toEqual(['copied']);
    const schemes = `${enterprise.path}/schemes`;
    const at = `${schemes}/own-${id}/versions/1.0.0`;
    const provided = await enterprise.api.get<{ sources: { title: string }[] }>(at);
    expect(provided.body.sources[0]?.title).toBe('评分表由咨询机构提供');
    const listed = await enterprise.api.get<{ fileName?: string }[]>(schemes);
    expect(JSON.stringify(listed.body)).not.toContain('内部叫法');
    const table = await enterprise.api.fetch('GET', `${at}/table`);
    const book = new Excel.Workbook();
    await book.xlsx.load(await table.arrayBuffer());
    const title = book.getWorksheet('方案')?.getCell('B4');
    if (title) title.value = '本企业评分表';
    const form = new FormData();
    form.append('file', new Blob([await book.xlsx.writeBuffer()]), '本企业.xlsx');
    const own = await enterprise.api.post<{ version: string }>(schemes, form);
    expect(own.body).toMatchObject({ version: '2.0.0' });
    for (const preview of [true, false])
      expect(outcomes(await copy(template, [enterprise], { preview }))).toEqual(['kept']);
  });

  it('keeps its own numbering rule', async () => {
    const template = await add('numbering');
    const enterprise = { ...(await client('委托企业')), code: 'SLJD' };
    const own = { pattern: 'Q/ABCD {序号:3}-{年}', classes: CLASSES };
    await enterprise.api.put(`${enterprise.path}/numbering-rule`, own, { ifMatch: 0 });
    const [line] = await copy(template, [enterprise]);
    expect(line).toMatchObject({ outcome: 'kept', present: [own.pattern], fresh: [] });
    expect(await there(enterprise, 'numbering')).toEqual([own.pattern]);
  });

  it('tells the code of the enterprise by its own numbers; else somebody has to', async () => {
    const template = await add('numbering');
    const enterprise = await client('委托企业');
    expect(outcomes(await copy(template, [enterprise]))).toEqual(['code_missing']);
    expect(await there(enterprise, 'numbering')).toEqual([]);
    await enterprise.api.post(`${enterprise.path}/standards`, {
      ...{ number: 'Q/SLJD J001-2024', title: '首件检验规程' },
    });
    const [line] = await copy(template, [enterprise]);
    expect(line?.fresh).toEqual(['Q/SLJD {类别}{序号:3}-{年}']);
  });

  it('gives a planned entry of the register its draft, numbered by the client’s rule', async () => {
    const enterprise = { ...(await client('委托企业')), code: 'SLJD' };
    await copy(await add('numbering'), [enterprise]);
    await enterprise.api.post(`${enterprise.path}/standards`, {
      ...{ title: '文件控制规程', isPlanned: true, level: 'enterprise' },
    });
    await copy(await add('drafts'), [enterprise]);
    const { body } = await enterprise.api.get<{ title: string; number: string }[]>(
      `${enterprise.path}/drafts`,
    );
    const year = new Date().getFullYear();
    expect(body.map(({ number }) => number).sort()).toEqual([
      `Q/SLJD G001-${String(year)}`,
      `Q/SLJD G002-${String(year)}`,
    ]);
    const rows = await app.database.superuser(
      `SELECT id FROM standards WHERE organization_id = $1 AND title = '文件控制规程'`,
      [enterprise.organizationId],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('the content of a template', () => {
  it('is changed by operations as a system is, and places no standard', async () => {
    const template = await add('structure');
    const at = `${path}/${template.id}/changes`;
    const [body] = template.nodes ?? [];
    const name = { 'zh-CN': '数字化标准', en: 'Digital standards' };
    const operations = [{ op: 'add', parent: body?.key, name }];
    const changed = await consultancy.api.post<TemplateDto>(at, { operations }, { ifMatch: 1 });
    expect(changed.status).toBe(200);
    expect(changed.body.nodes?.some((node) => node.name === '数字化标准')).toBe(true);
    expect(changed.body).toMatchObject({ version: 2, entries: template.entries + 1 });
    const placing = [{ op: 'place', places: { [crypto.randomUUID()]: [body?.key] } }];
    const decision = { kind: 'not_needed', reason: '不适用' };
    const deciding = [{ op: 'decide', expectation: EXPECTATIONS[0]?.id, decision }];
    for (const wrong of [placing, deciding]) {
      const refused = await consultancy.api.post(at, { operations: wrong }, { ifMatch: 2 });
      expect(refused.body).toMatchObject({ code: 'structure_refused' });
    }
    const enterprise = await client('委托企业');
    await copy(changed.body, [enterprise]);
    const [row] = await app.database.superuser<{ document: { nodes: { name: unknown }[] } }>(
      'SELECT document FROM standard_systems WHERE organization_id = $1',
      [enterprise.organizationId],
    );
    expect(row?.document.nodes).toContainEqual(expect.objectContaining({ name }));
  });

  it.each([
    [
      'that of another kind',
      { kind: 'actions', content: CONTENTS.drafts },
      'template_content_wrong',
    ],
    [
      'two at once',
      { kind: 'drafts', content: { ...CONTENTS.drafts, ...CONTENTS.actions } },
      'template_content_wrong',
    ],
    ['none', { kind: 'actions', content: {} }, 'template_content_wrong'],
    ['no rows', { kind: 'actions', content: { actions: [] } }, 'validation_failed'],
    [
      'a rule that numbers nothing',
      { kind: 'numbering', content: { numbering: { pattern: 'Q/{企业代号}', classes: CLASSES } } },
      'numbering_rule_invalid',
    ],
    [
      'a scheme that is not there',
      { kind: 'scheme', content: { scheme: { id: 'own-x', version: '1.0.0' } } },
      'not_found',
    ],
  ])('is refused where it is %s', async (_, asked, code) => {
    const answer = await consultancy.api.post(path, { name: '模板', note: '', ...asked });
    expect(answer.body).toMatchObject({ code });
    expect((await consultancy.api.get<TemplateHeadDto[]>(path)).body).toEqual([]);
  });

  it('is changed over the version that was seen, and only over it', async () => {
    const { id } = await add('actions');
    const rename = (name: string) =>
      consultancy.api.patch(`${path}/${id}`, { name }, { ifMatch: 1 });
    expect((await rename('甲')).status).toBe(200);
    const late = await rename('乙');
    expect(late.body).toMatchObject({ code: 'version_conflict', current: { name: '甲' } });
  });

  it('is not copied while it is archived, and can be duplicated', async () => {
    const { id } = await add('actions');
    const archived = { isArchived: true };
    await consultancy.api.patch(`${path}/${id}`, archived, { ifMatch: 1 });
    const body = { clients: [{ clientId: (await client('委托企业')).organizationId }] };
    const refused = await consultancy.api.post(`${path}/${id}/copies`, body, { ifMatch: 2 });
    expect(refused.body).toMatchObject({ code: 'template_archived' });
    const other = await consultancy.api.post<TemplateDto>(`${path}/${id}/duplicates`, {
      name: '另一个',
    });
    expect(other.body).toMatchObject({ name: '另一个', isArchived: false, entries: 2 });
  });
});

describe('between templates and clients', () => {
  it('no route takes anything of a client as a source: ids in bodies say only where to write', async () => {
    const description = await openApiDocument();
    const named = Object.entries(description.paths)
      .filter(([route]) => route.includes('/templates'))
      .flatMap(([, operations]) => Object.values(operations) as Operation[])
      .map(({ operationId, requestBody }) => [operationId, idsIn(description, requestBody)])
      .filter(([, ids]) => ids?.length !== 0);
    expect(Object.fromEntries(named)).toEqual({
      templates_copy: ['clientId'],
      templates_previewCopies: ['clientId'],
      // As everywhere where a structure is changed; a template knows no standard that it could name.
      templates_changeStructure: ['standardId'],
    });
  });

  it('a scheme of a client cannot become a template', async () => {
    const enterprise = await client('委托企业');
    const usable = await consultancy.api.get<{ id: string; version: string }[]>(
      `${consultancy.path}/schemes`,
    );
    const [{ id, version } = { id: '', version: '' }] = usable.body;
    const asked = {
      kind: 'scheme',
      name: '企业自评',
      note: '',
      content: { scheme: { id, version } },
    };
    await copy((await consultancy.api.post<TemplateDto>(path, asked)).body, [enterprise]);
    const theirs = { ...asked, content: { scheme: { id: `own-${id}`, version: '1.0.0' } } };
    expect((await consultancy.api.post(path, theirs)).status).toBe(404);
    // At the client, by the grant that opens everything, there are no templates to be written.
    const inside = await consultancy.api.post(`${enterprise.path}/templates`, asked);
    expect(inside.status).toBe(403);
  });

  it('the templates of one consultancy are nobody else’s', async () => {
    const template = await add('actions');
    const other = await app.consultancy('别家咨询');
    const enterprise = await client('委托企业');
    expect((await other.api.get(`${path}/${template.id}`)).status).toBe(404);
    expect((await other.api.get(`${other.path}/templates/${template.id}`)).status).toBe(404);
    expect((await enterprise.api.get(`${enterprise.path}/templates`)).status).toBe(403);
    expect((await enterprise.api.get(path)).status).toBe(404);
    // Also at the client, where the grant opens everything that can be opened.
    const inside = `${enterprise.path}/templates`;
    expect((await consultancy.api.get(inside)).status).toBe(403);
  });
});
