import { Injectable } from '@nestjs/common';
import { Not, Raw, type EntityManager } from 'typeorm';
import { Quotas, queryRows, type RequestContext } from '../../../kernel';
import { ClientImportEntity } from '../entities/client-import.entity';
import type { Known } from './check-client-rows';
import type { ImportedRow } from './client-row';

type Tenant = Pick<RequestContext, 'organizationId'>;

const timeToDecide = '7 days';
const MOST_LISTED = 20;

/** Workbooks of clients. SQL joins people, who are of another room. */
@Injectable()
export class ClientImportsRepository {
  constructor(private readonly quotas: Quotas) {}

  /** Previews that were left for a week go when another one comes. */
  async insert(
    manager: EntityManager,
    {
      organizationId,
      userId,
      userName,
    }: Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>,
    stored: Pick<ClientImportEntity, 'id' | 'fileName' | 'rows' | 'ignored'>,
  ): Promise<void> {
    await manager.delete(ClientImportEntity, {
      organizationId,
      state: 'previewed',
      createdAt: Raw((column) => `${column} < now() - interval '${timeToDecide}'`),
    });
    await this.quotas.require(manager, organizationId, 'stored_imports');
    const by = { createdById: userId, createdByName: userName };
    await manager.insert(ClientImportEntity, { ...stored, ...by, organizationId });
  }

  find(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<ClientImportEntity | null> {
    return manager.findOneBy(ClientImportEntity, { organizationId, id });
  }

  /** Locked: nobody else confirms, stops or goes on with it until this transaction ends. */
  take(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<ClientImportEntity | null> {
    const where = { organizationId, id };
    return manager.findOne(ClientImportEntity, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** The confirmed ones, newest first. */
  confirmed(manager: EntityManager, { organizationId }: Tenant): Promise<ClientImportEntity[]> {
    return manager.find(ClientImportEntity, {
      where: { organizationId, state: Not('previewed') },
      order: { createdAt: 'DESC', id: 'ASC' },
      take: MOST_LISTED,
    });
  }

  async keep(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    changed: Partial<Pick<ClientImportEntity, 'state' | 'rows' | 'run' | 'committedAt'>>,
  ): Promise<void> {
    await manager.update(ClientImportEntity, { organizationId, id }, changed);
  }

  /** To whom an offer waits, and with whom an engagement runs: by address, credit code and name. */
  async partners(
    manager: EntityManager,
    { organizationId }: Tenant,
  ): Promise<Pick<Known, 'offered' | 'clients'>> {
    const rows = await queryRows<{ isClient: boolean; keys: (string | null)[] }>(
      manager,
      `SELECT false AS "isClient", ARRAY[email] AS keys FROM engagement_offers
       WHERE organization_id = $1 AND state = 'offered' AND expires_at > now()
       UNION ALL
       SELECT true, ARRAY[c.client_name, o.email, o.partner_code] FROM clients c
       LEFT JOIN engagement_offers o ON o.organization_id = $1 AND o.id = c.id
       WHERE c.organization_id = $1 AND c.state = 'live' AND c.ends_at > now()`,
      [organizationId],
    );
    const keysOf = (wanted: boolean): Set<string> =>
      new Set(
        rows.flatMap(({ isClient, keys }) =>
          isClient === wanted ? keys.filter((key) => key !== null) : [],
        ),
      );
    return { offered: keysOf(false), clients: keysOf(true) };
  }

  members(manager: EntityManager, { organizationId }: Tenant): Promise<Known['members'][number][]> {
    return queryRows<Known['members'][number]>(
      manager,
      `SELECT u.id AS "userId", u.name, u.email FROM memberships m JOIN users u ON u.id = m.user_id
       WHERE m.organization_id = $1`,
      [organizationId],
    );
  }
}

/** How many rows stand in which state. */
export function countsOf(
  rows: readonly ImportedRow[],
): Readonly<Record<ImportedRow['state'], number>> {
  const counts = { problem: 0, ready: 0, waiting: 0, offered: 0, stopped: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
