import { getPriority } from 'node:os';
import { threadId } from 'node:worker_threads';
import type { TellProgress } from '../thread-task';

let given: Uint8Array | undefined;

/** Tasks that behave as a hostile file would make a reader behave, for the tests of the pool. */
export const probes = {
  double: (input: number): number => input * 2,
  whereAmI: (): { threadId: number; priority: number; secrets: number } => ({
    threadId,
    priority: getPriority(),
    secrets: Object.keys(process.env).length,
  }),
  bytes: (length: number): Uint8Array => new Uint8Array(length).fill(7),
  /** New bytes, and what this thread still has of those that it gave last; null where it gave none. */
  bytesOnceMore: (): { bytes: Uint8Array; left: number | null } => {
    const left = given?.byteLength ?? null;
    given = new Uint8Array(1_000).fill(7);
    return { bytes: given, left };
  },
  smallBytes: (): Uint8Array => Buffer.from('small'),
  bytesAndMore: (length: number): { bytes: Uint8Array; pages: number } => ({
    bytes: new Uint8Array(length).fill(7),
    pages: 3,
  }),
  count: (to: number, tell: TellProgress): number => {
    for (let step = 1; step <= to; step += 1) tell(step);
    return to;
  },
  wait: async (ms: number): Promise<number> => {
    await new Promise((done) => setTimeout(done, ms));
    return ms;
  },
  never: (): never => {
    for (;;);
  },
  swallow: (): number => {
    const eaten: number[][] = [];
    for (;;) eaten.push(new Array<number>(100_000).fill(eaten.length));
  },
  refuse: (): never => {
    throw Object.assign(new Error('refused'), {
      code: 'spreadsheet_too_large',
      params: { limit: 5 },
    });
  },
  fail: (): never => {
    throw new Error('a mistake of ours');
  },
} as const;
