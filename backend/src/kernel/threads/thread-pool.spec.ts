import { getPriority } from 'node:os';
import { dirname, join } from 'node:path';
import type { Config } from '../../config/config';
import { ThreadPool, type WorkOptions } from './thread-pool';
import { threadTask } from './thread-task';
import type { probes } from './testing/probe-tasks';

type Probes = typeof probes;

const file = join(
  dirname(process.env['TEST_THREADS_FILE'] ?? ''),
  'kernel/threads/testing/probe-threads.cjs',
);
const person = { userId: 'one', correlationId: 'work-1' };

describe('the pool of worker threads', () => {
  let pool: ThreadPool;
  beforeEach(() => {
    pool = new ThreadPool({ threads: 2, threadsFile: file } as Config);
  });
  afterEach(() => pool.onApplicationShutdown());

  const run = <Name extends keyof Probes>(
    name: Name,
    input: unknown,
    options: WorkOptions & {
      readonly seconds?: number;
      readonly isForPage?: boolean;
      readonly owner?: typeof person;
    } = {},
  ): Promise<unknown> =>
    pool.run(
      options.owner ?? person,
      threadTask<(input: unknown) => unknown>(name, {
        seconds: options.seconds ?? 60,
        isForPage: options.isForPage ?? false,
      }),
      input,
      options,
    );

  it('does work in another thread, which steps back behind this one and knows no setting', async () => {
    expect(await run('double', 21)).toBe(42);
    const own = getPriority();
    const there = (await run('whereAmI', null)) as ReturnType<Probes['whereAmI']>;
    expect(there.threadId).toBeGreaterThan(0);
    expect(there.secrets).toBe(0);
    if (process.platform === 'linux') expect(there.priority).toBeGreaterThan(own);
    expect(getPriority()).toBe(own);
  });

  it('hands bytes over whole, large and small', async () => {
    const bytes = (await run('bytes', 5_000_000)) as Uint8Array;
    expect([bytes.length, bytes[0], bytes.at(-1)]).toEqual([5_000_000, 7, 7]);
    expect(Buffer.from((await run('smallBytes', null)) as Uint8Array).toString()).toBe('small');
    const told = (await run('bytesAndMore', 100)) as ReturnType<Probes['bytesAndMore']>;
    expect([told.bytes.length, told.bytes[99], told.pages]).toEqual([100, 7, 3]);
  });

  it('keeps nothing of the bytes that it hands over', async () => {
    const left: (number | null)[] = [];
    // One more than there are threads: one of them is asked again.
    for (let time = 0; time < 4; time += 1) {
      const told = (await run('bytesOnceMore', null)) as ReturnType<Probes['bytesOnceMore']>;
      expect(told.bytes).toHaveLength(1_000);
      left.push(told.left);
    }
    expect(left).toContain(0);
    expect(left).not.toContain(1_000);
  });

  it('asks for what a task is given only when its turn has come', async () => {
    const gone = new AbortController();
    const busy = [1, 2].map(() => run('never', null, { signal: gone.signal }));
    const read = jest.fn(() => Promise.resolve(21));
    const waiting = run('double', read);
    await run('double', 1, { isForPage: true });
    expect(read).not.toHaveBeenCalled();
    gone.abort(new Error('enough'));
    for (const work of busy) await expect(work).rejects.toThrow('enough');
    expect(await waiting).toBe(42);
  });

  it('does what a page waits for while files are made', async () => {
    const gone = new AbortController();
    const busy = [1, 2, 3, 4].map(() => run('never', null, { signal: gone.signal }));
    expect(await run('double', 21, { isForPage: true })).toBe(42);
    gone.abort(new Error('enough'));
    for (const work of busy) await expect(work).rejects.toThrow('enough');
  });

  it('tells how far the work is', async () => {
    const told: unknown[] = [];
    await run('count', 3, { tell: (progress) => told.push(progress) });
    expect(told).toEqual([1, 2, 3]);
  });

  it('passes a refusal on in the words of the catalogue, and a mistake as a mistake', async () => {
    await expect(run('refuse', null)).rejects.toMatchObject({
      code: 'spreadsheet_too_large',
      parameters: { limit: 5 },
    });
    await expect(run('fail', null)).rejects.toThrow('a mistake of ours');
    expect(await run('double', 1)).toBe(2);
  });

  it('ends what takes too long, and goes on with the next', async () => {
    await expect(run('never', null, { seconds: 0.2 })).rejects.toMatchObject({
      code: 'work_too_heavy',
    });
    expect(await run('double', 1)).toBe(2);
  });

  it('ends what takes too much memory, and goes on with the next', async () => {
    await expect(run('swallow', null)).rejects.toMatchObject({ code: 'work_too_heavy' });
    expect(await run('double', 1)).toBe(2);
  });

  it('ends work that nobody waits for any more', async () => {
    const gone = new AbortController();
    const work = run('never', null, { signal: gone.signal });
    setImmediate(() => gone.abort(new Error('nobody waits')));
    await expect(work).rejects.toThrow('nobody waits');
    expect(await run('double', 1)).toBe(2);
  });

  it('answers this thread while both of its threads are busy', async () => {
    const gone = new AbortController();
    const busy = [1, 2].map(() => run('never', null, { signal: gone.signal }));
    let turns = 0;
    while (turns < 1_000) {
      await new Promise((done) => setImmediate(done));
      turns += 1;
    }
    gone.abort(new Error('enough'));
    for (const work of busy) await expect(work).rejects.toThrow();
    expect(turns).toBe(1_000);
  });

  it('tells the place in the line to its owner only', async () => {
    const gone = new AbortController();
    const owner = (correlationId: string, userId = 'one') => ({
      userId,
      correlationId,
    });
    const all = ['a', 'b', 'c', 'd'].map((id) =>
      run('never', null, { signal: gone.signal, owner: owner(id) }).catch(() => undefined),
    );
    expect(['a', 'b', 'c', 'd'].map((id) => pool.placeOf(owner(id)))).toEqual([0, 0, 1, 2]);
    expect(pool.placeOf(owner('d', 'other'))).toBeNull();
    expect(pool.placeOf(owner('a', 'other'))).toBeNull();
    gone.abort(new Error('enough'));
    await Promise.all(all);
    expect(pool.placeOf(owner('d'))).toBeNull();
  });

  it('refuses as busy when it ends', async () => {
    const work = run('never', null);
    setImmediate(() => void pool.onApplicationShutdown());
    await expect(work).rejects.toMatchObject({ code: 'busy' });
  });
});
