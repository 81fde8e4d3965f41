/** Longest edge of a photo that is kept, in pixels, and how many bytes one may have as it was taken. */
export const PHOTO_EDGE = 2_560;
export const PHOTO_BYTES = 2 * 2 ** 20;
/** What the enterprise and the team see in place. */
const SHOWN = ['image/jpeg', 'image/png'];
const QUALITY = 0.85;

/** The browser does not know this picture, or it is none. */
export class UnreadablePhotoError extends Error {}

/** @returns width and height within an edge, in their proportion and whole pixels; never larger than they were */
export function sizeWithin(
  { width, height }: { readonly width: number; readonly height: number },
  edge: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, edge / Math.max(width, height, 1));
  const whole = (length: number): number => Math.max(1, Math.round(length * scale));
  return { width: whole(width), height: whole(height) };
}

export const isSmallPhoto = ({ type, size }: Pick<Blob, 'type' | 'size'>): boolean =>
  SHOWN.includes(type) && size <= PHOTO_BYTES;

/** A photo as it is kept: as it was taken, or scaled down to a JPEG where it is large or of another kind. @throws UnreadablePhotoError */
export async function photoOf(file: File): Promise<{ name: string; content: Blob }> {
  if (isSmallPhoto(file)) return { name: file.name, content: file };
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) throw new UnreadablePhotoError();
  try {
    const { width, height } = sizeWithin(picture, PHOTO_EDGE);
    const canvas = new OffscreenCanvas(width, height);
    const paper = canvas.getContext('2d');
    if (paper === null) throw new UnreadablePhotoError();
    // A JPEG has no transparent parts.
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, width, height);
    paper.drawImage(picture, 0, 0, width, height);
    const content = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
    return { name: `${file.name.replace(/\.[^.]*$/, '')}.jpg`, content };
  } finally {
    picture.close();
  }
}
