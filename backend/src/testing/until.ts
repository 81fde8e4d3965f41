import { setTimeout as wait } from 'node:timers/promises';

/** Waits for what others do; far longer than it takes, and far shorter than a queue that stands still. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  mostSeconds = 25,
): Promise<void> {
  const end = performance.now() + mostSeconds * 1000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not within ${mostSeconds} s: ${what}`);
    await wait(50);
  }
}
