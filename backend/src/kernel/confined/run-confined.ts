import { execFile } from 'node:child_process';

export interface ConfinedBounds {
  /** Of the processor; the system ends the program behind it, also where nobody waits for it any more. */
  readonly cpuSeconds: number;
  /** Addresses that the program may ask for, in KiB; an empty one of Node takes some 1,250,000. */
  readonly addressSpaceKiB: number;
  /** On a busy machine it waits for its turn. */
  readonly wallSeconds: number;
  readonly outputBytes: number;
}

/** The program did not end well. */
export class ConfinedFailure extends Error {
  constructor(
    /** Its own, or that of the shell which could not begin it; undefined where it was ended. */
    readonly exitCode: number | undefined,
    options: ErrorOptions,
  ) {
    super('confined program failed', options);
    this.name = 'ConfinedFailure';
  }
}

// The limits are the process's own, so that they hold whatever becomes of this one. Without them it is not begun.
const WITHIN_LIMITS = 'ulimit -c 0 && ulimit -t "$1" && ulimit -v "$2" && shift 2 && exec "$@"';
/** It wrote more than is wanted. */
const TOO_MUCH_OUTPUT = 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER';

/**
 * Runs a program of ours on bytes that nobody vouches for, by code that keeps no bounds itself: in a process that may
 * be lost, without the environment (and its secrets) of this one.
 * @param programFile absolute; reads its input from stdin and writes its output to stdout
 * @throws ConfinedFailure; the system's own error where no process can be begun
 */
export function runConfined(
  programFile: string,
  input: Uint8Array,
  { cpuSeconds, addressSpaceKiB, wallSeconds, outputBytes }: ConfinedBounds,
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
        timeout: wallSeconds * 1000,
        killSignal: 'SIGKILL',
      },
      (error, output) => {
        if (!error) resolve(output);
        else if (typeof error.code === 'number')
          reject(new ConfinedFailure(error.code, { cause: error }));
        else if (error.signal || (error.code as unknown) === TOO_MUCH_OUTPUT)
          reject(new ConfinedFailure(undefined, { cause: error }));
        else reject(error);
      },
    );
    // Where the program ends before it has read everything, its end says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
