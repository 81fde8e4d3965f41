import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Places } from '@liangxing/system-structure';
import { KeptByStamp, queryJson, queryRows, type RequestContext } from '../../kernel';
import { BringsLinksBack, type HoldsLinks } from '../standards';
import { RegistersRepository } from './coverage/registers.repository';
import type { PlaceBasis, PlacedStandard, StoredSystem } from './system';
import { placesOf } from './system-state';

type Tenant = Pick<RequestContext, 'organizationId'>;

export interface PlaceToWrite {
  readonly standardId: string;
  /** Empty: the standard is taken out. */
  readonly nodes: readonly string[];
  readonly basis: PlaceBasis;
}

/** Placed standards of all that is kept: some twenty megabytes. */
const MOST_KEPT = 100_000;

/** Every question to the places of standards. All of them are set-based: a register has thousands of rows. */
@Injectable()
@BringsLinksBack()
export class PlacesRepository implements HoldsLinks {
  private readonly kept = new KeptByStamp<Places>({ most: MOST_KEPT, sizeOf: ({ size }) => size });

  constructor(private readonly registers: RegistersRepository) {}

  /** Places whose system and node are still there; the first of them is the main place. */
  async bringLinks(
    manager: EntityManager,
    { organizationId }: Tenant,
    standardIds: readonly string[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO system_places (organization_id, system_id, standard_id, rank, node_key, basis)
       SELECT $1, p.system, r.standard_id,
         row_number() OVER (PARTITION BY p.system, r.standard_id ORDER BY p.rank), p.node, p.basis
       FROM register_act_rows r
       CROSS JOIN jsonb_to_recordset(r.kept -> 'places') AS p(system uuid, rank integer, node text, basis text)
       JOIN standard_systems y ON y.organization_id = $1 AND y.id = p.system
       WHERE r.organization_id = $1 AND r.kept IS NOT NULL AND r.standard_id = ANY ($2::uuid[])
         AND EXISTS (SELECT FROM jsonb_array_elements(y.document -> 'nodes') n WHERE n ->> 'key' = p.node)`,
      [organizationId, standardIds],
    );
  }

  /**
   * The whole register in its order, each standard with its places in the system. Put together here:
   * a join of the two may be planned row by row where the tables have grown since they were counted.
   */
  async all(
    manager: EntityManager,
    tenant: Tenant,
    systemId: string,
    day: string,
  ): Promise<PlacedStandard[]> {
    const register = await this.registers.read(manager, tenant, day);
    const rows = await queryRows<Pick<PlacedStandard, 'standardId' | 'nodes' | 'basis'>>(
      manager,
      `SELECT standard_id AS "standardId", array_agg(node_key ORDER BY rank) AS nodes,
         min(basis) AS basis
       FROM system_places WHERE organization_id = $1 AND system_id = $2 GROUP BY standard_id`,
      [tenant.organizationId, systemId],
    );
    const places = new Map(
      rows.map(({ standardId, nodes, basis }) => [standardId, { nodes, basis }]),
    );
    const unplaced = { nodes: [], basis: null };
    return register.rows.map(({ id, ...row }) => ({
      standardId: id,
      ...row,
      ...(places.get(id) ?? unplaced),
    }));
  }

  /**
   * What is placed in a system, for whoever holds its row. Whoever writes places writes that row too, or rows of the
   * register in the same transaction: while both are the same, nobody reads thousands of places again.
   * @param register its stamp, read in the same transaction
   */
  held(
    manager: EntityManager,
    tenant: Tenant,
    { id, writtenBy }: Pick<StoredSystem, 'id' | 'writtenBy'>,
    register: string,
  ): Promise<Places> {
    const key = `${tenant.organizationId} ${id}`;
    return this.kept.of(key, `${writtenBy} ${register}`, async () =>
      placesOf(await this.json(manager, tenant, id)),
    );
  }

  /** As they are once the transaction that wrote them is committed, for the next who holds the row. */
  keep(
    { organizationId }: Tenant,
    { id, writtenBy }: Pick<StoredSystem, 'id' | 'writtenBy'>,
    register: string,
    places: Places,
  ): void {
    const stamp = `${writtenBy} ${register}`;
    void this.kept.of(`${organizationId} ${id}`, stamp, () => Promise.resolve(places));
  }

  /** What is placed in a system as one text, for `placesOf` to read. */
  async json(
    manager: EntityManager,
    { organizationId }: Tenant,
    systemId: string,
  ): Promise<string> {
    const { text } = await queryJson(
      manager,
      `SELECT standard_id AS id, array_agg(node_key ORDER BY rank) AS nodes
       FROM system_places WHERE organization_id = $1 AND system_id = $2 GROUP BY standard_id`,
      [organizationId, systemId],
    );
    return text;
  }

  /** On what the places of the named standards rest; those without a place are absent. */
  async bases(
    manager: EntityManager,
    { organizationId }: Tenant,
    systemId: string,
    standardIds: readonly string[],
  ): Promise<ReadonlyMap<string, PlaceBasis>> {
    if (standardIds.length === 0) return new Map();
    const rows = await queryRows<{ readonly id: string; readonly basis: PlaceBasis }>(
      manager,
      `SELECT standard_id AS id, basis FROM system_places
       WHERE organization_id = $1 AND system_id = $2 AND standard_id = ANY ($3::uuid[]) AND rank = 1`,
      [organizationId, systemId, standardIds],
    );
    return new Map(rows.map(({ id, basis }) => [id, basis]));
  }

  /** New places of the named standards; all others stay as they are. */
  async write(
    manager: EntityManager,
    { organizationId }: Tenant,
    systemId: string,
    places: readonly PlaceToWrite[],
  ): Promise<void> {
    if (places.length === 0) return;
    await manager.query(
      `DELETE FROM system_places WHERE organization_id = $1 AND system_id = $2
         AND standard_id = ANY ($3::uuid[])`,
      [organizationId, systemId, places.map(({ standardId }) => standardId)],
    );
    const rows = places.flatMap(({ standardId, nodes, basis }) =>
      nodes.map((node, index) => ({ standard: standardId, node, rank: index + 1, basis })),
    );
    await manager.query(
      `INSERT INTO system_places (organization_id, system_id, standard_id, rank, node_key, basis)
       SELECT $1, $2, r.standard, r.rank, r.node, r.basis
       FROM jsonb_to_recordset($3::jsonb) AS r(standard uuid, rank integer, node text, basis text)`,
      [organizationId, systemId, JSON.stringify(rows)],
    );
  }
}
