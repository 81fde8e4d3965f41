import { decodePDFRawStream, PDFContext, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

/** Bytes that the streams of one file may unpack to: a few kilobytes can stand for many gigabytes. */
const MOST_UNPACKED = 256 * 1024 * 1024;

/** What every decoder of pdf-lib grows by, as it is written there; nothing else there bounds what it unpacks. */
interface Growing {
  buffer: Uint8Array;
  ensureBuffer(this: Growing, requested: number): Uint8Array;
}

/** A decoder shares its way of growing with all the others: it stands in the class that they extend. */
const growing = ((): Growing => {
  const dict = PDFContext.create().obj({});
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  // An empty zlib stream: its head, an empty block, its checksum.
  const bytes = new Uint8Array([0x78, 0x9c, 0x03, 0, 0, 0, 0, 0x01]);
  const decoder: object = decodePDFRawStream(PDFRawStream.of(dict, bytes));
  return Object.getPrototypeOf(Object.getPrototypeOf(decoder)) as Growing;
})();

const grow = growing.ensureBuffer;
let left = MOST_UNPACKED;

growing.ensureBuffer = function (requested) {
  const before = this.buffer.byteLength;
  // A buffer doubles: it is refused before it is taken.
  if (requested > before && requested - before > left)
    throw new RangeError(`more than ${MOST_UNPACKED} bytes unpacked`);
  const buffer = grow.call(this, requested);
  left -= buffer.byteLength - before;
  return buffer;
};

/** From here on another file is read. A thread reads one after the other. */
export const beginDecoding = (): void => {
  left = MOST_UNPACKED;
};
