import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** Before the first seal of an organization. */
export const FIRST_PREVIOUS = '0'.repeat(64);

/**
 * One event as text: what a seal is the hash of. Made by the database, so that sealing and verifying agree. By whose
 * grant it was done stands behind it where there was one; lines of before grants read as they did.
 */
export const eventText = `json_build_array(e.id, to_char(e.recorded_at AT TIME ZONE 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_id, e.actor_name, e.action, e.subject_type,
    e.subject_id, e.details, e.correlation_id)::text
    || CASE WHEN e.grant_id IS NULL THEN '' ELSE json_build_array(e.acting_id, e.grant_id)::text END AS text`;

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
 * Seals the events that no seal holds yet, at most `most` of them, in the transaction's organization.
 * @returns how many were sealed
 */
export async function sealEvents(
  manager: EntityManager,
  organizationId: string,
  most = 1000,
): Promise<number> {
  // Two workers take turns; the number of the seal is its place in the chain.
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, [organizationId]);
  const events = await manager.query<EventText[]>(
    `SELECT e.id, ${eventText} FROM audit_events e WHERE e.organization_id = $1 AND NOT EXISTS (
       SELECT FROM audit_sealed_events s WHERE s.organization_id = $1 AND s.event_id = e.id)
     ORDER BY e.id LIMIT $2`,
    [organizationId, most],
  );
  if (events.length === 0) return 0;
  const [last] = await manager.query<{ number: number; sha256: string }[]>(
    'SELECT number, sha256 FROM audit_seals WHERE organization_id = $1 ORDER BY number DESC LIMIT 1',
    [organizationId],
  );
  const number = (last?.number ?? 0) + 1;
  const previous = last?.sha256 ?? FIRST_PREVIOUS;
  await manager.query(
    `INSERT INTO audit_seals (organization_id, number, events, previous_sha256, sha256)
     VALUES ($1, $2, $3, $4, $5)`,
    [organizationId, number, events.length, previous, sealHash(previous, events)],
  );
  await manager.query(
    `INSERT INTO audit_sealed_events (organization_id, event_id, seal_number)
     SELECT $1, unnest($2::bigint[]), $3`,
    [organizationId, events.map(({ id }) => id), number],
  );
  return events.length;
}
