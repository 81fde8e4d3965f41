import { Once } from './once';
import { DOUBLE_CLICK_MS, lastRefusal } from './double-click';

describe('work that a click begins', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is not begun again while it goes on, however long', async () => {
    const states: boolean[] = [];
    const once = new Once((isWorking) => states.push(isWorking));
    let begun = 0;
    let end = (): void => undefined;
    const work = () => {
      begun += 1;
      return new Promise<void>((done) => (end = done));
    };
    const first = once.run(work, 'ask');
    expect(states).toEqual([true]);
    jest.advanceTimersByTime(60_000);
    await once.run(work, 'ask');
    expect(begun).toBe(1);
    end();
    await first;
    expect(states).toEqual([true, false]);
  });

  it('is not begun again by the second click of a double click, but by the next one', async () => {
    const states: boolean[] = [];
    const once = new Once((isWorking) => states.push(isWorking));
    const done = () => Promise.resolve('done');
    expect(await once.run(done, 'ask')).toBe('done');
    jest.advanceTimersByTime(DOUBLE_CLICK_MS - 1);
    expect(await once.run(done, 'ask')).toBeUndefined();
    jest.advanceTimersByTime(1);
    expect(await once.run(done, 'ask')).toBe('done');
  });

  it('is begun where the click before was for something else that shares its turn', async () => {
    const once = new Once(() => undefined);
    const done = () => Promise.resolve('done');
    expect(await once.run(done, 'read 1')).toBe('done');
    expect(await once.run(done, 'remove 1')).toBe('done');
    expect(await once.run(done, 'remove 1')).toBeUndefined();
  });

  it('is begun again at once where the server has refused it: a hand was quick to put it right', async () => {
    const once = new Once(() => undefined);
    const refused = () => {
      jest.advanceTimersByTime(1);
      lastRefusal.at = performance.now();
      return Promise.resolve('refused');
    };
    expect(await once.run(refused, 'ask')).toBe('refused');
    expect(await once.run(() => Promise.resolve('done'), 'ask')).toBe('done');
  });

  it('is over where it fails, and its failure reaches the caller', async () => {
    const states: boolean[] = [];
    const once = new Once((isWorking) => states.push(isWorking));
    await expect(once.run(() => Promise.reject(new Error('no')), 'ask')).rejects.toThrow('no');
    expect(states).toEqual([true, false]);
  });
});
