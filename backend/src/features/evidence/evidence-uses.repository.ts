import { Injectable } from '@nestjs/common';
import type { AssessmentState, ServedPlaces } from '@liangxing/contracts';
import { conditionsOf, listItems, type Scheme } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import type { EvidenceLink } from './evidence';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Where a link is stored: its table, and its columns with their values. */
interface Place {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly string[];
}

function placeOf(link: EvidenceLink): Place {
  if ('standardId' in link)
    return {
      table: 'evidence_standard_links',
      columns: ['standard_id'],
      values: [link.standardId],
    };
  if ('actionId' in link)
    return { table: 'evidence_action_links', columns: ['action_id'], values: [link.actionId] };
  if ('conditionId' in link)
    return {
      table: 'evidence_condition_links',
      columns: ['assessment_id', 'condition_id'],
      values: [link.assessmentId, link.conditionId],
    };
  return {
    table: 'evidence_item_links',
    columns: ['assessment_id', 'item_id'],
    values: [link.assessmentId, link.itemId],
  };
}

/** Every query on what evidence serves. */
@Injectable()
export class EvidenceUsesRepository {
  /** Lets what serves items of one assessment serve those of another too. @returns how many uses that added */
  async shareItems(
    manager: EntityManager,
    { organizationId }: Tenant,
    { from, to }: { readonly from: string; readonly to: string },
    pairs: readonly { readonly fromItem: string; readonly toItem: string }[],
  ): Promise<number> {
    const rows = await queryRows(
      manager,
      `INSERT INTO evidence_item_links (organization_id, evidence_id, assessment_id, item_id)
       SELECT DISTINCT l.organization_id, l.evidence_id, $3::uuid, pair.to_item
       FROM unnest($4::text[], $5::text[]) AS pair (from_item, to_item)
       JOIN evidence_item_links l ON l.organization_id = $1 AND l.assessment_id = $2
         AND l.item_id = pair.from_item
       ON CONFLICT DO NOTHING RETURNING 1`,
      [
        ...[organizationId, from, to],
        pairs.map(({ fromItem }) => fromItem),
        pairs.map(({ toItem }) => toItem),
      ],
    );
    return rows.length;
  }

  /** False where it is linked already. */
  async link(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    link: EvidenceLink,
  ): Promise<boolean> {
    const { table, columns, values } = placeOf(link);
    const places = values.map((_value, index) => `$${index + 3}`);
    const rows = await queryRows(
      manager,
      `INSERT INTO ${table} (organization_id, evidence_id, ${columns.join(', ')})
       VALUES ($1, $2, ${places.join(', ')}) ON CONFLICT DO NOTHING RETURNING 1`,
      [organizationId, id, ...values],
    );
    return rows.length > 0;
  }

  /** False where there is no such link. */
  async unlink(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    link: EvidenceLink,
  ): Promise<boolean> {
    const { table, columns, values } = placeOf(link);
    const conditions = columns.map((column, index) => `AND ${column} = $${index + 3}`);
    const rows = await queryRows(
      manager,
      `DELETE FROM ${table}
       WHERE organization_id = $1 AND evidence_id = $2 ${conditions.join(' ')} RETURNING 1`,
      [organizationId, id, ...values],
    );
    return rows.length > 0;
  }

  /** Whether a standard or action of this organization exists: foreign keys alone would answer with a conflict. */
  async exists(
    manager: EntityManager,
    { organizationId }: Tenant,
    table: 'standards' | 'corrective_actions',
    id: string,
  ): Promise<boolean> {
    const rows = await queryRows(
      manager,
      `SELECT 1 FROM ${table} WHERE organization_id = $1 AND id = $2`,
      [organizationId, id],
    );
    return rows.length > 0;
  }

  /** Titles of the self-evaluations that a file serves and that are not open; none of what it serves is closed meanwhile. */
  async closedServed(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
  ): Promise<string[]> {
    const rows = await queryRows<{ title: string; state: AssessmentState }>(
      manager,
      `SELECT s.title, s.state FROM assessments s WHERE s.organization_id = $1 AND s.id IN (
         SELECT assessment_id FROM evidence_item_links
         WHERE organization_id = $1 AND evidence_id = $2
         UNION ALL SELECT assessment_id FROM evidence_condition_links
         WHERE organization_id = $1 AND evidence_id = $2)
       ORDER BY s.created_at, s.id FOR SHARE`,
      [organizationId, id],
    );
    return rows.filter(({ state }) => state !== 'open').map(({ title }) => title);
  }

  /**
   * What each file serves in a self-evaluation: items and conditions of its scheme, its actions and those of none, and standards.
   * Files that serve nothing of it are left out. Screens, the check and the dossier all count these.
   * @param scheme of the assessment; null where there is none: only standards and actions of none
   */
  async served(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string | null,
    scheme: Scheme | null,
  ): Promise<ReadonlyMap<string, ServedPlaces>> {
    const rows = await queryRows<ServedRow>(
      manager,
      `SELECT evidence_id AS id, 'itemIds' AS place, item_id AS served, 0 AS number, created_at
       FROM evidence_item_links WHERE organization_id = $1 AND assessment_id = $2
       UNION ALL
       SELECT evidence_id, 'conditionIds', condition_id, 0, created_at
       FROM evidence_condition_links WHERE organization_id = $1 AND assessment_id = $2
       UNION ALL
       SELECT evidence_id, 'standardIds', standard_id::text, 0, created_at
       FROM evidence_standard_links WHERE organization_id = $1
       UNION ALL
       SELECT l.evidence_id, 'actionIds', l.action_id::text, a.number, l.created_at
       FROM evidence_action_links l
       JOIN corrective_actions a ON a.organization_id = l.organization_id AND a.id = l.action_id
       WHERE l.organization_id = $1 AND (a.assessment_id IS NULL OR a.assessment_id = $2)
       ORDER BY number, created_at, served`,
      [organizationId, assessmentId],
    );
    return servedPlaces(rows, scheme);
  }
}

interface ServedRow {
  /** Of the evidence. */
  readonly id: string;
  readonly place: keyof ServedPlaces;
  readonly served: string;
}

/** Rows by evidence, items in the order of the scheme; what the scheme does not know is left out. */
function servedPlaces(
  rows: readonly ServedRow[],
  scheme: Scheme | null,
): ReadonlyMap<string, ServedPlaces> {
  const items = scheme === null ? [] : listItems(scheme);
  const order = new Map(items.map(({ item }, index) => [item.id, index]));
  const conditions = new Set(scheme === null ? [] : conditionsOf(scheme).map(({ id }) => id));
  const isKnown = ({ place, served }: ServedRow): boolean =>
    place === 'itemIds' ? order.has(served) : place !== 'conditionIds' || conditions.has(served);
  const known = rows.filter(isKnown);
  const byId = new Map<string, Record<keyof ServedPlaces, string[]>>();
  for (const { id, place, served } of known) {
    const places = byId.get(id) ?? {
      itemIds: [],
      standardIds: [],
      actionIds: [],
      conditionIds: [],
    };
    places[place].push(served);
    byId.set(id, places);
  }
  for (const { itemIds } of byId.values())
    itemIds.sort((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0));
  return byId;
}
