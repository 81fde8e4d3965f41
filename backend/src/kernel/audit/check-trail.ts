import type { DataSource } from 'typeorm';
import { runInTransaction } from '../database/transaction';
import { checkChain, type ChainFault } from './check-chain';
import { notedSealText, type NotedSeal } from './noted-seals';

export interface TrailReport {
  readonly isWhole: boolean;
  /** What is broken, one line each; starts with the organization. */
  readonly faults: readonly string[];
  /** What somebody should look at. */
  readonly remarks: readonly string[];
  /** The newest seal of each organization, to be noted and given back to a later check. */
  readonly newest: readonly string[];
  readonly organizations: number;
}

/** Checks the chains of all organizations, and whether the noted seals are still there. Runs as the worker's role. */
export async function checkTrail(
  dataSource: DataSource,
  noted: readonly NotedSeal[] = [],
): Promise<TrailReport> {
  const rows = await dataSource.query<{ id: string }[]>(
    'SELECT app.organization_ids() AS id ORDER BY 1',
  );
  const ids = new Set(rows.map(({ id }) => id));
  const faults: string[] = [];
  const remarks: string[] = [];
  const newest: string[] = [];
  for (const { organizationId, number } of noted)
    if (!ids.has(organizationId))
      faults.push(`${organizationId}: the organization of noted seal ${number} is not there`);
  for (const organizationId of ids) {
    const own = noted.filter((seal) => seal.organizationId === organizationId);
    const report = await runInTransaction(
      dataSource,
      { organizationId, userId: '' },
      'read of one instant',
      (manager) => checkChain(manager, organizationId, own),
    );
    faults.push(...report.faults.map((fault) => `${organizationId}: ${faultText(fault)}`));
    if (report.sealedLate.length > 0)
      remarks.push(`${organizationId}: ${lateText(report.sealedLate)}`);
    if (report.newest !== null) newest.push(notedSealText(report.newest));
  }
  return { isWhole: faults.length === 0, faults, remarks, newest, organizations: ids.size };
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
