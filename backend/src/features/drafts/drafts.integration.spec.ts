import { DRAFT_VERBS, type DraftVerb } from '@liangxing/contracts';
import { text } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { DraftDto } from './dto/draft.dto';
import type { NumberingDto } from './dto/numbering.dto';

type Answer = DraftDto & {
  code: string;
  current: DraftDto;
  errors: { path: string; code: string }[];
};
interface Entry {
  readonly number: string;
  readonly title: string;
  readonly isPlanned: boolean;
  readonly inForceOn: string | null;
  readonly withdrawnOn: string | null;
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

const content = {
  kind: 'management',
  outlineId: 'purchase-control',
  title: '采购控制程序',
  englishTitle: '',
  number: '',
  replacesNumber: '',
  department: '采购部',
  drafters: [{ name: '顾敏' }],
};

const start = async (fields: object = {}): Promise<Answer> => {
  const { body } = await enterprise.api.post<Answer>(`${enterprise.path}/drafts`, {
    ...content,
    ...fields,
  });
  return body;
};
const at = ({ id }: DraftDto): string => `${enterprise.path}/drafts/${id}`;
const move = (draft: DraftDto, verb: DraftVerb, more: object = {}) =>
  enterprise.api.post<Answer>(
    `${at(draft)}/moves`,
    { move: verb, on: '2099-03-01', by: '沈总', note: '', ...more },
    { ifMatch: draft.version },
  );
const entryOf = async ({ standardId }: DraftDto): Promise<Entry> => {
  const { body } = await enterprise.api.get<Entry>(
    `${enterprise.path}/standards/${String(standardId)}`,
  );
  return body;
};
const number = async (draft: DraftDto, value: string): Promise<Answer> => {
  const { body } = await enterprise.api.patch<Answer>(
    at(draft),
    { number: value },
    { ifMatch: draft.version },
  );
  return body;
};
const dates = { issuedOn: '2099-03-01', inForceOn: '2099-04-01' };

/** A standard in force, from its first line to its release. */
const inForce = async (value: string): Promise<Answer> => {
  const numbered = await number(await start(), value);
  const reviewed = (await move(numbered, 'submit')).body;
  const approved = (await move(reviewed, 'approve')).body;
  return (await move(approved, 'bring_into_force', dates)).body;
};

/** The text of a Word file without its markup. */
const wordText = async (bytes: Buffer): Promise<string> => {
  const zip = await yauzl.fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    const xml = await text(await zip.openReadStreamPromise(entry));
    return xml.replaceAll(/<[^>]+>/gu, '');
  }
  return '';
};

describe('a draft of an enterprise standard', () => {
  it('stands in the register as planned until it is in force', async () => {
    const draft = await start();
    expect(await entryOf(draft)).toMatchObject({ title: '采购控制程序', isPlanned: true });
    const done = await inForce('Q/SLJD G0301-2099');
    expect(done).toMatchObject({ state: 'in_force', ...dates });
    expect(await entryOf(done)).toMatchObject({
      number: 'Q/SLJD G0301-2099',
      isPlanned: false,
      inForceOn: '2099-04-01',
    });
  });

  it('keeps who decided what on which day', async () => {
    const done = await inForce('Q/SLJD G0301-2099');
    expect(done.steps.map(({ state, by }) => [state, by])).toEqual([
      ['draft', enterprise.context.userName],
      ['review', '沈总'],
      ['approved', '沈总'],
      ['in_force', '沈总'],
    ]);
  });

  it('goes only the ways of the table', async () => {
    const draft = await start();
    expect(draft.moves).toEqual(['submit']);
    for (const verb of DRAFT_VERBS.filter((one) => !draft.moves.includes(one))) {
      const { status, body } = await move(draft, verb, dates);
      expect([status, body.code]).toEqual([409, 'draft_move_not_allowed']);
      expect(body.current).toMatchObject({ state: 'draft', version: draft.version });
    }
  });

  it('comes into force only with a number and its dates in order', async () => {
    const draft = await start();
    const reviewed = (await move(draft, 'submit')).body;
    const approved = (await move(reviewed, 'approve')).body;
    const unnumbered = await move(approved, 'bring_into_force', dates);
    expect([unnumbered.status, unnumbered.body.code]).toEqual([422, 'draft_number_missing']);
    const numbered = await number(approved, 'Q/SLJD G0301-2099');
    const turned = { issuedOn: '2099-04-01', inForceOn: '2099-03-01' };
    const { status, body } = await move(numbered, 'bring_into_force', turned);
    expect([status, body.errors[0]?.code]).toEqual([422, 'before_issue']);
    expect((await entryOf(draft)).isPlanned).toBe(true);
  });

  it('refuses a step before the last one', async () => {
    const draft = await start();
    const { body } = await move(draft, 'submit', { on: '2000-01-01' });
    expect(body.errors[0]).toMatchObject({ path: 'on', code: 'before_last_step' });
  });

  it('shows the other value where somebody was faster', async () => {
    const draft = await start();
    await number(draft, 'Q/SLJD G0301-2099');
    const late = await enterprise.api.patch<Answer>(at(draft), { title: '采购' }, { ifMatch: 1 });
    expect([late.status, late.body.current.number]).toEqual([409, 'Q/SLJD G0301-2099']);
    expect((await move(draft, 'submit')).status).toBe(409);
  });

  it('takes the old edition out on the day on which the new one comes into force', async () => {
    const old = await inForce('Q/SLJD G0301-2098');
    const revise = () => enterprise.api.post<Answer>(`${at(old)}/revision`, {});
    const [first, second] = [(await revise()).body, (await revise()).body];
    expect(second.id).toBe(first.id);
    expect(first).toMatchObject({ replacesNumber: 'Q/SLJD G0301-2098', state: 'draft' });
    const numbered = await number(first, 'Q/SLJD G0301-2099');
    const approved = (await move((await move(numbered, 'submit')).body, 'approve')).body;
    const later = { on: '2099-05-01', issuedOn: '2099-05-01', inForceOn: '2099-06-01' };
    await move(approved, 'bring_into_force', later);
    const { body } = await enterprise.api.get<Answer>(at(old));
    expect(body).toMatchObject({ state: 'revised', withdrawnOn: '2099-06-01' });
    expect((await entryOf(old)).withdrawnOn).toBe('2099-06-01');
  });

  it('is withdrawn with a reason and can no more be changed', async () => {
    const done = await inForce('Q/SLJD G0301-2099');
    const bare = await move(done, 'withdraw', { on: '2099-09-01' });
    expect(bare.body.errors[0]).toMatchObject({ path: 'note', code: 'required' });
    const { body } = await move(done, 'withdraw', { on: '2099-09-01', note: '产品停产' });
    expect(body).toMatchObject({ state: 'withdrawn', withdrawnOn: '2099-09-01' });
    expect((await number(body, 'Q/SLJD G0302-2099')).code).toBe('draft_not_open');
  });

  it('is a Word file with its number and chapters', async () => {
    const draft = await number(await start(), 'Q/SLJD G0301-2099');
    const answer = await enterprise.api.fetch('GET', `${at(draft)}/word`);
    expect(answer.headers.get('content-disposition')).toContain('.docx');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('names the edition that it replaces in its Word file', async () => {
    await start({ title: '采购管理', number: 'Q/SLJD G0301-2021' });
    const draft = await start({ replacesNumber: 'Q/SLJD G0301-2021' });
    const answer = await enterprise.api.fetch('GET', `${at(draft)}/word`);
    const written = await wordText(Buffer.from(await answer.arrayBuffer()));
    expect(written).toContain('本文件代替 Q/SLJD G0301—2021《采购管理》');
  });

  it('bears on its cover the classification of its entry in the register', async () => {
    const draft = await start();
    const entry = `${enterprise.path}/standards/${String(draft.standardId)}`;
    const codes = { ics: '03.120.10', ccs: 'A01' };
    expect((await enterprise.api.patch(entry, codes, { ifMatch: 1 })).status).toBe(200);
    const answer = await enterprise.api.fetch('GET', `${at(draft)}/word`);
    const written = await wordText(Buffer.from(await answer.arrayBuffer()));
    expect(written).toMatch(/^\s*ICS 03\.120\.10\s*CCS A 01/u);
  });

  it('is seen by no other organization', async () => {
    const draft = await start();
    const other = await app.organization();
    const path = `${other.path}/drafts/${draft.id}`;
    expect((await other.api.get(path)).status).toBe(404);
    expect((await other.api.fetch('GET', `${path}/word`)).status).toBe(404);
  });

  it('is written by editors and only read by viewers', async () => {
    const draft = await start();
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    expect((await viewer.api.get(at(draft))).status).toBe(200);
    expect((await viewer.api.post(`${enterprise.path}/drafts`, content)).status).toBe(403);
  });

  it('leaves what is missing in the register when it is removed', async () => {
    const draft = await start();
    expect(await enterprise.api.delete(at(draft), undefined, { ifMatch: 9 })).toMatchObject({
      status: 409,
      body: { code: 'version_conflict' },
    });
    expect((await enterprise.api.delete(at(draft), undefined, { ifMatch: 1 })).status).toBe(204);
    expect((await entryOf(draft)).isPlanned).toBe(true);
  });
});

describe('numbers of an enterprise', () => {
  const path = (): string => `${enterprise.path}/numbering-rule`;
  const save = (pattern: string, ifMatch = 0) =>
    enterprise.api.put<NumberingDto & Answer>(
      path(),
      { pattern, classes: { technical: 'J', management: 'G', post: 'Z' } },
      { ifMatch },
    );
  const next = (kind: string) =>
    enterprise.api.get<{ number: string; code: string }>(`${path()}/next?kind=${kind}&year=2099`);

  it('are suggested in the manner of those in the register', async () => {
    await enterprise.api.post(`${enterprise.path}/standards`, { number: 'Q/SLJD J0201-2022' });
    const { body } = await enterprise.api.get<NumberingDto>(path());
    expect(body).toMatchObject({ version: 0, suggestion: 'Q/SLJD {类别}{序号:4}-{年}' });
  });

  it('go on from the register and from drafts', async () => {
    await enterprise.api.post(`${enterprise.path}/standards`, { number: 'Q/SLJD G0007-2022' });
    expect((await save('Q/SLJD {类别}{序号:4}-{年}')).body.version).toBe(1);
    expect((await next('management')).body.number).toBe('Q/SLJD G0008-2099');
    await start({ number: 'Q/SLJD G0008-2099' });
    expect((await next('management')).body.number).toBe('Q/SLJD G0009-2099');
    expect((await next('technical')).body.number).toBe('Q/SLJD J0001-2099');
  });

  it('of a standard in the recycle bin are not suggested, but may be given by hand', async () => {
    await save('Q/SLJD {类别}{序号:4}-{年}');
    const { body } = await enterprise.api.post<{ id: string }>(`${enterprise.path}/standards`, {
      number: 'Q/SLJD G0001-2099',
    });
    await enterprise.api.delete(`${enterprise.path}/standards/${body.id}`, undefined, {
      ifMatch: 1,
    });
    expect((await next('management')).body.number).toBe('Q/SLJD G0002-2099');
    expect((await start({ number: 'Q/SLJD G0001-2099' })).number).toBe('Q/SLJD G0001-2099');
  });

  it('follow a rule that is changed over the version that was read only', async () => {
    expect((await save('Q/SLJD {类别}{序号:4}-{年}')).body.version).toBe(1);
    expect((await save('Q/SLJD {类别}{序号:3}-{年}', 1)).body.version).toBe(2);
    const late = await save('Q/SLJD {类别}{序号:5}-{年}', 1);
    expect([late.status, late.body.code]).toEqual([409, 'version_conflict']);
    expect((await next('post')).body.number).toBe('Q/SLJD Z001-2099');
  });

  it('are asked for only with a rule', async () => {
    expect((await next('post')).body.code).toBe('numbering_rule_missing');
  });

  it('are given once, and the next free one is offered', async () => {
    await save('Q/SLJD {类别}{序号:4}-{年}');
    await start({ number: 'Q/SLJD G0001-2099' });
    const again = await enterprise.api.post<Answer & { detail: string }>(
      `${enterprise.path}/drafts`,
      { ...content, number: 'Q/SLJD  G0001—2099' },
    );
    expect([again.status, again.body.code]).toEqual([409, 'number_taken']);
    expect(JSON.stringify(again.body)).toContain('Q/SLJD G0002-');
  });

  it('follow a rule that says what is wrong with it', async () => {
    const { status, body } = await save('Q/SLJD {部门}-{年}');
    expect([status, body.errors[0]?.code]).toEqual([422, 'numbering_unknown_placeholder']);
    expect((await save('Q/SLJD {序号}-{年}')).status).toBe(200);
    expect((await save('Q/SLJD {序号}-{年}')).status).toBe(409);
  });
});
