/** Many people at once over kept connections, and what they waited. */
import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import { randomUUID } from 'node:crypto';

export interface Waits {
  /** Milliseconds of every answer, sorted. */
  readonly times: readonly number[];
  readonly failures: ReadonlyMap<string, number>;
  /** Answers a second. */
  readonly rate: number;
}

export interface Ask {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string;
}

/** One person: gives the next request, and hears what came back. */
export interface Person {
  next(): Ask;
  heard?(ask: Ask, status: number, body: string): void;
}

/** @param share 0.99 for p99 */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export const idempotencyKey = (): string => randomUUID();

/** One request to its last byte. @returns status and text; the text is only kept where `isKept` */
export function send(
  address: string,
  agent: Agent,
  { method, path, headers, body }: Ask,
  isKept = false,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      address + path,
      {
        agent,
        method,
        headers: {
          ...headers,
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => {
          if (isKept) chunks.push(chunk);
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
        answer.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/**
 * Lets every person ask, wait for the answer, think and ask again.
 * @param thinkMs mean of the pauses, which are spread from half to one and a half of it
 */
export async function crowd(
  address: string,
  people: readonly Person[],
  { seconds, thinkMs }: { readonly seconds: number; readonly thinkMs: number },
): Promise<Waits> {
  const agent = new Agent({ keepAlive: true, maxSockets: people.length });
  const times: number[] = [];
  const failures = new Map<string, number>();
  const start = performance.now();
  const end = start + seconds * 1000;
  const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const live = async (person: Person): Promise<void> => {
    await pause(Math.random() * thinkMs);
    while (performance.now() < end) {
      const ask = person.next();
      const began = performance.now();
      try {
        const { status, text } = await send(address, agent, ask, person.heard !== undefined);
        times.push(performance.now() - began);
        person.heard?.(ask, status, text);
        if (status >= 400) count(failures, `${ask.method} ${status}`);
      } catch (error) {
        count(failures, (error as NodeJS.ErrnoException).code ?? 'error');
      }
      await pause(thinkMs * (0.5 + Math.random()));
    }
  };
  await Promise.all(people.map(live));
  const elapsed = (performance.now() - start) / 1000;
  agent.destroy();
  return { times: times.sort((a, b) => a - b), failures, rate: times.length / elapsed };
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
