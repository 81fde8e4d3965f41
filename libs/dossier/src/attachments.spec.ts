import * as fc from 'fast-check';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { sampleSnapshot } from './fixtures/sample-snapshot';
import { inspectAttachment } from './attachments/inspect-attachment';
import { renderDossierToBytes } from './render-dossier';
import type { DossierSnapshot } from './snapshot';
import type { AttachmentRow } from './snapshot/attachments';
import {
  attachedPdf,
  attachedPng,
  attachmentRow,
  bombPdf,
  bombPng,
  sealedPdf,
  talkingPng,
  type PageShape,
} from './testing/attached-files';
import { readPdf, type ReadPdf } from './testing/read-pdf';
import { testFonts } from './testing/test-fonts';

const squeeze = (text: string): string => text.replace(/\s+/g, '');
const portrait: PageShape = { width: 595, height: 842, rotation: 0 };
const snapshot = sampleSnapshot();
/** Little before the attachments, so that many can be tried. */
const short: DossierSnapshot = {
  ...snapshot,
  scoring: [],
  evidence: [],
  laws: [],
  corrections: [],
  selfDeclarations: [],
};

interface Attached {
  readonly row: AttachmentRow;
  readonly bytes: Uint8Array;
}

const attach = async (base: DossierSnapshot, attached: readonly Attached[]): Promise<Uint8Array> =>
  renderDossierToBytes(
    { ...base, attachments: attached.map(({ row }) => row) },
    {
      fonts: await testFonts(),
      files: new Map(attached.map(({ row, bytes }) => [row.sha256, bytes])),
    },
  );

const pdfOf = async (
  name: string,
  shapes: readonly PageShape[],
  more: Partial<AttachmentRow> = {},
): Promise<Attached> => {
  const bytes = await attachedPdf(name, shapes);
  return { bytes, row: attachmentRow(`${name}.pdf`, bytes, { pages: shapes.length, ...more }) };
};

describe('files attached behind the dossier', () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  let attached: readonly Attached[];
  beforeAll(async () => {
    const png = attachedPng(900, 500);
    const seal = await sealedPdf();
    attached = [
      await pdfOf('yyzz', [portrait], {
        kind: 'licence',
        title: '营业执照（副本）',
        evidenceNumber: '1.1-01',
      }),
      await pdfOf('cert', [portrait, { width: 842, height: 595, rotation: 0 }], {
        kind: 'certificate',
        title: '质量管理体系认证',
      }),
      {
        bytes: png,
        row: attachmentRow('chart.png', png, { kind: 'chart', title: '2026 年组织机构图' }),
      },
      { bytes: seal, row: attachmentRow('sealed.pdf', seal, { kind: 'release', title: '发布令' }) },
    ];
    bytes = await attach(snapshot, attached);
    pdf = readPdf(bytes);
  });

  it('each have a divider with number, kind, title, file, pages and hash, and stand behind the signatures', () => {
    const at = pdf.pages.findIndex((page) => squeeze(page).includes('SHA-256（前16位）'));
    const divider = squeeze(pdf.pages[at] ?? '');
    expect(divider).toContain('附件1营业执照（副本）');
    expect(divider).toContain('yyzz.pdf');
    expect(divider).toContain('页数1页');
    expect(divider).toContain(attached[0]?.row.sha256.slice(0, 16));
    expect(divider).toContain('证实材料1.1-01，第1版');
    expect(at).toBeGreaterThan(pdf.pages.findIndex((page) => squeeze(page).includes('企业盖章')));
    expect(pdf.pages[at + 1]).toContain('yyzz p1');
    expect(pdf.pages.filter((page) => page.includes('SHA-256（前'))).toHaveLength(4);
  });

  it('keep running page numbers on every page', () => {
    pdf.pages.slice(1).forEach((page, index) => {
      expect(squeeze(page)).toContain(`第${index + 2}页共${pdf.pages.length}页`);
    });
  });

  it('are scaled to A4 and keep their orientation', async () => {
    const pages = (await PDFDocument.load(bytes)).getPages();
    const at = pdf.pages.findIndex((page) => page.includes('cert p1'));
    const sizeOf = (index: number) => pages[index]?.getSize();
    expect(sizeOf(at)).toEqual({ width: 595.28, height: 841.89 });
    expect(sizeOf(at + 1)).toEqual({ width: 841.89, height: 595.28 });
  });

  it('show the seal that stands on a page as an annotation', () => {
    const page = pdf.pages.find((text) => text.includes('sealed p1'));
    expect(page).toContain('SEAL');
  });

  it('are described to readers who do not see them', () => {
    expect(pdf.alternatives).toContain('附件 2　证书：质量管理体系认证，第 2 页，共 2 页');
    expect(pdf.figuresWithoutAlternative).toBe(0);
  });

  it('replace the slip for the licence, and the chart is pointed at', () => {
    const text = squeeze(pdf.text);
    expect(text).toContain('见附件1（yyzz.pdf）');
    expect(text).not.toContain('复印件粘贴处');
    expect(text).toContain('企业发布的组织机构图见附件3（chart.png）。');
  });

  it('give the same bytes again', async () => {
    const again = await attach(snapshot, attached);
    expect(Buffer.compare(Buffer.from(again), Buffer.from(bytes))).toBe(0);
  });

  it('are refused by name where the bytes are not those that were frozen', async () => {
    const [first] = attached;
    if (first === undefined) throw new Error('nothing attached');
    const other = { ...first, bytes: await attachedPdf('other', [portrait]) };
    await expect(attach(short, [other])).rejects.toMatchObject({
      code: 'attachment_changed',
      params: { file: 'yyzz.pdf' },
    });
  });

  it('stand in the contents and the bookmarks with the page of their divider, whatever they are', async () => {
    const shape = fc.record({
      width: fc.integer({ min: 180, max: 2000 }),
      height: fc.integer({ min: 180, max: 2000 }),
      rotation: fc.constantFrom(0, 90, 180, 270),
    });
    const files = fc.array(fc.array(shape, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(files, async (all) => {
        const chosen = await Promise.all(
          all.map((shapes, index) => pdfOf(`file${index + 1}`, shapes)),
        );
        const read = readPdf(await attach(short, chosen));
        const contents = squeeze(read.pages[1] ?? '');
        all.forEach((shapes, index) => {
          const head = `附件${index + 1}file${index + 1}`;
          const from = read.pages.findIndex((page, at) => at > 1 && squeeze(page).includes(head));
          expect(squeeze(read.pages[from] ?? '')).toContain('SHA-256（前16位）');
          expect(contents).toMatch(new RegExp(`${head}${from + 1}(?!\\d)`));
          const bookmark = read.bookmarks.find(({ title }) => squeeze(title) === head);
          expect(bookmark?.page).toBe(from + 1);
          shapes.forEach((_, at) => {
            expect(squeeze(read.pages[from + 1 + at] ?? '')).toContain(
              `file${index + 1}p${at + 1}`,
            );
          });
        });
      }),
      { numRuns: 6 },
    );
  });
});

describe('a file that is to be attached', () => {
  const inspect = (fileName: string, bytes: Uint8Array, mostPages = 200) =>
    inspectAttachment(
      { fileName, bytes, mediaType: fileName.endsWith('.png') ? 'image/png' : 'application/pdf' },
      mostPages,
    );

  it('tells its pages', async () => {
    expect(await inspect('a.pdf', await attachedPdf('a', [portrait, portrait]))).toEqual({
      pages: 2,
    });
    expect(await inspect('a.png', attachedPng(3, 2))).toEqual({ pages: 1 });
  });

  it('is refused by name where it is encrypted', async () => {
    const document = await PDFDocument.load(await attachedPdf('a', [portrait]));
    document.encrypt({ userPassword: '', ownerPassword: 'secret' });
    const locked = await document.save({ useObjectStreams: false });
    await expect(inspect('锁.pdf', locked)).rejects.toMatchObject({
      code: 'attachment_encrypted',
      params: { file: '锁.pdf' },
    });
  });

  it('is refused by name where it is broken, at whatever place it was cut', async () => {
    const whole = await attachedPdf('a', [portrait]);
    for (const length of [0, 20, 300, Math.floor(whole.length / 2)])
      await expect(inspect('断.pdf', whole.slice(0, length))).rejects.toMatchObject({
        code: 'attachment_broken',
        params: { file: '断.pdf' },
      });
    await expect(inspect('断.png', attachedPng(9, 9).slice(0, 40))).rejects.toMatchObject({
      code: 'attachment_broken',
    });
  });

  it('of 300 pages is refused beyond the limit, with both numbers', async () => {
    const long = await attachedPdf('a', Array<PageShape>(300).fill(portrait));
    await expect(inspect('长.pdf', long)).rejects.toMatchObject({
      code: 'attachment_too_long',
      params: { file: '长.pdf', pages: 300, limit: 200 },
    });
  });

  it('that would unpack to more points than a thread holds is refused before it is unpacked', async () => {
    const png = Buffer.from(attachedPng(2, 2));
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    await expect(inspect('大.png', png)).rejects.toMatchObject({
      code: 'attachment_picture_too_large',
    });
  });
});

describe('a file that means harm', () => {
  const refused = (fileName: string, bytes: Uint8Array) =>
    inspectAttachment(
      {
        fileName,
        bytes,
        mediaType: fileName.endsWith('.png') ? 'image/png' : 'application/pdf',
      },
      200,
    );

  it.each([
    ['no size', [0, 0, 0, 0]],
    ['no width', [10, 0, 10, 842]],
    ['kilometres', [0, 0, 1e9, 842]],
  ])('is refused with a page of %s', async (_, box) => {
    const bytes = await attachedPdf('page', [portrait]);
    const document = await PDFDocument.load(bytes);
    document.getPage(0).node.set(PDFName.of('MediaBox'), document.context.obj(box));
    await expect(refused('页.pdf', await document.save())).rejects.toMatchObject({
      code: 'attachment_broken',
    });
  });

  it('is refused where a page unpacks to more than a thread may hold', async () => {
    await expect(refused('炸弹.pdf', await bombPdf())).rejects.toMatchObject({
      code: 'attachment_broken',
      params: { file: '炸弹.pdf' },
    });
    // The next file begins anew.
    const next = await attachedPdf('next', [portrait]);
    expect(await refused('next.pdf', next)).toEqual({ pages: 1 });
  });

  it('is refused where a picture of one point unpacks to a hundred megabytes', async () => {
    await expect(refused('炸弹.png', bombPng())).rejects.toMatchObject({
      code: 'attachment_broken',
    });
  });
});

describe('a picture with more than a picture', () => {
  it('is attached without its comments and animation', async () => {
    const file = { fileName: '图.png', bytes: talkingPng(), mediaType: 'image/png' } as const;
    expect(await inspectAttachment(file, 200)).toEqual({ pages: 1 });
  });
});
