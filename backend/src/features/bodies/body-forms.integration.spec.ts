import { TestApp, type TestOrganization } from '../../testing/test-app';
import { paragraph, textOfWord, wordFile, wordForm } from '../../testing/word-file';

interface Problem {
  readonly code: string;
}

interface Form {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly string[];
  readonly unknownFields: readonly { readonly name: string }[];
}

interface Offered {
  readonly id: string;
  readonly forms: readonly Form[];
}

const FACTS = { introduction: '', contact: '', fees: '', materials: [] };
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n');

let app: TestApp;
let body: TestOrganization;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  body = await app.body();
  enterprise = await app.organization('苏州良方机械有限公司');
  await accepting(true, 0);
}, 120_000);
afterAll(() => app.stop());

const accepting = (isAccepting: boolean, ifMatch: number) =>
  body.api.put(`${body.path}/body-profile`, { ...FACTS, isAccepting }, { ifMatch });

function form(bytes: Buffer, name: string, title?: string): FormData {
  const data = new FormData();
  if (title !== undefined) data.append('title', title);
  data.append('file', new Blob([bytes]), name);
  return data;
}

const upload = (data: FormData) =>
  body.api.post<Form & Problem>(`${body.path}/body-profile/forms`, data);
const listed = async (): Promise<readonly Form[]> =>
  (await body.api.get<readonly Form[]>(`${body.path}/body-profile/forms`)).body;
const offered = async (): Promise<readonly Form[]> => {
  const found = await enterprise.api.get<readonly Offered[]>(
    `${enterprise.path}/submissions/bodies`,
  );
  return found.body.find(({ id }) => id === body.organizationId)?.forms ?? [];
};
const fetched = (id: string) =>
  enterprise.api.fetch(
    'GET',
    `${enterprise.path}/submissions/bodies/${body.organizationId}/forms/${id}/content`,
  );

describe('forms of a body', () => {
  let word = '';
  let pdf = '';

  it('are uploaded with a title or by the name of the file, and tell the fields of a Word file', async () => {
    const content = paragraph('申请单位：{{企业名称}}，{{标准编号}}，{{申请等级}}');
    const made = await upload(wordForm(wordFile({ body: content }), '评价申请表.docx'));
    expect([made.status, made.body.title]).toEqual([201, '评价申请表']);
    expect(made.body.fields).toEqual(expect.arrayContaining(['enterpriseName', 'number']));
    expect(made.body.unknownFields).toMatchObject([{ name: '申请等级' }]);
    const plain = await upload(form(PDF, '收费标准.pdf', '收费说明'));
    expect([plain.status, plain.body.title, plain.body.fields]).toEqual([201, '收费说明', []]);
    [word, pdf] = [made.body.id, plain.body.id];
    expect((await listed()).map(({ id }) => id)).toEqual([word, pdf]);
  });

  it('are Word, Excel and PDF files that run nothing, with a title that can be kept', async () => {
    const text = await upload(form(Buffer.from('abc'), '申请表.txt'));
    expect([text.status, text.body.code]).toEqual([422, 'body_form_type']);
    const macros = wordFile({ body: paragraph('x'), more: { 'word/vbaProject.bin': 'x' } });
    expect((await upload(wordForm(macros, '申请表.docx'))).status).toBe(422);
    const long = await upload(form(PDF, '申请表.pdf', '长'.repeat(201)));
    expect([long.status, long.body.code]).toEqual([422, 'validation_failed']);
    expect(await listed()).toHaveLength(2);
  });

  it('reach enterprises filled in from their profile, and as they are where nothing is to be filled in', async () => {
    expect((await offered()).map(({ title }) => title)).toEqual(['评价申请表', '收费说明']);
    const filled = await fetched(word);
    expect(filled.status).toBe(200);
    const text = textOfWord(new Uint8Array(await filled.arrayBuffer()));
    expect(text).toContain('申请单位：苏州良方机械有限公司，（待填：标准编号），{{申请等级}}');
    const plain = await fetched(pdf);
    expect(Buffer.from(await plain.arrayBuffer()).equals(PDF)).toBe(true);
    const own = await body.api.fetch('GET', `${body.path}/body-profile/forms/${word}/content`);
    expect(textOfWord(new Uint8Array(await own.arrayBuffer()))).toContain('{{企业名称}}');
  });

  it('are offered by nobody who takes no applications, or is suspended', async () => {
    await accepting(false, 1);
    expect([await offered(), (await fetched(word)).status]).toEqual([[], 404]);
    await accepting(true, 2);
    expect((await fetched(word)).status).toBe(200);
    const stand = (state: string) =>
      app.database.superuser('UPDATE organizations SET state = $2 WHERE id = $1', [
        body.organizationId,
        state,
      ]);
    await stand('suspended');
    expect([await offered(), (await fetched(word)).status]).toEqual([[], 404]);
    await stand('open');
    expect(await offered()).toHaveLength(2);
  });

  it('are reached by no other body and not under the name of another', async () => {
    const other = await app.body();
    const there = `${other.path}/body-profile/forms/${word}/content`;
    expect((await other.api.fetch('GET', there)).status).toBe(404);
    const path = `${enterprise.path}/submissions/bodies/${other.organizationId}/forms/${word}/content`;
    expect((await enterprise.api.fetch('GET', path)).status).toBe(404);
  });

  it('are twenty at most, and leave the store with their removal', async () => {
    for (let count = 2; count < 20; count += 1) await upload(form(PDF, `${String(count)}.pdf`));
    const full = await upload(form(PDF, '多余.pdf'));
    expect([full.status, full.body.code]).toEqual([409, 'body_forms_full']);
    const gone = await body.api.delete(`${body.path}/body-profile/forms/${pdf}`);
    expect(gone.status).toBe(204);
    expect((await fetched(pdf)).status).toBe(404);
    expect(await listed()).toHaveLength(19);
  });
});
