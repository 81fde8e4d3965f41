import fc from 'fast-check';
import { fitting, wasDragged, ZOOM_STEPS, zoomed } from './diagram-view';

describe('zoom of the diagram', () => {
  it('goes one step in and the same step out again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZOOM_STEPS.slice(0, -1)), (step) => {
        expect(zoomed(zoomed(step, 'in'), 'out')).toBe(step);
      }),
    );
  });

  it('stays where there is no further step', () => {
    expect([zoomed(4, 'in'), zoomed(0.25, 'out')]).toEqual([4, 0.25]);
  });

  it('fills the width, but neither beyond reading nor beyond twice its size', () => {
    expect(fitting(500, 1000)).toBe(0.5);
    expect(fitting(10, 1000)).toBe(0.25);
    expect(fitting(9000, 1000)).toBe(2);
  });
});

describe('a press on the diagram', () => {
  it('is a click where the hand stays, and none where it moves the paper', () => {
    const from = { x: 100, y: 100 };
    expect(wasDragged(from, { x: 102, y: 99 })).toBe(false);
    expect(wasDragged(from, { x: 100, y: 110 })).toBe(true);
  });
});
