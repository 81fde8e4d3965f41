import '@angular/compiler';
import { Problem } from '../errors/problem';
import { LookAgain } from './look-again';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function begun(...fates: (number | null)[]) {
  const looks: (number | null)[] = [];
  const looking = new LookAgain();
  await looking.begin(async () => {
    const fate = fates.shift() ?? null;
    looks.push(fate);
    if (fate !== null) throw new Problem('unexpected', fate, '', '');
  });
  return { looking, looks };
}

describe('a look at what the server has now', () => {
  it('is tried again, each wait longer than the one before, until there is an answer', async () => {
    const { looks } = await begun(0, 500);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(looks).toEqual([0, 500]);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(looks).toEqual([0, 500]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(looks).toEqual([0, 500, null]);
  });

  it('is tried at once where there is hope, and not at all where nothing waits', async () => {
    const { looking, looks } = await begun(0);
    looking.hurry();
    looking.hurry();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(looks).toEqual([0, null]);
  });

  it.each([403, 404])('ends with an answer that no waiting changes: %i', async (status) => {
    const { looks } = await begun(status);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(looks).toEqual([status]);
  });

  it('ends when the page is left', async () => {
    const { looking, looks } = await begun(0);
    looking.stop();
    looking.hurry();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(looks).toEqual([0]);
  });
});
