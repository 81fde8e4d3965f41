import { inflateSync } from 'node:zlib';

/** What a picture consists of; comments, colour profiles and the frames of an animation are left behind. */
const NEEDED = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];
const SIGNATURE = 8;
/** Length, type and checksum around a chunk's data. */
const FRAME = 12;

interface Chunk {
  readonly type: string;
  readonly whole: Uint8Array;
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE; at + FRAME <= bytes.length;) {
    const end = at + FRAME + view.getUint32(at);
    if (end > bytes.length) throw new RangeError('a chunk beyond the end of the file');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, whole: bytes.subarray(at, end) });
    at = end;
  }
  return chunks;
}

/**
 * The picture alone, whose points were unpacked once on trial: whoever reads it next unpacks without a bound.
 * @param mostBytes that its points may take, packed as the file packs them
 * @throws RangeError, or zlib's error where they take more or are damaged
 */
export function stillPng(bytes: Uint8Array, mostBytes: number): Uint8Array {
  const chunks = chunksOf(bytes).filter(({ type }) => NEEDED.includes(type));
  const points = chunks.filter(({ type }) => type === 'IDAT');
  const packed = points.map(({ whole }) => whole.subarray(8, -4));
  inflateSync(Buffer.concat(packed), { maxOutputLength: mostBytes });
  const pieces = [bytes.subarray(0, SIGNATURE), ...chunks.map(({ whole }) => whole)];
  return new Uint8Array(Buffer.concat(pieces));
}
