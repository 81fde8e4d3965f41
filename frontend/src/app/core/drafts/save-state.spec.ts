import '@angular/compiler';
import { isLostAtClosing } from './save-state';

describe('closing a page', () => {
  it('loses what is on its way', () => {
    expect([isLostAtClosing('saving', false), isLostAtClosing('unsaved', false)]).toEqual([
      true,
      true,
    ]);
  });

  it.each(['reading', 'saved', 'offline', 'conflict', 'refused', 'closed'] as const)(
    'loses nothing that is %s, but what a field holds untaken',
    (state) => {
      expect(isLostAtClosing(state, false)).toBe(false);
      expect(isLostAtClosing(state, true)).toBe(true);
    },
  );
});
