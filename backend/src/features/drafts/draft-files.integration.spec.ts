import { MOST_DRAFT_FILES } from '@liangxing/contracts';
import PizZip from 'pizzip';
import { PendingObjects, sha256Of, Storage } from '../../kernel';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import { paragraph, textOfWord, wordFile, wordForm } from '../../testing/word-file';
import type { DraftDto } from './dto/draft.dto';
import { WordFiles } from './use-cases/word-files';

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start({ QUOTAS: 'evidence_bytes=60000' });
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization('苏州甲&乙机械');
});

const LETTER = wordFile({
  body: paragraph('{{企业', '名称}}') + paragraph('{{标准名称}} {{标准编号}} {{起草人}}'),
});
const RELEASE = { issuedOn: '2099-03-01', inForceOn: '2099-04-01' };
type Person = Pick<Member, 'api'>;

async function start(title = '采购控制程序', { api }: Person = enterprise): Promise<DraftDto> {
  const answer = await api.post<DraftDto>(`${enterprise.path}/drafts`, {
    ...{ kind: 'management', outlineId: '', title, englishTitle: '', number: '' },
    ...{ replacesNumber: '', department: '', drafters: [{ name: '顾敏' }] },
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

const at = ({ id }: Pick<DraftDto, 'id'>): string => `${enterprise.path}/drafts/${id}`;

function upload(
  draft: Pick<DraftDto, 'id' | 'version'>,
  file: Uint8Array = LETTER,
  { name = '采购.docx', key = '', person = enterprise as Person } = {},
) {
  const headers = key === '' ? {} : { 'idempotency-key': key };
  const asked = { ifMatch: draft.version, headers };
  return person.api.post<DraftDto & { code: string; detail: string }>(
    `${at(draft)}/files`,
    wordForm(file, name),
    asked,
  );
}

async function download(path: string, { api }: Person = enterprise): Promise<Uint8Array> {
  const answer = await api.fetch('GET', path);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const move = (draft: Pick<DraftDto, 'id' | 'version'>, verb: string) =>
  enterprise.api.post<DraftDto>(
    `${at(draft)}/moves`,
    { move: verb, on: '2099-03-01', by: '沈总', note: '', ...RELEASE },
    { ifMatch: draft.version },
  );

const trail = ({ id }: Pick<DraftDto, 'id'>) =>
  app.database.superuser<{ action: string; details: object }>(
    `SELECT action, details FROM audit_events WHERE subject_id = $1 AND organization_id = $2
     AND (action LIKE 'draft.file_%' OR action = 'draft.downloaded') ORDER BY id`,
    [id, enterprise.organizationId],
  );

const pending = (): Promise<unknown[]> =>
  app.database.superuser('SELECT storage_key FROM pending_objects WHERE organization_id = $1', [
    enterprise.organizationId,
  ]);

describe('the Word file of a draft', () => {
  it('is made of the outline until there is one, then filled in by what is known at that time', async () => {
    const draft = await start();
    expect(textOfWord(await download(`${at(draft)}/word`))).toContain('苏州甲&乙机械');
    const { status, body } = await upload(draft);
    expect([status, body.version, body.emptyFields]).toEqual([201, 2, ['number']]);
    expect(body.files).toMatchObject([
      { number: 1, fileName: '采购.docx', size: LETTER.length, uploadedByName: '王芳' },
    ]);
    const lines = async () => textOfWord(await download(`${at(draft)}/word`)).split('\n');
    expect(await lines()).toEqual(['苏州甲&乙机械', '采购控制程序 （待填：标准编号） 顾敏']);
    await enterprise.api.patch(at(draft), { number: 'Q/JY 001-2099' }, { ifMatch: 2 });
    expect((await lines())[1]).toBe('采购控制程序 Q/JY 001-2099 顾敏');
    expect(await download(`${at(draft)}/files/1/content`)).toEqual(new Uint8Array(LETTER));
    const zip = new PizZip(await download(`${enterprise.path}/draft-batches/word?state=draft`));
    const [name = ''] = Object.keys(zip.files);
    expect(textOfWord(zip.file(name)?.asUint8Array() ?? new Uint8Array())).toContain('Q/JY 001');
    expect(await pending()).toEqual([]);
  });

  it('is told of the draft itself, not in the list of all', async () => {
    const draft = (await upload(await start())).body;
    const { body } = await enterprise.api.get<object[]>(`${enterprise.path}/drafts`);
    const { files: _, steps: __, emptyFields: ___, ...head } = draft;
    expect(body).toEqual([head]);
  });

  it('without fields is sent byte for byte, alone and among others', async () => {
    const plain = wordFile({ body: paragraph('{{税号}} a {{x') + paragraph('y}} b') });
    const draft = (await upload(await start(), plain)).body;
    expect(await download(`${at(draft)}/word`)).toEqual(new Uint8Array(plain));
    const zip = new PizZip(await download(`${enterprise.path}/draft-batches/word?state=draft`));
    const [name = ''] = Object.keys(zip.files);
    expect(zip.file(name)?.asUint8Array()).toEqual(new Uint8Array(plain));
  });

  it('keeps its earlier versions, the latest ones; one can be removed', async () => {
    let draft = await start();
    for (let count = 1; count <= MOST_DRAFT_FILES + 1; count += 1) {
      const file = wordFile({ body: paragraph(`第 ${String(count)} 稿`) });
      draft = (await upload(draft, file)).body;
    }
    const numbers = draft.files.map(({ number }) => number);
    expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([20, 21, 2]);
    expect(textOfWord(await download(`${at(draft)}/files/2/content`))).toBe('第 2 稿');
    const removed = await enterprise.api.delete<DraftDto>(`${at(draft)}/files/21`, undefined, {
      ifMatch: draft.version,
    });
    expect(removed.body.files[0]?.number).toBe(20);
    expect(textOfWord(await download(`${at(draft)}/word`))).toBe('第 20 稿');
    expect(await pending()).toEqual([]);
  });

  it('gives no number twice, and its trail tells each that came, went and was fetched', async () => {
    let draft = (await upload(await start())).body as DraftDto;
    draft = (
      await enterprise.api.delete<DraftDto>(`${at(draft)}/files/1`, undefined, {
        ifMatch: draft.version,
      })
    ).body;
    const again = wordFile({ body: paragraph('再来') });
    draft = (await upload(draft, again)).body;
    expect(draft.files.map(({ number }) => number)).toEqual([2]);
    await download(`${at(draft)}/word`);
    const [old, fresh] = [LETTER, again].map((file) => sha256Of(file));
    expect(await trail(draft)).toMatchObject([
      { action: 'draft.file_added', details: { number: 1, sha256: old } },
      { action: 'draft.file_removed', details: { number: 1, sha256: old } },
      { action: 'draft.file_added', details: { number: 2, sha256: fresh } },
      { action: 'draft.downloaded', details: { number: 2, sha256: fresh } },
    ]);
    for (let count = 0; count < MOST_DRAFT_FILES; count += 1)
      draft = (await upload(draft, again)).body;
    expect((await trail(draft)).at(-1)).toMatchObject({
      ...{ action: 'draft.file_removed', details: { number: 2, sha256: fresh } },
    });
  });

  it('is written over the version that was seen, once for each key, and by one of two at once', async () => {
    const draft = await start();
    const key = crypto.randomUUID();
    const first = await upload(draft, LETTER, { key });
    expect((await upload(draft, LETTER, { key })).body).toEqual(first.body);
    expect((await upload(draft)).body.code).toBe('version_conflict');
    const both = await Promise.all([upload(first.body), upload(first.body)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { body } = await enterprise.api.get<DraftDto>(at(draft));
    expect(body.files.map(({ number }) => number)).toEqual([2, 1]);
    expect((await upload({ ...draft, version: 99 })).status).toBe(409);
  });

  it('is closed with the approval, and open again when that is taken back', async () => {
    let draft = (await upload(await start())).body as DraftDto;
    draft = (await move(draft, 'submit')).body;
    draft = (await upload(draft)).body;
    draft = (await move(draft, 'approve')).body;
    expect(await upload(draft)).toMatchObject({ status: 409, body: { code: 'draft_file_closed' } });
    const removal = await enterprise.api.delete(`${at(draft)}/files/1`, undefined, {
      ifMatch: draft.version,
    });
    expect(removal).toMatchObject({ status: 409, body: { code: 'draft_file_closed' } });
    draft = (await move(draft, 'reconsider')).body;
    expect((await upload(draft)).status).toBe(201);
  });

  it('goes along into the next edition, which has a file of its own from then on', async () => {
    let draft = (await upload(await start())).body as DraftDto;
    const numbered = { number: 'Q/JY 002-2099' };
    draft = (await enterprise.api.patch<DraftDto>(at(draft), numbered, { ifMatch: 2 })).body;
    draft = (await move(draft, 'submit')).body;
    draft = (await move(draft, 'approve')).body;
    draft = (await move(draft, 'bring_into_force')).body;
    expect(draft.state).toBe('in_force');
    const asked = await enterprise.api.post<DraftDto>(`${at(draft)}/revision`, {});
    expect([asked.status, asked.body.files.length]).toEqual([201, 1]);
    const again = await enterprise.api.post<DraftDto>(`${at(draft)}/revision`, {});
    expect([again.body.id, again.body.files.length]).toEqual([asked.body.id, 1]);
    await app.database.superuser(
      `INSERT INTO organization_quotas (organization_id, name, most) VALUES ($1, 'evidence_bytes', 1)`,
      [enterprise.organizationId],
    );
    const full = await enterprise.api.post<DraftDto>(`${at(draft)}/revision`, {});
    expect([full.status, full.body.id]).toEqual([201, asked.body.id]);
    expect(await pending()).toEqual([]);
    await app.database.superuser('DELETE FROM organization_quotas WHERE organization_id = $1', [
      enterprise.organizationId,
    ]);
    await upload(asked.body, wordFile({ body: paragraph('修订稿') }));
    expect(textOfWord(await download(`${at(asked.body)}/word`))).toBe('修订稿');
    expect(textOfWord(await download(`${at(draft)}/word`))).toContain('Q/JY 002-2099');
  });

  it('of a next edition is there, or the edition is asked for once more', async () => {
    let draft = (await upload(await start())).body as DraftDto;
    await app.database.superuser(
      `UPDATE standard_drafts SET state = 'in_force', number = 'Q/JY 3-2099' WHERE id = $1`,
      [draft.id],
    );
    const words = jest.spyOn(app.app.get(WordFiles), 'withCopies');
    words.mockImplementationOnce((_, __, use) => use(new Map()));
    const early = await enterprise.api.post<{ code: string }>(`${at(draft)}/revision`, {});
    expect([early.status, early.body.code]).toEqual([503, 'busy']);
    const made = (await enterprise.api.post<DraftDto>(`${at(draft)}/revision`, {})).body;
    draft = made;
    expect(draft.files).toHaveLength(1);
    expect(await trail(made)).toMatchObject([
      { action: 'draft.file_added', details: { number: 1, fileName: '采购.docx' } },
    ]);
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.4\n%%EOF\n'), '采购.pdf', 415, 'word_file_expected'],
    [
      'an old Word file',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      '采购.doc',
      415,
      'word_file_expected',
    ],
    ['a file with macros in its name', LETTER, '采购.docm', 415, 'word_file_expected'],
    ['text that is called Word', Buffer.from('text'), '采购.docx', 415, 'file_content_mismatch'],
    ['an empty file', Buffer.from(''), '采购.docx', 422, 'file_empty'],
    [
      'a file with macros in it',
      wordFile({ body: '', more: { 'word/vbaProject.bin': 'x' } }),
      '采购.docx',
      422,
      'word_file_has_macros',
    ],
    [
      'a field that is not closed',
      wordFile({ body: paragraph('{{企业名称}} {{标准编') + paragraph('号}}') }),
      '采购.docx',
      422,
      'word_field_unclosed',
    ],
  ])('is refused where it is %s', async (_, file, name, status, code) => {
    const draft = await start();
    const answer = await upload(draft, file, { name });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.detail).toMatch(/。$/);
    expect((await enterprise.api.get<DraftDto>(at(draft))).body.files).toEqual([]);
    expect(await pending()).toEqual([]);
  });

  it('counts with all other files, whoever adds one', async () => {
    const consultancy = await app.consultancy();
    const areas = ['system', 'register'] as const;
    await app.grant(enterprise, consultancy.organizationId, { readable: areas, writable: areas });
    const evidence = wordForm(Buffer.from(`%PDF-1.4\n${'x'.repeat(59_000)}\n%%EOF\n`), '满.pdf');
    expect((await enterprise.api.post(`${enterprise.path}/evidence`, evidence)).status).toBe(201);
    const draft = await start('采购控制程序', consultancy);
    for (const person of [enterprise, consultancy])
      expect(await upload(draft, LETTER, { person })).toMatchObject({
        status: 409,
        body: { code: 'quota_evidence_bytes' },
      });
    expect((await enterprise.api.get<DraftDto>(at(draft))).body.files).toEqual([]);
  });

  it('is written by a consultancy to which drafts are open, that sees nothing of the profile', async () => {
    const consultancy = await app.consultancy();
    const areas = ['system', 'register'] as const;
    await app.grant(enterprise, consultancy.organizationId, { readable: areas, writable: areas });
    await app.database.superuser(
      `UPDATE enterprise_profiles SET profile = '{"legalRepresentative": "沈立"}'
       WHERE organization_id = $1`,
      [enterprise.organizationId],
    );
    const draft = await start();
    const file = wordFile({ body: paragraph('{{企业名称}}：{{法定代表人}}') });
    const { status, body } = await upload(draft, file, { person: consultancy });
    expect([status, body.emptyFields]).toEqual([201, ['legalRepresentative']]);
    const text = async (person: Person) => textOfWord(await download(`${at(draft)}/word`, person));
    expect(await text(consultancy)).toBe('苏州甲&乙机械：（待填：法定代表人）');
    expect(await text(enterprise)).toBe('苏州甲&乙机械：沈立');
    const removed = await consultancy.api.delete(at(draft), undefined, { ifMatch: body.version });
    expect(removed.status).toBe(204);
    expect(await pending()).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const draft = (await upload(await start())).body;
    const stranger = await app.organization('别的企业');
    const theirs = `${stranger.path}/drafts/${draft.id}`;
    for (const path of [`${theirs}/files/1/content`, `${theirs}/word`, `${at(draft)}/word`])
      expect((await stranger.api.get(path)).status).toBe(404);
    const sent = await stranger.api.post(`${theirs}/files`, wordForm(LETTER, 'a.docx'), {
      ifMatch: draft.version,
    });
    expect(sent.status).toBe(404);
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    expect(await upload(draft, LETTER, { person: viewer })).toMatchObject({ status: 403 });
    expect((await download(`${at(draft)}/word`, viewer)).length).toBeGreaterThan(0);
  });

  it('leaves the store with its draft, and no sweep takes one that stays', async () => {
    const kept = (await upload(await start('留'))).body;
    const draft = (await upload(await start('去'))).body;
    const [{ key } = { key: '' }] = await app.database.superuser<{ key: string }>(
      'SELECT storage_key AS key FROM standard_draft_files WHERE draft_id = $1',
      [draft.id],
    );
    const gone = await enterprise.api.delete(at(draft), undefined, { ifMatch: draft.version });
    expect(gone.status).toBe(204);
    await expect(app.app.get(Storage).read(key)).rejects.toThrow('no stored object');
    const worker = await app.jobs();
    const swept = await worker.get(PendingObjects).sweep(enterprise.context, new Date());
    expect(swept).toBe(0);
    expect((await download(`${at(kept)}/files/1/content`)).length).toBe(LETTER.length);
  });

  it('stands in the trail with who brought it', async () => {
    const draft = (await upload(await start())).body;
    await download(`${at(draft)}/files/1/content`);
    expect(await trail(draft)).toMatchObject([
      { action: 'draft.file_added', details: { fileName: '采购.docx', size: LETTER.length } },
      { action: 'draft.downloaded', details: { fileName: '采购.docx' } },
    ]);
  });
});
