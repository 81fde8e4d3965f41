/** Keeps a part running: what ends by itself is started again, and what does so too often ends everything. */

const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** More ends than this within the time are no accident any more. */
export const bound = { ends: 5, withinMilliseconds: 60_000 };
/** The first time at once, then with more patience. */
const delays = [0, 500, 1_000, 2_000, 4_000];

/**
 * @param {string} name of the part, for people
 * @param {() => Promise<{ ended: Promise<string>, stop: () => Promise<void> }>} start
 * @param {{ restarted(name: string, reason: string): void, gaveUp(name: string, reason: string): void }} tell
 * @param {(reason: string) => boolean} isFinal an end that another start would not change
 * @returns {Promise<{ stop: () => Promise<void> }>} once it runs
 * @throws what the first start throws
 */
export const supervise = async (name, start, tell, isFinal = () => false) => {
  let isStopping = false;
  let current = await start();
  const ends = [];

  const nextOf = async (reason) => {
    for (;;) {
      ends.push(performance.now());
      const recent = ends.filter((at) => at > performance.now() - bound.withinMilliseconds);
      if (isFinal(reason) || recent.length > bound.ends) return tell.gaveUp(name, reason);
      await sleep(delays[recent.length - 1]);
      if (isStopping) return undefined;
      try {
        const next = await start();
        tell.restarted(name, reason);
        return next;
      } catch (error) {
        reason = error.message;
      }
    }
  };
  const watch = async () => {
    for (;;) {
      const reason = await current.ended;
      if (isStopping) return;
      const next = await nextOf(reason);
      if (next === undefined) return;
      current = next;
      // Asked to stop while it was being started again.
      if (isStopping) await current.stop();
    }
  };
  const watching = watch();
  return {
    stop: async () => {
      isStopping = true;
      await current.stop();
      await watching;
    },
  };
};
