import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { Config } from '../../config/config';
import type { RequestContext } from '../access/request-context';
import { ProblemError } from '../problems/problem-error';
import type { TaskAnswer, TaskCall, TellProgress, ThreadTask } from './thread-task';
import { TooManyWaitingError, Turns } from './turns';

/** A thread's JavaScript heap; bytes of files lie outside of it and are bounded by the readers. */
const HEAP_MB = 1024;
/** Beside those for files. */
const PAGE_THREADS = 1;
const WAITING_MOST = 64;
const WAITING_MOST_OF_ONE = 24;
/** An idle thread is kept a while for its fonts and compiled code. */
const IDLE_MS = 60_000;

/**
 * For whom work is done: the person takes a turn, for one person may have twenty enterprises; the correlation id names
 * the work to the page.
 */
export type WorkOwner = Pick<RequestContext, 'userId' | 'correlationId'>;

export interface WorkOptions<Output = unknown, Result = Output> {
  /** Nobody waits for it any more: it leaves the line, or its thread is ended. */
  readonly signal?: AbortSignal | undefined;
  readonly tell?: TellProgress;
  /**
   * What is done with the output before the next one's turn comes. Who writes ten thousand rows keeps the database as
   * busy as the thread before was.
   */
  readonly afterwards?: (output: Output) => Promise<Result>;
}

/**
 * The one way for whatever parses a file or makes a document: in a thread with limits of time and memory, a few at
 * once, so that the thread that answers people never stands still.
 */
@Injectable()
export class ThreadPool implements OnApplicationShutdown {
  private readonly logger = new Logger('threads');
  private readonly files: Turns;
  private readonly pages = new Turns(PAGE_THREADS, WAITING_MOST, WAITING_MOST_OF_ONE);
  private readonly running = new Map<string, string>();
  private readonly closing = new AbortController();
  private pool: Piscina<TaskCall, TaskAnswer> | undefined;

  constructor(private readonly config: Config) {
    this.files = new Turns(config.threads, WAITING_MOST, WAITING_MOST_OF_ONE);
  }

  /**
   * Runs a task in a thread.
   * @param input what it is given; a function is asked for it when its turn has come, so that what waits holds nothing
   * @throws ProblemError the task's own refusal; `work_too_heavy` beyond its time or memory; `busy` where too much waits
   */
  async run<Input, Output, Result = Output>(
    owner: WorkOwner,
    task: ThreadTask<Input, Output>,
    input: Input | (() => Promise<Input>),
    { signal, tell, afterwards }: WorkOptions<Output, Result> = {},
  ): Promise<Result> {
    const turns = task.limits.isForPage === true ? this.pages : this.files;
    return this.take(turns, owner, signal, async (stop) => {
      const given = typeof input === 'function' ? await (input as () => Promise<Input>)() : input;
      const output = await this.runNow(task, given, stop, tell);
      return afterwards === undefined ? (output as unknown as Result) : afterwards(output);
    });
  }

  /** Work for the database that is as heavy as that of a thread, in the same line. */
  async inTurn<Result>(
    owner: WorkOwner,
    signal: AbortSignal | undefined,
    work: () => Promise<Result>,
  ): Promise<Result> {
    return this.take(this.files, owner, signal, work);
  }

  private async take<Result>(
    turns: Turns,
    { userId, correlationId }: WorkOwner,
    signal: AbortSignal | undefined,
    work: (stop: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const stop = AbortSignal.any([this.closing.signal, ...(signal ? [signal] : [])]);
    try {
      return await turns.take(userId, correlationId, stop, async () => {
        this.running.set(correlationId, userId);
        try {
          return await work(stop);
        } finally {
          this.running.delete(correlationId);
        }
      });
    } catch (error) {
      if (error instanceof TooManyWaitingError || this.closing.signal.aborted)
        throw new ProblemError('busy', { seconds: 10 }, { cause: error });
      // Its own words rather than the thread's: nobody waits.
      if (signal?.aborted === true) throw signal.reason;
      throw error;
    }
  }

  /** How many begin before this work, 0 for what runs; null: not known here (any more). */
  placeOf({ userId, correlationId }: WorkOwner): number | null {
    if (this.running.get(correlationId) === userId) return 0;
    const before =
      this.files.placeOf(userId, correlationId) ?? this.pages.placeOf(userId, correlationId);
    return before === null ? null : before + 1;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing.abort(new Error('the program ends'));
    await this.pool?.destroy();
  }

  private async runNow<Input, Output>(
    task: ThreadTask<Input, Output>,
    input: Input,
    stop: AbortSignal,
    tell: TellProgress | undefined,
  ): Promise<Output> {
    const began = performance.now();
    const limit = AbortSignal.timeout(task.limits.seconds * 1000);
    const channel = tell === undefined ? undefined : new MessageChannel();
    channel?.port1.on('message', (progress: unknown) => tell?.(progress));
    const call: TaskCall = { name: task.name, input, ...(channel ? { port: channel.port2 } : {}) };
    try {
      const answer = await this.threads().run(call, {
        signal: AbortSignal.any([stop, limit]),
        ...(channel ? { transferList: [channel.port2] } : {}),
      });
      if ('refusal' in answer) throw new ProblemError(answer.refusal.code, answer.refusal.params);
      return answer.value as Output;
    } catch (error) {
      if (limit.aborted || isOutOfMemory(error)) {
        const ms = Math.round(performance.now() - began);
        this.logger.warn({ task: task.name, ms, isOutOfMemory: !limit.aborted }, 'task ended');
        throw new ProblemError('work_too_heavy', {}, { cause: error });
      }
      throw error;
    } finally {
      channel?.port1.close();
    }
  }

  private threads(): Piscina<TaskCall, TaskAnswer> {
    if (this.pool !== undefined) return this.pool;
    const filename = this.config.threadsFile;
    if (!existsSync(filename)) throw new Error(`THREADS_FILE: there is no ${filename}`);
    this.pool = new Piscina<TaskCall, TaskAnswer>({
      filename,
      minThreads: 0,
      maxThreads: this.config.threads + PAGE_THREADS,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      // Secrets of the program are none of a reader's business.
      env: {},
    });
    this.pool.on('error', (error) => this.logger.error({ err: error as Error }, 'thread'));
    return this.pool;
  }
}

function isOutOfMemory(error: unknown): boolean {
  return (error as { code?: unknown } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
