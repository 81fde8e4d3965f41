import type { TextParameters, ErrorCode } from '@liangxing/contracts';

interface ThreadTaskLimits {
  /** The longest that it may run before its thread is ended; waiting for a turn does not count. */
  readonly seconds: number;
  /**
   * What a page waits for while it is shown has a line and a thread of its own: files that somebody ordered never stand
   * before it. Tasks of well below a second only.
   */
  readonly isForPage?: boolean;
}

/**
 * Names a function that runs in a worker thread, without bringing its code into the program that asks:
 * `threadTask<typeof drawDocument>('drawDocument', …)` with an `import type` of it. What goes in and comes out is
 * copied between threads: plain data and bytes.
 */
export interface ThreadTask<Input, Output> {
  readonly name: string;
  readonly limits: ThreadTaskLimits;
  /** Never set; keeps the types. */
  readonly types?: (input: Input) => Output;
}

/** How a task tells how far it is; does nothing where nobody listens. */
export type TellProgress = (progress: unknown) => void;

/** What runs in a thread: a pure function of a module named `….task.ts`. */
export type TaskFunction<Input, Output> = (
  input: Input,
  tell: TellProgress,
) => Output | Promise<Output>;

/** @param name as registered in `src/threads.ts` */
export function threadTask<Run extends (input: never, tell: TellProgress) => unknown>(
  name: string,
  limits: ThreadTaskLimits,
): ThreadTask<Parameters<Run>[0], Awaited<ReturnType<Run>>> {
  return { name, limits };
}

/** A task's refusal of what it was given, in the words of the error catalogue; it crosses to the asking thread. */
export interface TaskRefusal {
  readonly code: ErrorCode;
  readonly params: TextParameters;
}

/** What a thread sends back. */
export type TaskAnswer = { readonly value: unknown } | { readonly refusal: TaskRefusal };

/** What a thread is given. */
export interface TaskCall {
  readonly name: string;
  readonly input: unknown;
  /** Progress goes out here. */
  readonly port?: import('node:worker_threads').MessagePort;
}
