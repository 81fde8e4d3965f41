import { fromBuffer, type Entry } from 'yauzl';
import type { DraftVerb } from '@liangxing/contracts';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { DraftDto } from './dto/draft.dto';
import type { NumberingDto } from './dto/numbering.dto';

type Answer = DraftDto[] & { code: string; detail: string };

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
});

const asked = (title: string, more: object = {}) => ({
  kind: 'management',
  outlineId: '',
  title,
  englishTitle: '',
  replacesNumber: '',
  department: '质量部',
  drafters: [],
  node: 'BZ2.1',
  ...more,
});
const start = (drafts: readonly object[], isNumbered = true) =>
  enterprise.api.post<Answer>(`${enterprise.path}/draft-batches`, { drafts, isNumbered });
const move = (drafts: readonly DraftDto[], verb: DraftVerb, more: object = {}) =>
  enterprise.api.post<Answer>(`${enterprise.path}/draft-batches/moves`, {
    drafts: drafts.map(({ id, version }) => ({ id, version })),
    move: verb,
    on: '2099-03-01',
    by: '沈总',
    note: '',
    ...more,
  });
const list = async (): Promise<readonly DraftDto[]> =>
  (await enterprise.api.get<DraftDto[]>(`${enterprise.path}/drafts`)).body;
const numbering = () =>
  enterprise.api.put<NumberingDto>(
    `${enterprise.path}/numbering-rule`,
    {
      pattern: 'Q/SLJD {类别}{序号:4}-{年}',
      classes: { technical: 'J', management: 'G', post: 'Z' },
    },
    { ifMatch: 0 },
  );
const namesIn = (zip: Buffer): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const names: string[] = [];
    fromBuffer(zip, (error, file) => {
      if (error) reject(error);
      file?.on('entry', ({ fileName }: Entry) => names.push(fileName));
      file?.on('end', () => resolve(names));
    });
  });

describe('several drafts', () => {
  it('are started together, each with its own number and its planned entry', async () => {
    await numbering();
    const { status, body } = await start([
      asked('文件控制程序'),
      asked('班组长岗位标准', { kind: 'post' }),
      asked('记录控制程序'),
    ]);
    expect(status).toBe(201);
    expect(body.map(({ number }) => number.slice(0, -5))).toEqual([
      'Q/SLJD G0001',
      'Q/SLJD Z0001',
      'Q/SLJD G0002',
    ]);
    expect(new Set(body.map(({ standardId }) => standardId)).size).toBe(3);
  });

  it('are started all or not at all', async () => {
    const { status, body } = await start([asked('文件控制程序')]);
    expect([status, body.code]).toEqual([409, 'numbering_rule_missing']);
    expect(await list()).toEqual([]);
    expect((await start([asked('文件控制程序')], false)).body[0]?.number).toBe('');
  });

  it('go all the way into force with three decisions', async () => {
    await numbering();
    const started = (await start([asked('文件控制程序'), asked('记录控制程序')])).body;
    const reviewed = (await move(started, 'submit')).body;
    const approved = (await move(reviewed, 'approve')).body;
    const dates = { issuedOn: '2099-03-01', inForceOn: '2099-04-01' };
    const { body } = await move(approved, 'bring_into_force', dates);
    expect(body.map(({ state, inForceOn }) => [state, inForceOn])).toEqual([
      ['in_force', '2099-04-01'],
      ['in_force', '2099-04-01'],
    ]);
  });

  it('take a step together or stay where they are, and the one that cannot is named', async () => {
    const [first, second] = (await start([asked('甲'), asked('乙')], false)).body;
    const numbered = await enterprise.api.patch<DraftDto>(
      `${enterprise.path}/drafts/${first!.id}`,
      { number: 'Q/SLJD G0001-2099' },
      { ifMatch: first!.version },
    );
    const reviewed = (await move([numbered.body, second!], 'submit')).body;
    const approved = (await move(reviewed, 'approve')).body;
    const dates = { issuedOn: '2099-03-01', inForceOn: '2099-04-01' };
    const { status, body } = await move(approved, 'bring_into_force', dates);
    expect([status, body.code]).toEqual([422, 'draft_number_missing']);
    expect(JSON.stringify(body)).toContain('乙');
    expect((await list()).map(({ state }) => state)).toEqual(['approved', 'approved']);
  });

  it('never get a number that another request takes at the same moment', async () => {
    await numbering();
    const answers = await Promise.all(['甲', '乙', '丙'].map((title) => start([asked(title)])));
    const numbers = answers.map(({ body }) => body[0]?.number.slice(0, -5));
    expect([...numbers].sort()).toEqual(['Q/SLJD G0001', 'Q/SLJD G0002', 'Q/SLJD G0003']);
  });

  it('are refused where somebody changed one of them meanwhile', async () => {
    const started = (await start([asked('甲'), asked('乙')], false)).body;
    const stale = started.map((draft) => ({ ...draft, version: draft.version + 1 }));
    const { status, body } = await move(stale, 'submit');
    expect([status, body.code]).toEqual([409, 'version_conflict']);
    expect((await list()).every(({ state }) => state === 'draft')).toBe(true);
  });

  it('come as one file of Word files by their state', async () => {
    await numbering();
    await start([asked('文件控制程序'), asked('记录控制程序')]);
    const answer = await enterprise.api.fetch(
      'GET',
      `${enterprise.path}/draft-batches/word?state=draft`,
    );
    const names = await namesIn(Buffer.from(await answer.arrayBuffer()));
    expect(names.map((name) => name.replace(/-\d{4} /u, ' '))).toEqual([
      'Q-SLJD G0001 文件控制程序.docx',
      'Q-SLJD G0002 记录控制程序.docx',
    ]);
  });

  it("cannot be another enterprise's", async () => {
    const [draft] = (await start([asked('甲')], false)).body;
    const other = await app.organization();
    const { status } = await other.api.post(`${other.path}/draft-batches/moves`, {
      drafts: [{ id: draft!.id, version: draft!.version }],
      move: 'submit',
      on: '2099-03-01',
      by: '',
      note: '',
    });
    expect(status).toBe(404);
  });
});
