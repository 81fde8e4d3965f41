import { WORD_FIELDS, type WordField, type WordFieldValues } from '@liangxing/contracts';
import fc from 'fast-check';
import PizZip from 'pizzip';
import { paragraph, table, textOfWord, wordFile } from '../../../testing/word-file';
import { fieldsOfWord, filledWord } from './word-fields';
import { readWordPackage, WORD_LIMITS } from './word-package';

const NOTHING = Object.fromEntries(
  Object.keys(WORD_FIELDS).map((field) => [field, '']),
) as WordFieldValues;
const COMPANY = { ...NOTHING, enterpriseName: '苏州立信机械有限公司', number: 'Q/SLX 001-2026' };

const fieldsOf = async (file: Buffer) => fieldsOfWord(await readWordPackage(file));
const filled = async (file: Buffer, values: WordFieldValues = COMPANY) =>
  filledWord(await readWordPackage(file), values);

describe('fields of a Word file', () => {
  it('are found where Word has split them over runs', async () => {
    const file = wordFile({ body: paragraph('由', '{', '{企业', '名', '称}', '}', '提出。') });
    expect(await fieldsOf(file)).toEqual({ fields: ['enterpriseName'], unknownFields: [] });
    expect(textOfWord(await filled(file))).toBe('由苏州立信机械有限公司提出。');
  });

  it('are filled in tables, headers and footers too', async () => {
    const file = wordFile({
      body: table(paragraph('{{标准编号}}')),
      header: paragraph('{{ 企业名称 }}'),
      footer: paragraph('{{标准', '编号}} 第 1 页'),
    });
    const bytes = await filled(file);
    const texts = ['document', 'header1', 'footer1'].map((part) => textOfWord(bytes, part));
    expect(texts).toEqual(['Q/SLX 001-2026', '苏州立信机械有限公司', 'Q/SLX 001-2026 第 1 页']);
  });

  it('of which nothing is known stay visible as what is to be filled in', async () => {
    const file = wordFile({ body: paragraph('批准：{{法定代表人}}') });
    expect(textOfWord(await filled(file))).toBe('批准：（待填：法定代表人）');
  });

  it('that nobody knows are told with their place, and stay as they are', async () => {
    const body = paragraph('{{企业名称}}的{{税号}}') + paragraph('{{#每项}}{{/每项}}{{@raw}}');
    const file = wordFile({ body, header: paragraph('{{A&B}}') });
    const { unknownFields } = await fieldsOf(file);
    expect(unknownFields).toEqual([
      { name: 'A&B', part: 'header', paragraph: '{{A&B}}' },
      { name: '税号', part: 'body', paragraph: '{{企业名称}}的{{税号}}' },
      ...['#每项', '/每项', '@raw'].map((name) => ({
        ...{ name, part: 'body', paragraph: '{{#每项}}{{/每项}}{{@raw}}' },
      })),
    ]);
    const bytes = await filled(file);
    expect(textOfWord(bytes)).toBe('苏州立信机械有限公司的{{税号}}\n{{#每项}}{{/每项}}{{@raw}}');
    expect(textOfWord(bytes, 'header1')).toBe('{{A&B}}');
  });

  it('that would reach into the next paragraph are refused; single braces are only text', async () => {
    const open = wordFile({ body: paragraph('{{企业名') + paragraph('称}}') });
    await expect(fieldsOf(open)).rejects.toMatchObject({
      code: 'word_field_unclosed',
      params: { text: '{{企业名' },
    });
    const text = wordFile({ body: paragraph('f(x) = { a | { b } } }} {{ 1') + paragraph('末') });
    expect(await fieldsOf(text)).toEqual({ fields: [], unknownFields: [] });
  });

  it.each([
    [['a {', '{标准名称}} z'], '{'],
    [['a {{标准名称}', '} z'], '{{标准名称}'],
    [['a {{x', 'middle', 'y}} b', '{{标准名称}}'], '{{x'],
    [['{{标准名称}} a {', '', '{x}} b'], '{'],
  ])('whose braces are split over the paragraphs %j are refused', async (texts, text) => {
    const body = texts.map((each) => paragraph(each)).join('');
    const refusal = { code: 'word_field_unclosed', params: { text } };
    await expect(fieldsOf(wordFile({ body }))).rejects.toMatchObject(refusal);
    await expect(fieldsOf(wordFile({ body: '', header: body }))).rejects.toMatchObject(refusal);
    const runs = wordFile({ body: paragraph(...texts) + paragraph('&', '{', '{企业名称}', '}') });
    expect((await fieldsOf(runs)).fields).toContain('enterpriseName');
  });

  it('take any text of a profile, also what looks like XML or another field', async () => {
    const file = wordFile({ body: paragraph('《{{企业', '名称}}》'), header: paragraph('页眉') });
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('A&B <机械> "有限" \'公司\'', '{{标准编号}}', '{{企业名称}}', '$& $1', ']]>'),
    );
    // What the edge lets in: no controls, no halves of characters.
    const isPlain = (text: string): boolean =>
      text.trim() !== '' && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text);
    await fc.assert(
      fc.asyncProperty(texts.filter(isPlain), async (enterpriseName) => {
        const bytes = await filled(file, { ...NOTHING, enterpriseName });
        expect(textOfWord(bytes)).toBe(`《${enterpriseName}》`);
      }),
      { numRuns: 60 },
    );
  });

  it('each of the list is filled by its own text', async () => {
    const names = Object.keys(WORD_FIELDS) as WordField[];
    const file = wordFile({
      body: names.map((field) => paragraph(`{{${WORD_FIELDS[field].zh}}}`)).join(''),
    });
    const values = Object.fromEntries(names.map((name) => [name, `值 ${name}`]));
    expect(textOfWord(await filled(file, values as WordFieldValues)).split('\n')).toEqual(
      Object.values(values),
    );
  });
});

describe('a Word file', () => {
  const refusal = (file: Buffer) =>
    readWordPackage(file).then(
      () => null,
      (error: unknown) => error,
    );

  it.each(['word/vbaProject.bin', 'word/activeX/activeX1.bin'])(
    'with %s is refused',
    async (name) => {
      const file = wordFile({ body: '', more: { [name]: 'x' } });
      expect(await refusal(file)).toMatchObject({ code: 'word_file_has_macros' });
    },
  );

  const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const MAIN_TYPE =
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const types = (more: string) => ({
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/>${more}</Types>`,
  });
  const relation = (kind: string, more = '', target = 'x') => ({
    'word/_rels/settings.xml.rels': `<Relationships xmlns="r"><Relationship Id="a" Type='http://purl.oclc.org/ooxml/officeDocument/relationships/${kind}' Target="${target}"${more}/></Relationships>`,
  });

  it.each([
    [
      'a template of the own machine',
      relation('attachedTemplate', ' TargetMode="External"', 'file:///C:\\模板\\公司.dotx'),
    ],
    [
      'a template by its name',
      relation('attachedTemplate', ' TargetMode="External"', 'Normal.dotm'),
    ],
    ['a formula of another program', relation('oleObject', '', 'embeddings/oleObject1.bin')],
  ])('takes %s', async (_, more) => {
    expect(await refusal(wordFile({ body: '', more }))).toBeNull();
  });

  it.each([
    [
      'a template elsewhere',
      'word_file_foreign',
      relation('attachedTemplate', ' TargetMode="External"', 'https://example.com/a.dotm'),
    ],
    [
      'a template on another machine, said oddly',
      'word_file_foreign',
      relation(
        'attachedTemplate',
        ` b="TargetMode='x'" TargetMode='external'`,
        'file://\\\\server\\a.dotm',
      ),
    ],
    ['a linked object', 'word_file_foreign', relation('oleObject', ' TargetMode="External"')],
    ['a chunk of another file', 'word_file_foreign', relation('aFChunk')],
    ['macros under another name', 'word_file_has_macros', relation('vbaProject')],
    ['a control', 'word_file_has_macros', relation('control')],
    [
      'an outside that is written by reference',
      'word_file_unreadable',
      relation('attachedTemplate', ' TargetMode="Ext&#101;rnal"'),
    ],
    [
      'relations in another encoding',
      'word_file_unreadable',
      { 'word/_rels/a.rels': Buffer.from('<Relationships></Relationships>', 'utf16le') },
    ],
    [
      'macros by content type',
      'word_file_has_macros',
      {
        ...types('<Default Extension="dat" ContentType="application/vnd.ms-office.vbaProject"/>'),
        'word/a.dat': 'x',
      },
    ],
    [
      'another text',
      'word_file_unreadable',
      {
        ...types(`<Override PartName="/word/a.dat" ContentType="${MAIN_TYPE}"/>`),
        'word/a.dat': '<a/>',
      },
    ],
    [
      'much XML under another name',
      'word_file_too_large',
      {
        ...types('<Default Extension="dat" ContentType="application/x+xml"/>'),
        'word/a.dat': 'a'.repeat(WORD_LIMITS.xmlBytes),
      },
    ],
    ['a second text in other letters', 'word_file_unreadable', { 'Word/Document.xml': '<a/>' }],
  ] as const)('with %s is refused', async (_, code, more) => {
    expect(await refusal(wordFile({ body: '', more }))).toMatchObject({ code });
  });

  it.each(['hyperlink', 'image'])('may name a %s outside', async (kind) => {
    const file = wordFile({ body: '', more: relation(kind, ' TargetMode="External"') });
    expect(await refusal(file)).toBeNull();
  });

  it('that unpacks to more than it may is refused, whatever it says of its size', async () => {
    const bomb = wordFile({ body: '', more: { 'word/a.xml': 'a'.repeat(WORD_LIMITS.xmlBytes) } });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb)).toMatchObject({ code: 'word_file_too_large' });
    const liar = wordFile({ body: '', more: { 'word/a.xml': 'a'.repeat(1_000_000) } });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(1_000_000);
    for (let at = liar.indexOf(size); at >= 0; at = liar.indexOf(size, at + 1))
      liar.writeUInt32LE(10, at);
    expect(await refusal(liar)).toMatchObject({ code: 'word_file_unreadable' });
  });

  it.each([
    ['no zip', Buffer.from('PK not at all')],
    ['a zip without a document', new PizZip().file('a.txt', 'x').generate({ type: 'nodebuffer' })],
  ])('that is %s is refused', async (_, file) => {
    expect(await refusal(file)).toMatchObject({ code: 'word_file_unreadable' });
  });

  it('whose XML is broken is refused', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const file = wordFile({ body: '', more: { '[Content_Types].xml': '<Types' } });
    await expect(fieldsOf(file)).rejects.toMatchObject({ code: 'word_file_unreadable' });
  });
});
