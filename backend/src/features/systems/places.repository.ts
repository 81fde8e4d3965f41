import { Injectable } from '@nestjs/common';
import { printedNumber } from '@liangxing/standard-number';
import type { EntityManager } from 'typeorm';
import { queryJson, queryRows, type RequestContext } from '../../kernel';
import { BringsLinksBack, statusExpression, type HoldsLinks } from '../standards';
import type { PlaceBasis, PlacedStandard } from './system';

type Tenant = Pick<RequestContext, 'organizationId'>;

export interface PlaceToWrite {
  readonly standardId: string;
  /** Empty: the standard is taken out. */
  readonly nodes: readonly string[];
  readonly basis: PlaceBasis;
}

/** Every question to the places of standards. All of them are set-based: a register has thousands of rows. */
@Injectable()
@BringsLinksBack()
export class PlacesRepository implements HoldsLinks {
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
    const standards = await this.register(manager, tenant, day);
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
    return standards.map((standard) => ({ ...standard, ...places.get(standard.standardId) }));
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

  /** The register as one text, for `registerOf` to read, with what is out of force on a day. */
  async measured(manager: EntityManager, { organizationId }: Tenant, day: string): Promise<string> {
    const { text } = await queryJson(
      manager,
      `SELECT id, number, title, level, is_planned AS "isPlanned", system_code AS "systemCode",
         (${statusExpression('$2')}) IN ('replaced', 'withdrawn') AS "isOutdated"
       FROM standards s WHERE organization_id = $1 ORDER BY position, id`,
      [organizationId, day],
    );
    return text;
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

  /** The register in its order where there is no system yet. */
  async register(
    manager: EntityManager,
    { organizationId }: Tenant,
    day: string,
  ): Promise<PlacedStandard[]> {
    const rows = await queryRows<PlacedStandard>(
      manager,
      `SELECT id AS "standardId", number, system_code AS "systemCode", title, level, is_planned AS "isPlanned",
         (${statusExpression('$2')}) IN ('replaced', 'withdrawn') AS "isOutOfForce",
         '{}'::text[] AS nodes, NULL AS basis
       FROM standards s WHERE organization_id = $1 ORDER BY position, id`,
      [organizationId, day],
    );
    return rows.map((row) => ({ ...row, number: printedNumber(row.number) }));
  }
}
