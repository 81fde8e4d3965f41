/** The side of the worker threads: one message in, one answer out. */
import { ERROR_TEXTS, type ErrorCode } from '@liangxing/contracts';
import { isMarkedAsUntransferable } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { stepBack } from './step-back';
import type { TaskAnswer, TaskCall, TaskFunction, TaskRefusal, TellProgress } from './thread-task';

/** Loads a task's code at its first call: a thread that reads tables never opens fonts. */
export type TaskLoader = () => Promise<TaskFunction<never, unknown>>;

function refusalOf(error: unknown): TaskRefusal | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return undefined;
  if (!Object.hasOwn(ERROR_TEXTS, error.code)) return undefined;
  const params = 'params' in error ? (error.params as TaskRefusal['params']) : {};
  return { code: error.code as ErrorCode, params };
}

/** Bytes with memory of their own that may change hands: no view of some larger piece, none of a native library's. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer &&
    buffer.byteLength === byteLength &&
    !isMarkedAsUntransferable(buffer)
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes);
}

/** Bytes, alone or as a property of the answer, change hands; everything else is copied. */
function handOver(told: unknown): TaskAnswer {
  const handed = new Set<ArrayBuffer>();
  const own = (value: unknown): unknown => {
    if (!(value instanceof Uint8Array)) return value;
    const bytes = owned(value);
    handed.add(bytes.buffer);
    return bytes;
  };
  const isRecord = Object.prototype.toString.call(told) === '[object Object]';
  const value = isRecord
    ? Object.fromEntries(Object.entries(told as object).map(([key, part]) => [key, own(part)]))
    : own(told);
  const answer: TaskAnswer = { value };
  if (handed.size === 0) return answer;
  // How piscina is told what to transfer: it sends the answer in the place of what stands here for it.
  const moved = { ...answer, [transferableSymbol]: [...handed], [valueSymbol]: answer };
  move(moved as Parameters<typeof move>[0]);
  return moved;
}

/** @returns the function that a thread of the pool runs for every call */
export function serveTasks(
  tasks: Readonly<Record<string, TaskLoader>>,
): (call: TaskCall) => Promise<TaskAnswer> {
  stepBack();
  return async ({ name, input, port }) => {
    const load = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
    if (load === undefined) throw new Error(`no task ${name} in src/threads.ts`);
    const tell: TellProgress = (progress) => port?.postMessage(progress);
    try {
      const run = await load();
      return handOver(await run(input as never, tell));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw error;
      return { refusal };
    } finally {
      port?.close();
    }
  };
}
