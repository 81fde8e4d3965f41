import { dayOfChina } from './day-of-china';

it('the day is that of China, wherever the browser stands', () => {
  expect(dayOfChina(new Date('2026-03-31T16:00:00Z'))).toBe('2026-04-01');
});
