import '@angular/compiler';
import { TimePipe } from './time.pipe';

describe('an instant that is shown', () => {
  const pipe = new TimePipe();

  it('is the time of China, wherever the browser stands', () => {
    expect(pipe.transform('2026-10-31T16:05:09Z')).toBe('2026-11-01 00:05');
    expect(pipe.transform('2026-10-31T16:05:09Z', 'day')).toBe('2026-11-01');
    expect(pipe.transform('2026-10-31T16:05:09Z', 'second')).toBe('2026-11-01 00:05:09');
  });

  it('is nothing where there is none', () => {
    expect([null, undefined, ''].map((none) => pipe.transform(none))).toEqual(['', '', '']);
  });
});
