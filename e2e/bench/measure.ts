/** Shared by the measurements: medians, rows of the report, and where they are put. */
import { writeFileSync } from 'node:fs';

export interface BenchRow {
  readonly what: string;
  readonly ours?: string;
  readonly other?: string;
  readonly ratio?: number;
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
  /** Why there is no figure. */
  readonly missing?: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** Milliseconds of each of several works, taking turns so that a busy machine slows all alike. */
export async function sideBySide(
  repetitions: number,
  works: readonly (() => unknown)[],
): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let repetition = 0; repetition < repetitions; repetition += 1)
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      times[index]?.push(performance.now() - start);
    }
  return times.map(median);
}

export const milliseconds = (value: number): string =>
  value < 1 ? `${(value * 1000).toFixed(1)} µs` : `${value.toFixed(value < 100 ? 1 : 0)} ms`;

/** `bytes` as MiB. */
export const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 160) ?? '';

/** Hands the figures to bench.mjs. */
export function report(rows: readonly BenchRow[], notes: readonly string[]): void {
  const file = process.env['BENCH_OUT'];
  const text = JSON.stringify({ rows, notes });
  if (file === undefined) process.stdout.write(`${text}\n`);
  else writeFileSync(file, text);
}

/** Seeded numbers in [0, 1): the same answers and rows in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
