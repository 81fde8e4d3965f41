import { SYSTEM_DOCUMENT_KINDS } from '@liangxing/dossier';
import { ThreadPool } from '../../../kernel';
import { TestApp, type TestOrganization } from '../../../testing/test-app';
import type { SystemDocumentsDto } from '../documents/system-documents.dto';

type Answer = SystemDocumentsDto & { code: string; current: SystemDocumentsDto };

let app: TestApp;
let enterprise: TestOrganization;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

beforeEach(async () => {
  enterprise = await app.organization();
  const standards = `${enterprise.path}/standards`;
  const entries = [
    {
      systemCode: 'CP3.2',
      number: 'Q/SLJD G0301-2024',
      title: '采购控制程序',
      department: '采购部',
    },
    { systemCode: 'BZ6.1', number: 'GB/T 19001-2016', title: '质量管理体系 要求' },
    { systemCode: '', number: '', title: '合同评审管理', isPlanned: true },
  ];
  for (const entry of entries) await enterprise.api.post(standards, entry);
  const { body } = await enterprise.api.post<{ id: string }>(`${enterprise.path}/systems`, {
    templateId: 'gb-t-15496-2017',
  });
  path = `${enterprise.path}/systems/${body.id}/documents`;
});

const read = async (): Promise<SystemDocumentsDto> =>
  (await enterprise.api.get<SystemDocumentsDto>(path)).body;
const change = (changes: object, ifMatch: number) =>
  enterprise.api.patch<Answer>(path, changes, { ifMatch });
const point = ({ notes }: SystemDocumentsDto, id: string) => notes.find((one) => one.id === id);

describe('the documents of a system', () => {
  it('list every standard once, at its place, and what has none at the end', async () => {
    const { list } = await read();
    expect(list.map(({ code, rows }) => [code, rows.map(({ title }) => title)])).toEqual([
      ['CP3.2', ['采购控制程序']],
      ['BZ6.1', ['质量管理体系 要求']],
      ['', ['合同评审管理']],
    ]);
  });

  it('count what exists against what should', async () => {
    const { statistics } = await read();
    const total = statistics[0]?.rows.find(({ isTotal }) => isTotal);
    // Essential documents of the template that nobody has decided about are expected too.
    const [expected = 0, existing] = total?.values ?? [];
    expect(existing).toBe(2);
    const missing = (expected ?? 0) - 3;
    expect(missing).toBeGreaterThan(0);
    expect(statistics[0]?.note).toContain(
      `现有标准（2 项）、拟制定标准（1 项）与尚缺的必备标准（${missing} 项）之和`,
    );
  });

  it('draft the ten points of the notes and follow the register until someone writes', async () => {
    const before = await read();
    expect(before.notes).toHaveLength(10);
    expect(point(before, 'gaps')).toMatchObject({ state: 'draft', confirmed: null });
    expect(point(before, 'gaps')?.text).toContain('其中现有 2 项、拟制定 1 项、尚缺的必备标准');
    await enterprise.api.post(`${enterprise.path}/standards`, { number: 'GB/T 191-2008' });
    expect(point(await read(), 'gaps')?.text).toContain(
      '其中现有 3 项、拟制定 1 项、尚缺的必备标准',
    );
  });

  it('keep what a person wrote, tell it from what is confirmed, and give the draft back', async () => {
    const edited = await change(
      { notes: [{ id: 'survey', text: '行业水平调查', isConfirmed: false }] },
      1,
    );
    expect(point(edited.body, 'survey')).toMatchObject({ text: '行业水平调查', state: 'edited' });
    const confirmed = await change(
      { notes: [{ id: 'survey', text: '行业水平调查', isConfirmed: true }] },
      2,
    );
    expect(point(confirmed.body, 'survey')).toMatchObject({
      state: 'confirmed',
      confirmed: { by: enterprise.context.userName },
    });
    const back = await change({ notes: [{ id: 'survey', text: null, isConfirmed: false }] }, 3);
    expect(point(back.body, 'survey')?.state).toBe('draft');
  });

  it('show the columns that were chosen, with those of every list', async () => {
    const { body } = await change({ registerColumns: ['issuedOn'] }, 1);
    const shown = body.columns.filter(({ isShown }) => isShown).map(({ id }) => id);
    expect(shown).toEqual(['systemCode', 'number', 'title', 'issuedOn', 'inForceOn', 'note']);
    const usual = await change({ registerColumns: null }, 2);
    expect(usual.body.columns.find(({ id }) => id === 'department')?.isShown).toBe(true);
  });

  it('show the other value where somebody was faster', async () => {
    await change({ diagramMode: 'block' }, 1);
    const { status, body } = await change({ diagramMode: 'integration' }, 1);
    expect([status, body.current.diagramMode]).toEqual([409, 'block']);
  });

  it('refuse an unknown point and an unknown column', async () => {
    const unknown = { notes: [{ id: 'weather', text: 'x', isConfirmed: false }] };
    expect((await change(unknown, 1)).status).toBe(422);
    expect((await change({ registerColumns: ['price'] }, 1)).status).toBe(422);
  });

  it.each(SYSTEM_DOCUMENT_KINDS)('are files of three kinds: %s', async (kind) => {
    for (const [format, head] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
      ['xlsx', 'PK'],
    ] as const) {
      const answer = await enterprise.api.fetch('GET', `${path}/${kind}/${format}`);
      expect(answer.status).toBe(200);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.subarray(0, head.length).toString('latin1')).toBe(head);
    }
  });

  it('bear the day in their names, and the name of a system beside the leading one', async () => {
    const nameOf = async (documents: string): Promise<string> => {
      const { headers } = await enterprise.api.fetch('GET', `${documents}/list/xlsx`);
      return decodeURIComponent(headers.get('content-disposition') ?? '');
    };
    const nameEnterprise = (shortName: string) =>
      app.database.superuser(
        `UPDATE enterprise_profiles SET profile = jsonb_build_object('shortName', $2::text)
         WHERE organization_id = $1`,
        [enterprise.organizationId, shortName],
      );
    await nameEnterprise('良佳');
    const { body } = await enterprise.api.post<{ id: string; name: string }>(
      `${enterprise.path}/systems`,
      { templateId: 'gb-t-15496-2003', name: '旧体系' },
    );
    const beside = path.replace(/systems\/[^/]+/u, `systems/${body.id}`);
    expect(await nameOf(path)).toMatch(/''良佳-企业标准体系标准明细表-\d{4}-\d{2}-\d{2}\.xlsx$/u);
    expect(await nameOf(beside)).toContain("''良佳-旧体系-企业标准体系标准明细表-");
    await nameEnterprise('');
    expect(await nameOf(beside)).toContain("''旧体系-企业标准体系标准明细表-");
  });

  it('are pictures where they are drawings, and only there', async () => {
    const svg = await enterprise.api.fetch('GET', `${path}/diagram/svg`);
    expect((await svg.text()).includes('>CP3<')).toBe(true);
    const png = await enterprise.api.fetch('GET', `${path}/diagram/png`);
    const bytes = Buffer.from(await png.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect((await enterprise.api.fetch('GET', `${path}/list/png`)).status).toBe(404);
  });

  it('are seen by no other organization and set up by no viewer', async () => {
    const other = await app.organization();
    const elsewhere = path.replace(enterprise.path, other.path);
    expect((await other.api.get(elsewhere)).status).toBe(404);
    expect((await other.api.fetch('GET', `${elsewhere}/list/pdf`)).status).toBe(404);
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    expect((await viewer.api.get(path)).status).toBe(200);
    const refused = await viewer.api.patch(path, { diagramMode: 'block' }, { ifMatch: 1 });
    expect(refused.status).toBe(403);
  });

  it('are shown and suggested alike where a large register sends the work to a thread', async () => {
    const before = await read();
    await app.database.superuser(
      `INSERT INTO standards (organization_id, id, position, title, identity_key, number_kind, level)
       SELECT $1, gen_random_uuid(), 100 + n, '作业文件 ' || n, '', 'standard', 'enterprise'
       FROM generate_series(1, 600) n`,
      [enterprise.organizationId],
    );
    const { status, body, headers } = await enterprise.api.get<SystemDocumentsDto>(path);
    expect([status, headers.get('etag')]).toEqual([200, '"1"']);
    const last = body.list.at(-1);
    expect(last?.title).toBe('未归入体系');
    const rows = body.list.flatMap((group) => group.rows);
    expect(rows).toHaveLength(before.list.flatMap((group) => group.rows).length + 600);
    const suggested = await enterprise.api.get<{ version: number; rows: unknown[] }>(
      path.replace('/documents', '/suggestions'),
    );
    expect(suggested.body.version).toBe(1);
    expect(suggested.body.rows.length).toBeGreaterThanOrEqual(600);
  });

  it('are no longer made where nobody waits for them, and not on record then', async () => {
    const ended = jest.fn();
    const asked = new Promise<void>((seen) => {
      jest.spyOn(app.app.get(ThreadPool), 'run').mockImplementationOnce(
        (_owner, _task, _input, { signal } = {}) =>
          new Promise((_, reject) => {
            seen();
            signal?.addEventListener('abort', () => {
              ended();
              reject(signal.reason as Error);
            });
          }),
      );
    });
    const gone = new AbortController();
    const cookie = [...enterprise.api.cookies]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const file = fetch(`${app.address}${path}/list/pdf`, {
      headers: { cookie },
      signal: gone.signal,
    });
    await asked;
    gone.abort();
    await expect(file).rejects.toThrow();
    while (ended.mock.calls.length === 0) await new Promise((done) => setTimeout(done, 5));
    const records = await app.database.superuser(
      `SELECT FROM audit_events WHERE organization_id = $1 AND action = 'system.document_downloaded'`,
      [enterprise.organizationId],
    );
    expect(records).toEqual([]);
  });
});
