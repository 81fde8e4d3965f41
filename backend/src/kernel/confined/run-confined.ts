import { execFile } from 'node:child_process';

export interface ConfinedBounds {
  /** Of the processor; the system ends the program behind it, also where nobody waits for it any more. */
  readonly cpuSeconds: number;
  /** Addresses that the program may ask for, in KiB; an empty one of Node takes some 1,250,000. */
  readonly addressSpaceKiB: number;
  readonly outputBytes: number;
}

/** The program ended with another code than 0; undefined where it was ended, by a bound or by the system. */
export class ConfinedFailure extends Error {
  constructor(
    readonly exitCode: number | undefined,
    options: ErrorOptions,
  ) {
    super('confined program failed', options);
    this.name = 'ConfinedFailure';
  }
}

// The limits are the process's own, so that they hold whatever becomes of this one. Without them it is not begun.
const WITHIN_LIMITS = 'ulimit -c 0 && ulimit -t "$1" && ulimit -v "$2" && shift 2 && exec "$@"';
/** Beside its seconds of the processor a program may wait for its turn on a busy machine. */
const WALL_PER_CPU = 6;

/**
 * Runs a program of ours on bytes that nobody vouches for, by code that keeps no bounds itself: in a process that may
 * be lost, without the environment (and its secrets) of this one.
 * @param programFile absolute; reads its input from stdin and writes its output to stdout
 * @throws ConfinedFailure
 */
export function runConfined(
  programFile: string,
  input: Uint8Array,
  { cpuSeconds, addressSpaceKiB, outputBytes }: ConfinedBounds,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      '/bin/sh',
      [
        ...['-c', WITHIN_LIMITS, 'sh', String(cpuSeconds), String(addressSpaceKiB)],
        ...[process.execPath, programFile],
      ],
      {
        encoding: 'buffer',
        env: {},
        maxBuffer: outputBytes,
        timeout: cpuSeconds * WALL_PER_CPU * 1000,
        killSignal: 'SIGKILL',
      },
      (error, output) => {
        if (!error) resolve(output);
        else
          reject(
            new ConfinedFailure(typeof error.code === 'number' ? error.code : undefined, {
              cause: error,
            }),
          );
      },
    );
    // Where the program ends before it has read everything, its end says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
