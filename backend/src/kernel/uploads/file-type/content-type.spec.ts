import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { ZipFile } from 'yazl';
import { FileTypeError, verifiedType } from './content-type';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-type-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function typeOf(content: Buffer, fileName: string): Promise<string> {
  const path = join(folder, 'content');
  await writeFile(path, content);
  return verifiedType(path, fileName).then(
    ({ mediaType }) => mediaType,
    (error: FileTypeError) => error.reason,
  );
}

async function zipWith(...parts: string[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const part of parts) zip.addBuffer(Buffer.from('<x/>'), part);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the type of an uploaded file', () => {
  it('is that of its content where name and content agree', async () => {
    expect(await typeOf(pdf, '标准化管理办法.pdf')).toBe('application/pdf');
    expect(await typeOf(png, '现场.PNG')).toBe('image/png');
  });

  it('is refused where a right name covers other content', async () => {
    expect(await typeOf(png, '标准化管理办法.pdf')).toBe('content_mismatch');
    expect(await typeOf(Buffer.from('MZ\u0090\u0000program'), '说明.txt')).toBe('content_mismatch');
    expect(await typeOf(await zipWith('a.txt'), '明细表.xlsx')).toBe('content_mismatch');
    expect(await typeOf(await zipWith('word/document.xml'), '明细表.xlsx')).toBe(
      'content_mismatch',
    );
  });

  it('is refused where the kind is not on the list', async () => {
    expect(await typeOf(Buffer.from('<script>'), '页面.html')).toBe('extension_not_allowed');
    expect(await typeOf(pdf, 'noextension')).toBe('extension_not_allowed');
  });

  it('is refused for an empty file', async () => {
    expect(await typeOf(Buffer.alloc(0), '空.txt')).toBe('empty_file');
  });

  it('knows office documents by the part inside the zip', async () => {
    expect(await typeOf(await zipWith('[Content_Types].xml', 'xl/workbook.xml'), 'a.xlsx')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(await typeOf(await zipWith('word/document.xml'), 'a.docx')).toContain('wordprocessing');
    expect(await typeOf(await zipWith('anything'), 'a.zip')).toBe('application/zip');
  });

  it('knows an OFD by its entry, and not any zip of that name', async () => {
    expect(await typeOf(await zipWith('OFD.xml', 'Doc_0/Document.xml'), '通知.ofd')).toBe(
      'application/ofd',
    );
    expect(await typeOf(await zipWith('word/document.xml'), '通知.ofd')).toBe('content_mismatch');
    expect(await typeOf(await zipWith('Doc_0/OFD.xml'), '通知.ofd')).toBe('content_mismatch');
    expect(await typeOf(pdf, '通知.ofd')).toBe('content_mismatch');
  });

  it.each(['heic', 'heix', 'mif1', 'msf1', 'hevc'])(
    'knows a photograph of a telephone by its brand %s, under either name',
    async (brand) => {
      const head = Buffer.concat([
        Buffer.from([0, 0, 0, 24]),
        Buffer.from(`ftyp${brand}`),
        Buffer.alloc(4),
        Buffer.from('mif1heic'),
      ]);
      expect(await typeOf(head, '现场.HEIC')).toBe('image/heic');
      expect(await typeOf(head, '现场.heif')).toBe('image/heif');
      expect(await typeOf(head, '现场.jpg')).toBe('content_mismatch');
    },
  );

  it('takes no film for a photograph', async () => {
    const film = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypisom'),
      Buffer.alloc(12),
    ]);
    expect(await typeOf(film, '现场.heic')).toBe('content_mismatch');
    expect(await typeOf(png, '现场.heic')).toBe('content_mismatch');
  });

  it('takes text in UTF-8 and in GB18030', async () => {
    expect(await typeOf(Buffer.from('序号,标准号\n'), 'a.csv')).toBe('text/csv');
    expect(await typeOf(iconv.encode('序号,标准号\n', 'gb18030'), 'a.csv')).toBe('text/csv');
  });
});
