import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { withFewColours } from './few-colours';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** What a byte is written as the difference from: nothing, left, above, their mean, or the nearest of three (Paeth). */
const guesses: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => Math.floor((left + above) / 2),
  (left, above, corner) => {
    const distance = (one: number) => Math.abs(left + above - corner - one);
    return [left, above, corner].reduce((best, one) =>
      distance(one) < distance(best) ? one : best,
    );
  },
];

/** A PNG as a browser writes it, each row with the next of the five filters. */
function pngOf(rows: readonly (readonly number[])[]): Buffer {
  const bytes = rows.map((row) => row.flatMap((one) => [one >> 16, (one >> 8) & 255, one & 255]));
  const filtered = bytes.flatMap((row, y) => {
    const above = bytes[y - 1] ?? [];
    const guess = guesses[y % guesses.length] ?? (() => 0);
    const written = row.map(
      (one, x) => (one - guess(row[x - 3] ?? 0, above[x] ?? 0, above[x - 3] ?? 0)) & 255,
    );
    return [y % guesses.length, ...written];
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(rows[0]?.length ?? 0, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(filtered))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours of a picture with a palette, row after row. */
function coloursOf(png: Buffer): number[][] {
  const chunks = new Map<string, Buffer>();
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12)
    chunks.set(
      png.toString('latin1', at + 4, at + 8),
      png.subarray(at + 8, at + 8 + png.readUInt32BE(at)),
    );
  const width = chunks.get('IHDR')?.readUInt32BE(0) ?? 0;
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const data = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const rows: number[][] = [];
  for (let at = 0; at < data.length; at += width + 1)
    rows.push(
      [...data.subarray(at + 1, at + 1 + width)].map((one) => palette.readUIntBE(one * 3, 3)),
    );
  return rows;
}

const picture = (width: number, height: number, colour: (x: number, y: number) => number) =>
  Array.from({ length: height }, (_row, y) =>
    Array.from({ length: width }, (_one, x) => colour(x, y)),
  );

describe('a picture with few colours', () => {
  it('keeps every pixel where there are at most 256, whatever filter its rows were written with', () => {
    const rows = picture(16, 16, (x, y) => ((x * 16) << 16) | ((y * 16) << 8) | ((x * y) & 255));
    expect(coloursOf(withFewColours(pngOf(rows)))).toEqual(rows);
  });

  it('keeps the most frequent colours, and gives the others the nearest of them', () => {
    const rows = picture(40, 40, (x, y) => (y < 20 ? 0xffffff : 0x102000 + y * 40 + x));
    const few = coloursOf(withFewColours(pngOf(rows)));
    expect(new Set(few.flat()).size).toBeLessThanOrEqual(256);
    expect(few.slice(0, 20)).toEqual(rows.slice(0, 20));
    expect(few.slice(20).flat()).not.toContain(0xffffff);
  });

  it('is the same bytes each time', () => {
    const png = pngOf(picture(30, 30, (x, y) => x * 700 + y * 90_000));
    expect(withFewColours(png).equals(withFewColours(png))).toBe(true);
  });
});
