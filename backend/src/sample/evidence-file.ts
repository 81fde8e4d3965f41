import type { DossierFonts } from '@liangxing/dossier/render';
import PDFDocument from 'pdfkit';
import { crc32, deflateSync } from 'node:zlib';
import type { SampleEvidence } from './sample-files';

/** Every sample file carries the same day, so that the same sample gives the same bytes. */
const day = new Date('2026-03-01T00:00:00Z');

/** Makes a small real file for a proof of the sample. */
export async function evidenceFile(proof: SampleEvidence, fonts: DossierFonts): Promise<Buffer> {
  switch (proof.kind) {
    case 'pdf':
      return pdfFile(proof, fonts);
    case 'png':
      return pngFile(crc32(proof.title));
    case 'csv':
      // Spreadsheet programs take a file with this mark for UTF-8.
      return Buffer.from(`\ufeff${proof.lines.join('\r\n')}\r\n`);
    case 'txt':
      return Buffer.from(`${proof.title}（示例）\n\n${proof.lines.join('\n')}\n`);
  }
}

async function pdfFile(
  { title, lines }: SampleEvidence,
  { song, hei }: DossierFonts,
): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 72,
    lang: 'zh-CN',
    info: { Title: title, CreationDate: day, ModDate: day },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on('end', resolve));
  const face = (font: DossierFonts['song']): PDFKit.Mixins.PDFFontSource =>
    font as unknown as PDFKit.Mixins.PDFFontSource;
  document.font(face(hei)).fontSize(18).text(title, { align: 'center' }).moveDown();
  document.font(face(song)).fontSize(11);
  for (const line of lines) document.text(line, { lineGap: 6 });
  document.moveDown(2).text('示例文件：企业和内容均为虚构。', { align: 'right' });
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A plain grid, as a placeholder for a photograph or a scan; another one for each title. */
function pngFile(seed: number): Buffer {
  const [width, height] = [240, 160];
  const rows: number[] = [];
  for (let y = 0; y < height; y += 1) {
    rows.push(0);
    for (let x = 0; x < width; x += 1) {
      const isLine = x % 40 === seed % 40 || y % 40 === (seed >>> 8) % 40;
      rows.push(...(isLine ? [70, 110, 160] : [244, 246, 249]));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.from(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
