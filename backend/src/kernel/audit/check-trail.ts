import type { DataSource, EntityManager } from 'typeorm';
import { runInTransaction } from '../database/transaction';
import { organizationStream, PLATFORM_STREAMS, type AuditStream } from './audit-stream';
import { checkChain, type ChainFault } from './check-chain';
import { notedSealText, type NotedSeal } from './noted-seals';

interface TrailReport {
  readonly isWhole: boolean;
  /** What is broken, one line each; starts with the organization or the part of the platform. */
  readonly faults: readonly string[];
  /** What somebody should look at. */
  readonly remarks: readonly string[];
  /** The newest seal of each chain, to be noted and given back to a later check. */
  readonly newest: readonly string[];
  readonly organizations: number;
}

/** Checks the chains of all organizations and of the platform, and whether the noted seals are still there. Runs as the worker's role. */
export async function checkTrail(
  dataSource: DataSource,
  noted: readonly NotedSeal[] = [],
): Promise<TrailReport> {
  const rows = await dataSource.query<{ id: string }[]>(
    'SELECT app.organization_ids() AS id ORDER BY 1',
  );
  const streams: readonly AuditStream[] = [
    ...rows.map(({ id }) => organizationStream(id)),
    ...PLATFORM_STREAMS,
  ];
  const ids = new Set(streams.map(({ id }) => id));
  const faults: string[] = [];
  const remarks: string[] = [];
  const newest: string[] = [];
  const gone = noted.filter(({ chain }) => !ids.has(chain));
  const deleted = await deletedAmong(
    dataSource,
    gone.map(({ chain }) => chain),
  );
  for (const { chain, number } of gone)
    if (!deleted.has(chain))
      faults.push(`${chain}: the owner of noted seal ${number} is not there`);
  for (const chain of deleted) remarks.push(`${chain}: was deleted, as the platform's trail says`);
  for (const stream of streams) {
    const own = noted.filter(({ chain }) => chain === stream.id);
    const report = await readAtOneInstant(dataSource, stream, (manager) =>
      checkChain(manager, stream, own),
    );
    faults.push(...report.faults.map((fault) => `${stream.id}: ${faultText(fault)}`));
    if (report.sealedLate.length > 0) remarks.push(`${stream.id}: ${lateText(report.sealedLate)}`);
    if (report.newest !== null) newest.push(notedSealText(report.newest));
  }
  return { isWhole: faults.length === 0, faults, remarks, newest, organizations: rows.length };
}

/** Organizations whose deletion stands in the trail of the platform, which is sealed as theirs was. */
async function deletedAmong(
  dataSource: DataSource,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await dataSource.query<{ id: string }[]>(
    `SELECT DISTINCT subject_id AS id FROM platform_events
     WHERE part = 'organizations' AND action = 'organization.deleted' AND subject_id = ANY ($1)`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

function readAtOneInstant<T>(
  dataSource: DataSource,
  { id, key }: AuditStream,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const organizationId = key === 'organization_id' ? id : '';
  return runInTransaction(dataSource, { organizationId, userId: '' }, 'read of one instant', work);
}

function faultText(fault: ChainFault): string {
  switch (fault.reason) {
    case 'chain':
      return `seal ${fault.seal} does not follow the one before it (chain)`;
    case 'count':
      return `seal ${fault.seal} does not hold as many events as were sealed (count)`;
    case 'events':
      return `seal ${fault.seal} holds other events than were sealed (events)`;
    case 'slipped_in':
      return `event ${fault.event} in seal ${fault.seal} claims to be older than what was sealed before it (slipped_in)`;
    case 'noted_missing':
      return `noted seal ${fault.seal} is not there (noted_missing)`;
    case 'noted_differs':
      return `seal ${fault.seal} is not the noted one (noted_differs)`;
    case 'unsealed':
      return `${fault.events} events since ${fault.since} have no seal (unsealed)`;
  }
}

function lateText(seals: readonly number[]): string {
  const shown = seals.slice(0, 5).join(', ');
  const more = seals.length > 5 ? ` and ${seals.length - 5} more` : '';
  return (
    `seal ${shown}${more}: made more than 15 minutes after events in it; ` +
    'the worker stood still then, or the chain was made anew'
  );
}
