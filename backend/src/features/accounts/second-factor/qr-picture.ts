import { create } from 'qrcode';

/** A QR code as dark squares, for an SVG of `size` × `size` units. */
export interface QrPicture {
  /** Modules in a row, without the quiet zone. */
  readonly size: number;
  /** Path of an SVG. */
  readonly path: string;
}

export function qrPictureOf(text: string): QrPicture {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dark = Array.from(modules.data.entries()).filter(([, isDark]) => isDark);
  const path = dark.map(([at]) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`).join('');
  return { size, path };
}
