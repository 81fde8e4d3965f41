import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AuditStream } from './audit-stream';

/** Before the first seal of a chain. */
export const FIRST_PREVIOUS = '0'.repeat(64);

export interface EventText {
  readonly id: string;
  readonly text: string;
}

/** The seal of some events behind the seal before it. */
export function sealHash(previous: string, events: readonly EventText[]): string {
  const hash = createHash('sha256').update(previous);
  for (const { text } of events) hash.update('\n').update(text);
  return hash.digest('hex');
}

/**
 * Seals the events of a chain that no seal holds yet, at most `most` of them.
 * @returns how many were sealed
 */
export async function sealEvents(
  manager: EntityManager,
  { id, events: table, seals, sealed, key, text }: AuditStream,
  most = 1000,
): Promise<number> {
  // Two workers take turns; the number of the seal is its place in the chain.
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, [id]);
  const events = await manager.query<EventText[]>(
    `SELECT e.id, ${text} AS text FROM ${table} e WHERE e.${key} = $1 AND NOT EXISTS (
       SELECT FROM ${sealed} s WHERE s.${key} = $1 AND s.event_id = e.id)
     ORDER BY e.id LIMIT $2`,
    [id, most],
  );
  if (events.length === 0) return 0;
  const [last] = await manager.query<{ number: number; sha256: string }[]>(
    `SELECT number, sha256 FROM ${seals} WHERE ${key} = $1 ORDER BY number DESC LIMIT 1`,
    [id],
  );
  const number = (last?.number ?? 0) + 1;
  const previous = last?.sha256 ?? FIRST_PREVIOUS;
  await manager.query(
    `INSERT INTO ${seals} (${key}, number, events, previous_sha256, sha256)
     VALUES ($1, $2, $3, $4, $5)`,
    [id, number, events.length, previous, sealHash(previous, events)],
  );
  await manager.query(
    `INSERT INTO ${sealed} (${key}, event_id, seal_number)
     SELECT $1, unnest($2::bigint[]), $3`,
    [id, events.map((event) => event.id), number],
  );
  return events.length;
}
