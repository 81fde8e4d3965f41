import fc from 'fast-check';
import { isSmallPhoto, PHOTO_BYTES, photoOf, sizeWithin, UnreadablePhotoError } from './photo-of';

describe('a photo', () => {
  it('is scaled into its edge in its proportion, and never made larger', () => {
    const length = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(length, length, fc.integer({ min: 1, max: 5_000 }), (width, height, edge) => {
        const scaled = sizeWithin({ width, height }, edge);
        expect(Math.max(scaled.width, scaled.height)).toBeLessThanOrEqual(Math.max(edge, 1));
        expect(scaled.width).toBeLessThanOrEqual(width);
        expect(scaled.height).toBeLessThanOrEqual(height);
        const long = Math.max(width, height);
        const by = Math.min(1, edge / long);
        expect(Math.abs(scaled.width - Math.max(1, width * by))).toBeLessThanOrEqual(0.5);
      }),
    );
    expect(sizeWithin({ width: 4_000, height: 3_000 }, 2_560)).toEqual({
      ...{ width: 2_560, height: 1_920 },
    });
  });

  it('is kept as it was taken where it is small and of a kind that everybody sees', async () => {
    const file = new File(['x'], '现场.png', { type: 'image/png' });
    expect(await photoOf(file)).toEqual({ name: '现场.png', content: file });
    expect(isSmallPhoto({ type: 'image/heic', size: 1 })).toBe(false);
    expect(isSmallPhoto({ type: 'image/jpeg', size: PHOTO_BYTES + 1 })).toBe(false);
  });

  it('that the browser cannot read is told, not kept', async () => {
    const refuse = () => Promise.reject(new Error('no picture'));
    Object.defineProperty(globalThis, 'createImageBitmap', { value: refuse, configurable: true });
    const file = new File(['x'], '现场.heic', { type: 'image/heic' });
    await expect(photoOf(file)).rejects.toBeInstanceOf(UnreadablePhotoError);
  });
});
