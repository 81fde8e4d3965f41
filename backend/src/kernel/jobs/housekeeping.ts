import { randomUUID } from 'node:crypto';
import type { JobContext } from '../access/request-context';
import type { JobHandler } from './handles-job';
import type { JobData } from './job';

/** Organizations at a time: a slow one holds up none of the others, and people keep most of the database. */
const atOnce = 3;
/** Named in the error; the log names all. */
const mostNamed = 10;

/** In whose name the worker itself acts; no organization. */
export function ownContext(): JobContext {
  return {
    userId: '',
    userName: 'system',
    organizationId: '',
    correlationId: randomUUID(),
    language: 'zh-CN',
  };
}

/** Some organizations could not be done; the others were. */
export class HousekeepingError extends Error {
  override readonly name = 'HousekeepingError';

  constructor(
    readonly failures: ReadonlyMap<string, unknown>,
    all: number,
  ) {
    const named = [...failures].slice(0, mostNamed).map(([id, error]) => {
      const reason = error instanceof Error ? error.message : String(error);
      return `${id} (${reason})`;
    });
    const more = failures.size > mostNamed ? ', …' : '';
    super(`${failures.size} of ${all} organizations: ${named.join(', ')}${more}`);
  }
}

/**
 * Does the work of every organization that has some.
 * @param tell is called for each organization that fails
 * @returns how many organizations were done
 * @throws HousekeepingError once all others are done
 */
export async function keepHouse<Data extends JobData>(
  handler: JobHandler<Data>,
  data: Data,
  signal: AbortSignal,
  tell: (organizationId: string, error: unknown) => void,
): Promise<number> {
  const ids = (await handler.organizationsWithWork?.()) ?? [];
  const failures = new Map<string, unknown>();
  const waiting = ids.values();
  const workThrough = async (): Promise<void> => {
    for (const organizationId of waiting) {
      // Out of time, or the worker stops: the rest has its turn the next time.
      signal.throwIfAborted();
      try {
        await handler.handle({ ...data, context: { ...data.context, organizationId } }, signal);
      } catch (error) {
        failures.set(organizationId, error);
        tell(organizationId, error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workThrough));
  if (failures.size > 0) throw new HousekeepingError(failures, ids.length);
  return ids.length;
}
