import { QuietTimer } from './quiet-timer';

describe('a pause in typing', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('acts once, for the last call', () => {
    const acts: string[] = [];
    const timer = new QuietTimer({ isOpen: false });
    timer.start(200, () => acts.push('first'));
    jest.advanceTimersByTime(150);
    timer.start(200, () => acts.push('second'));
    jest.advanceTimersByTime(1000);
    expect(acts).toEqual(['second']);
  });

  it('does not act while a composition is open, and acts once when it has ended', () => {
    const acts: string[] = [];
    const typing = { isOpen: true };
    const timer = new QuietTimer(typing);
    timer.start(0, () => acts.push('act'));
    jest.advanceTimersByTime(5000);
    expect(acts).toEqual([]);
    typing.isOpen = false;
    jest.advanceTimersByTime(5000);
    expect(acts).toEqual(['act']);
  });

  it('does not act where it was given up, also while it waits for the end of a composition', () => {
    const acts: string[] = [];
    const timer = new QuietTimer({ isOpen: true });
    timer.start(10, () => acts.push('act'));
    jest.advanceTimersByTime(50);
    timer.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});
