import type { EntityManager } from 'typeorm';
import { FIRST_PREVIOUS, sealHash, type EventText } from './audit-chain';
import type { AuditStream } from './audit-stream';
import type { NotedSeal } from './noted-seals';

/** The worker seals every five minutes; what waits longer has lost its seal, or the worker stands still. */
const SEALED_WITHIN = `interval '15 minutes'`;

export type ChainFault =
  /** A seal does not follow the one before it. */
  | { readonly reason: 'chain'; readonly seal: number }
  /** Events of a seal are missing, or there are more. */
  | { readonly reason: 'count'; readonly seal: number }
  /** Events of a seal are not those that were sealed. */
  | { readonly reason: 'events'; readonly seal: number }
  /** An event claims to be older than what was sealed before it. */
  | { readonly reason: 'slipped_in'; readonly seal: number; readonly event: string }
  /** A seal that was noted is not there. */
  | { readonly reason: 'noted_missing'; readonly seal: number }
  /** A seal that was noted is another one. */
  | { readonly reason: 'noted_differs'; readonly seal: number }
  /** Events that no seal holds, although they are old enough. */
  | { readonly reason: 'unsealed'; readonly events: number; readonly since: string };

export interface ChainReport {
  readonly faults: readonly ChainFault[];
  /**
   * Seals made long after their events: the worker stood still then, or somebody made the chain anew. No fault by
   * itself; a noted seal tells the two apart.
   */
  readonly sealedLate: readonly number[];
  /** The newest seal, to be noted. */
  readonly newest: NotedSeal | null;
}

interface Seal {
  readonly number: number;
  readonly events: number;
  readonly previous_sha256: string;
  readonly sha256: string;
  readonly is_late: boolean;
}

/** Follows a chain from its first seal; the transaction must see one instant. */
export async function checkChain(
  manager: EntityManager,
  stream: AuditStream,
  noted: readonly NotedSeal[] = [],
): Promise<ChainReport> {
  const { id, events, seals: table, sealed, key } = stream;
  const seals = await manager.query<Seal[]>(
    `SELECT s.number, s.events, s.previous_sha256, s.sha256, EXISTS (
       SELECT FROM ${sealed} i JOIN ${events} e ON e.${key} = i.${key} AND e.id = i.event_id
       WHERE i.${key} = s.${key} AND i.seal_number = s.number
         AND e.recorded_at < s.sealed_at - ${SEALED_WITHIN}) AS is_late
     FROM ${table} s WHERE s.${key} = $1 ORDER BY s.number`,
    [id],
  );
  const newest = seals.at(-1);
  return {
    faults: [
      ...(await brokenSeals(manager, stream, seals)),
      ...(await slippedIn(manager, stream)),
      ...againstNoted(seals, noted),
      ...(await unsealed(manager, stream)),
    ],
    sealedLate: seals.filter((seal) => seal.is_late).map(({ number }) => number),
    newest:
      newest === undefined ? null : { chain: id, number: newest.number, sha256: newest.sha256 },
  };
}

async function brokenSeals(
  manager: EntityManager,
  { id, events: table, sealed, key, text }: AuditStream,
  seals: readonly Seal[],
): Promise<ChainFault[]> {
  const broken: ChainFault[] = [];
  let previous = FIRST_PREVIOUS;
  for (const [index, { number, events: count, previous_sha256, sha256 }] of seals.entries()) {
    const events = await manager.query<EventText[]>(
      `SELECT e.id, ${text} AS text FROM ${sealed} s
       JOIN ${table} e ON e.${key} = s.${key} AND e.id = s.event_id
       WHERE s.${key} = $1 AND s.seal_number = $2 ORDER BY e.id`,
      [id, number],
    );
    if (number !== index + 1 || previous_sha256 !== previous)
      broken.push({ reason: 'chain', seal: number });
    else if (events.length !== count) broken.push({ reason: 'count', seal: number });
    else if (sealHash(previous, events) !== sha256) broken.push({ reason: 'events', seal: number });
    previous = sha256;
  }
  return broken;
}

/** Events are sealed in the order in which they happen, but for the length of a transaction. */
async function slippedIn(
  manager: EntityManager,
  { id, events, sealed, key }: AuditStream,
): Promise<ChainFault[]> {
  const rows = await manager.query<{ seal: number; event: string }[]>(
    `SELECT seal_number AS seal, id AS event FROM (
       SELECT s.seal_number, e.id, e.recorded_at, max(e.recorded_at) OVER (
         ORDER BY s.seal_number GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS sealed_before
       FROM ${sealed} s JOIN ${events} e ON e.${key} = s.${key} AND e.id = s.event_id
       WHERE s.${key} = $1) AS events
     WHERE recorded_at < sealed_before - ${SEALED_WITHIN} ORDER BY seal_number, id`,
    [id],
  );
  return rows.map(({ seal, event }) => ({ reason: 'slipped_in', seal, event }));
}

function againstNoted(seals: readonly Seal[], noted: readonly NotedSeal[]): ChainFault[] {
  const hashes = new Map(seals.map(({ number, sha256 }) => [number, sha256]));
  return noted.flatMap(({ number, sha256 }): ChainFault[] => {
    const found = hashes.get(number);
    if (found === sha256) return [];
    return [{ reason: found === undefined ? 'noted_missing' : 'noted_differs', seal: number }];
  });
}

async function unsealed(
  manager: EntityManager,
  { id, events: table, sealed, key }: AuditStream,
): Promise<ChainFault[]> {
  const [waiting] = await manager.query<{ events: number; since: Date | null }[]>(
    `SELECT count(*)::integer AS events, min(e.recorded_at) AS since FROM ${table} e
     WHERE e.${key} = $1 AND e.recorded_at < now() - ${SEALED_WITHIN} AND NOT EXISTS (
       SELECT FROM ${sealed} s WHERE s.${key} = $1 AND s.event_id = e.id)`,
    [id],
  );
  if (!waiting?.since) return [];
  const { events, since } = waiting;
  return [{ reason: 'unsealed', events, since: since.toISOString() }];
}
