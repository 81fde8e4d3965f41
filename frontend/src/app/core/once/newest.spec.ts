import { Newest } from './newest';

describe('the newest question', () => {
  it('is the only one that is answered, whichever answer comes first', () => {
    const newest = new Newest();
    const isFirst = newest.ask();
    expect(isFirst()).toBe(true);
    const isSecond = newest.ask();
    expect([isFirst(), isSecond()]).toEqual([false, true]);
  });
});
