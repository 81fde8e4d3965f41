import type { JobContext } from '../access/request-context';

/** What every job carries: for whom it works. */
export interface JobData {
  readonly context: JobContext;
}

interface JobOptions {
  /** Tries after the first failure; 3 by default, with growing delays. */
  readonly retryLimit?: number;
  /** A job that takes longer counts as failed; 900 s by default. */
  readonly expireInSeconds?: number;
  /** How many one worker does at the same time; 2 by default. */
  readonly atOnce?: number;
  /** Housekeeping: the worker asks for one this often, for all organizations together; its context names none. */
  readonly everyMinutes?: number;
}

/** A kind of background work: its queue and the type of its data. */
export interface JobKind<Data extends JobData> {
  readonly name: string;
  readonly options: JobOptions;
  /** Never set; keeps the type of the data. */
  readonly data?: Data;
}

/**
 * Declares a kind of job. Register it in `src/jobs.ts`, so that the migration step makes its queue.
 * @param name like `dossiers.build`
 */
export function jobKind<Data extends JobData>(
  name: string,
  options: JobOptions = {},
): JobKind<Data> {
  return { name, options };
}
