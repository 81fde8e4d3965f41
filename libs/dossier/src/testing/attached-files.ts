import { degrees, PDFDocument, PDFName, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { deflateSync, crc32 } from 'node:zlib';
import type { AttachmentRow } from '../snapshot/attachments';

export interface PageShape {
  readonly width: number;
  readonly height: number;
  /** /Rotate, clockwise. */
  readonly rotation: number;
}

/** A PDF whose pages say `name p1`, `name p2`, …, with a coloured corner at the top left as it is shown unturned. */
export const attachedPdf = async (
  name: string,
  shapes: readonly PageShape[],
): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  shapes.forEach(({ width, height, rotation }, index) => {
    const page = document.addPage([width, height]);
    page.setRotation(degrees(rotation));
    page.drawText(`${name} p${index + 1}`, { x: 20, y: height / 2, size: 18, font });
    page.drawRectangle({ x: 0, y: height - 30, width: 60, height: 30, color: rgb(0.7, 0.1, 0.1) });
    page.drawRectangle({ x: 0, y: 0, width, height, borderWidth: 1, borderColor: rgb(0, 0, 0) });
  });
  return document.save({ useObjectStreams: false });
};

/** A PDF with a seal as a stamp annotation, as electronic licences carry it. */
export const sealedPdf = async (): Promise<Uint8Array> => {
  const document = await PDFDocument.load(
    await attachedPdf('sealed', [{ width: 400, height: 300, rotation: 0 }]),
    { updateMetadata: false },
  );
  const { context } = document;
  const seal = context.register(
    context.flateStream('BT /F 30 Tf 10 30 Td (SEAL) Tj ET 1 0 0 RG 2 w 2 2 96 76 re S', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 100, 80],
      Resources: {
        Font: { F: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica-Bold' } },
      },
    }),
  );
  const stamp = context.obj({
    Type: 'Annot',
    Subtype: 'Stamp',
    Rect: [250, 40, 350, 120],
    F: 4,
    AP: { N: seal },
  });
  const page = document.getPage(0);
  page.node.set(PDFName.of('Annots'), context.obj([context.register(stamp)]));
  return document.save({ useObjectStreams: false });
};

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

const pngOf = (
  width: number,
  height: number,
  rows: Uint8Array,
  more: readonly Uint8Array[] = [],
): Uint8Array => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      ...more,
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', new Uint8Array()),
    ]),
  );
};

/** A grey PNG. */
export const attachedPng = (width: number, height: number): Uint8Array => {
  const rows = Buffer.alloc((width + 1) * height, 0x99);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return pngOf(width, height, rows);
};

const HUNDRED_MEGABYTES = 100 * 1024 * 1024;

/** One point, and a hundred megabytes behind it. */
export const bombPng = (): Uint8Array => pngOf(1, 1, Buffer.alloc(HUNDRED_MEGABYTES));

/** A comment that unpacks to a hundred megabytes, and the first words of an animation. */
export const talkingPng = (): Uint8Array =>
  pngOf(1, 1, Buffer.from([0, 0x99]), [
    chunk('acTL', Buffer.alloc(8)),
    chunk(
      'zTXt',
      Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(HUNDRED_MEGABYTES))]),
    ),
  ]);

/** A page of half a megabyte that draws four times the same hundred megabytes. */
export const bombPdf = async (): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([300, 400]);
  const blanks = document.context.flateStream(Buffer.alloc(HUNDRED_MEGABYTES, 0x20));
  const stream = document.context.register(blanks);
  page.node.set(PDFName.of('Contents'), document.context.obj([stream, stream, stream, stream]));
  return document.save({ useObjectStreams: false });
};

/** The line of the snapshot for a file. */
export const attachmentRow = (
  fileName: string,
  bytes: Uint8Array,
  more: Partial<AttachmentRow> = {},
): AttachmentRow => ({
  kind: 'other',
  title: fileName.replace(/\.\w+$/u, ''),
  evidenceId: '00000000-0000-4000-8000-000000000001',
  revision: 1,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  fileName,
  mediaType: fileName.endsWith('.png') ? 'image/png' : 'application/pdf',
  pages: 1,
  evidenceNumber: '',
  ...more,
});
