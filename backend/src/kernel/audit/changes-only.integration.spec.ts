import type { ApiAnswer } from '../../testing/api-client';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';

interface Stored {
  readonly id: string;
  readonly version: number;
}

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

const actions = async (): Promise<string[]> => {
  const rows = await app.database.superuser<{ action: string }>(
    'SELECT action FROM audit_events WHERE organization_id = $1 ORDER BY id',
    [enterprise.organizationId],
  );
  return rows.map(({ action }) => action);
};
/** What a command adds to the trail. */
const told = async (command: () => Promise<ApiAnswer<unknown>>): Promise<[number, ...string[]]> => {
  const before = (await actions()).length;
  const { status } = await command();
  return [status, ...(await actions()).slice(before)];
};
const at = (path: string): string => `${enterprise.path}/${path}`;
const made = async (path: string, body: object): Promise<Stored> => {
  const { status, body: stored } = await enterprise.api.post<Stored>(at(path), body);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(stored)}`);
  return stored;
};
const draft = {
  kind: 'management',
  outlineId: 'purchase-control',
  title: '采购控制程序',
  englishTitle: '',
  number: '',
  replacesNumber: '',
  department: '采购部',
  drafters: [{ name: '顾敏' }],
};
const assessment = { title: '自评', schemeId: 'gb-t-19273-2017' };
const upload = async (title: string): Promise<Stored> => {
  const form = new FormData();
  form.append('title', title);
  form.append('file', new Blob(['proof']), 'proof.txt');
  const { status, body } = await enterprise.api.post<Stored>(at('evidence'), form);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
};

/** A command that changes what is stored, by its version. */
interface Case {
  readonly action: string;
  readonly method: 'put' | 'patch';
  /** Where it goes, in which version, and what it says. */
  readonly begin: () => Promise<{ path: string; version: number; body: object }>;
}

const CASES: readonly Case[] = [
  {
    action: 'standards.changed',
    method: 'patch',
    begin: async () => {
      const { id, version } = await made('standards', { number: 'Q/A 1-2024', title: '旧' });
      return { path: `standards/${id}`, version, body: { title: '新', note: '一' } };
    },
  },
  {
    action: 'evidence.changed',
    method: 'patch',
    begin: async () => {
      const { id, version } = await upload('旧');
      return { path: `evidence/${id}`, version, body: { title: '新', periodFrom: '2026-01-01' } };
    },
  },
  {
    action: 'assessment.changed',
    method: 'patch',
    begin: async () => {
      const { id, version } = await made('assessments', assessment);
      return { path: `assessments/${id}`, version, body: { conclusion: '良好' } };
    },
  },
  {
    action: 'draft.changed',
    method: 'patch',
    begin: async () => {
      const { id, version } = await made('drafts', draft);
      return {
        path: `drafts/${id}`,
        version,
        body: { drafters: [{ name: '顾敏' }, { name: '沈总' }] },
      };
    },
  },
  {
    action: 'corrective_action.changed',
    method: 'patch',
    begin: async () => {
      const { id, version } = await made('corrective-actions', { finding: '无记录' });
      return { path: `corrective-actions/${id}`, version, body: { measure: '补记录' } };
    },
  },
  {
    action: 'record.changed',
    method: 'put',
    begin: async () => {
      const fields = { title: '标准化法', inForceOn: '2018-01-01', status: 'current' };
      const { id, version } = await made('records/laws', { fields });
      return { path: `records/laws/${id}`, version, body: { fields: { ...fields, note: '新' } } };
    },
  },
  {
    action: 'system.renamed',
    method: 'patch',
    begin: async () => {
      const { id, version } = await made('systems', { templateId: 'gb-t-15496-2017' });
      return { path: `systems/${id}`, version, body: { name: '新体系' } };
    },
  },
  {
    action: 'system.documents_changed',
    method: 'patch',
    begin: async () => {
      const { id } = await made('systems', { templateId: 'gb-t-15496-2017' });
      const { body } = await enterprise.api.get<Stored>(at(`systems/${id}/documents`));
      const changes = {
        diagramMode: 'block',
        notes: [{ id: 'basis', text: '法', isConfirmed: true }],
      };
      return { path: `systems/${id}/documents`, version: body.version, body: changes };
    },
  },
  {
    action: 'numbering.saved',
    method: 'put',
    begin: async () => ({
      path: 'numbering-rule',
      version: 0,
      body: {
        pattern: 'Q/ABC {类别}{序号:4}-{年}',
        classes: { technical: 'J', management: 'G', post: 'W' },
      },
    }),
  },
  {
    action: 'profile.changed',
    method: 'put',
    begin: async () => {
      const { body } = await enterprise.api.get<Stored & { completeness: object }>(at('profile'));
      const { version, completeness: _, ...content } = body;
      return { path: 'profile', version, body: { ...content, name: '新名' } };
    },
  },
];

describe('the audit trail tells of changes only', () => {
  it.each(CASES)('$action: once, and not again', async ({ action, method, begin }) => {
    const { path, version, body } = await begin();
    let answered: Stored | undefined;
    const save = async (ifMatch: number) => {
      const answer = await enterprise.api[method]<Stored>(at(path), body, { ifMatch });
      answered = answer.body;
      return answer;
    };
    expect(await told(() => save(version))).toEqual([200, action]);
    const stored = answered;
    expect(stored?.version).toBe(version + 1);
    expect(await told(() => save(version + 1))).toEqual([200]);
    expect(answered).toEqual(stored);
    expect(await told(() => save(version + 7))).toEqual([409]);
  });

  it('evidence: linked and unlinked once, and nothing of what is not there or somebody else’s', async () => {
    const { id } = await upload('证实材料');
    const { id: standardId } = await made('standards', { number: 'Q/A 1-2024', title: '甲' });
    const other = await app.organization('乙公司');
    const foreign = await other.api.post<Stored>(`${other.path}/standards`, { title: '乙' });
    const link = (of: string) => enterprise.api.put(at(`evidence/${id}/links`), { standardId: of });
    const unlink = (body: object) => enterprise.api.delete(at(`evidence/${id}/links`), body);
    expect(await told(() => link(standardId))).toEqual([200, 'evidence.linked']);
    expect(await told(() => link(standardId))).toEqual([200]);
    expect(await told(() => link(foreign.body.id))).toEqual([404]);
    expect(await told(() => unlink({ standardId: foreign.body.id }))).toEqual([200]);
    const item = { assessmentId: foreign.body.id, itemId: 'a' };
    expect(await told(() => unlink(item))).toEqual([404]);
    expect(await told(() => unlink({ standardId }))).toEqual([200, 'evidence.unlinked']);
    expect(await told(() => unlink({ standardId }))).toEqual([200]);
  });

  it('standards: removed once', async () => {
    const { id } = await made('standards', { title: '甲' });
    const remove = () => enterprise.api.post(at('standards/bulk-delete'), { ids: [id] });
    expect(await told(remove)).toEqual([200, 'standards.removed']);
    expect(await told(remove)).toEqual([200]);
  });

  it('systems: made primary once', async () => {
    const first = await made('systems', { templateId: 'gb-t-15496-2017' });
    const second = await made('systems', { templateId: 'gb-t-15496-2017' });
    const choose = ({ id }: Stored) => enterprise.api.post(at(`systems/${id}/primary`));
    expect(await told(() => choose(first))).toEqual([200]);
    expect(await told(() => choose(second))).toEqual([200, 'system.made_primary']);
    expect(await told(() => choose(second))).toEqual([200]);
  });

  it('members: a role is changed once, and an unknown member not at all', async () => {
    const { userId } = await app.member(enterprise.organizationId, 'viewer');
    const setRole = (id: string) => enterprise.api.patch(at(`members/${id}`), { role: 'editor' });
    expect(await told(() => setRole(userId))).toEqual([200, 'members.role-changed']);
    expect(await told(() => setRole(userId))).toEqual([200]);
    expect(await told(() => setRole('6d8e5f4e-0000-4000-8000-000000000000'))).toEqual([404]);
  });
});
