/** Width and height in pixels, and how the camera was held (Exif 2.3, orientation 1 to 8). */
interface PictureFacts {
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
}

const ORIENTATION_TAG = 0x0112;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The orientation that an Exif segment tells, beginning at its byte order mark; 1 where it tells none. */
const orientationIn = (view: DataView, from: number, to: number): number => {
  const isLittle = view.getUint16(from) === 0x4949;
  const at = from + view.getUint32(from + 4, isLittle);
  const entries = view.getUint16(at, isLittle);
  for (let index = 0; index < entries; index += 1) {
    const entry = at + 2 + index * 12;
    if (entry + 12 > to) return 1;
    if (view.getUint16(entry, isLittle) !== ORIENTATION_TAG) continue;
    const told = view.getUint16(entry + 8, isLittle);
    return told >= 1 && told <= 8 ? told : 1;
  }
  return 1;
};

/** Start of frame of any coding: C0 to CF without the three that mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const isExif = (view: DataView, at: number): boolean =>
  view.getUint32(at) === 0x45786966 && view.getUint16(at + 4) === 0;

/** @throws RangeError where the file ends before its frame is told */
export const jpegFacts = (bytes: Uint8Array): PictureFacts => {
  const view = viewOf(bytes);
  let orientation = 1;
  let at = 2;
  for (;;) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at += 1;
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (view.getUint8(at) !== 0xff || length < 2) throw new RangeError('no JPEG marker');
    if (isFrame(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), orientation };
    if (marker === 0xe1 && length > 16 && isExif(view, at + 4))
      orientation = orientationIn(view, at + 10, at + 2 + length);
    at += 2 + length;
  }
};

/** @throws RangeError where the file is too short */
export const pngFacts = (bytes: Uint8Array): PictureFacts => {
  const view = viewOf(bytes);
  return { width: view.getUint32(16), height: view.getUint32(20), orientation: 1 };
};
