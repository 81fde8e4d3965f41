import { create } from 'qrcode';
import type { PageCanvas } from '../pdf/page-canvas';

/**
 * Draws a QR code as squares, one path: sharp at any size. `size` in points, without the quiet zone.
 * Error correction M: a scratched print still reads.
 */
export const drawQrCode = (
  canvas: PageCanvas,
  text: string,
  x: number,
  y: number,
  size: number,
): void => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const step = size / modules.size;
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0;
    while (column < modules.size) {
      let run = 0;
      while (column + run < modules.size && modules.get(row, column + run) === 1) run += 1;
      if (run > 0) {
        const left = (x + column * step).toFixed(3);
        const top = (y + row * step).toFixed(3);
        squares.push(`${left} ${top} ${(run * step).toFixed(3)} ${step.toFixed(3)} re`);
      }
      column += Math.max(1, run);
    }
  }
  canvas.raw(`0 0 0 rg ${squares.join(' ')} f`);
};
