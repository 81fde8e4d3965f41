import { Injectable } from '@nestjs/common';
import type { ServedPlaces } from '@liangxing/contracts';
import { conditionsOf, listItems, type Scheme } from '@liangxing/scheme';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { insertNew, queryRows, type RequestContext } from '../../kernel';
import { EvidenceActionLinkEntity } from './entities/evidence-action-link.entity';
import { EvidenceConditionLinkEntity } from './entities/evidence-condition-link.entity';
import { EvidenceItemLinkEntity } from './entities/evidence-item-link.entity';
import { EvidenceStandardLinkEntity } from './entities/evidence-standard-link.entity';
import { BringsLinksBack, type HoldsLinks } from '../standards';
import type { EvidenceLink } from './evidence';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Where a link is stored; its properties are those of the table. */
function tableOf(link: EvidenceLink): EntityTarget<ObjectLiteral> {
  if ('standardId' in link) return EvidenceStandardLinkEntity;
  if ('actionId' in link) return EvidenceActionLinkEntity;
  return 'conditionId' in link ? EvidenceConditionLinkEntity : EvidenceItemLinkEntity;
}

/** Every query on what evidence serves; SQL where many links are written or several tables are read at once. */
@Injectable()
@BringsLinksBack()
export class EvidenceUsesRepository implements HoldsLinks {
  /** Links of standards that leave the bin, to files that are still there. */
  async bringLinks(
    manager: EntityManager,
    { organizationId }: Tenant,
    standardIds: readonly string[],
  ): Promise<void> {
    await manager.query(
      `INSERT INTO evidence_standard_links (organization_id, evidence_id, standard_id)
       SELECT $1, e.id, r.standard_id FROM register_act_rows r
       CROSS JOIN jsonb_array_elements_text(r.kept -> 'evidence') AS l(id)
       JOIN evidence e ON e.organization_id = $1 AND e.id = l.id::uuid
       WHERE r.organization_id = $1 AND r.kept IS NOT NULL AND r.standard_id = ANY ($2::uuid[])`,
      [organizationId, standardIds],
    );
  }

  /** Until this transaction ends nobody removes or changes what serves items of an assessment. */
  async keepServing(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
  ): Promise<void> {
    await manager.query(
      `SELECT FROM evidence e WHERE e.organization_id = $1 AND EXISTS (
         SELECT FROM evidence_item_links l WHERE l.organization_id = e.organization_id
           AND l.evidence_id = e.id AND l.assessment_id = $2)
       ORDER BY e.id FOR KEY SHARE`,
      [organizationId, assessmentId],
    );
  }

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
    return insertNew(manager, tableOf(link), { organizationId, evidenceId: id, ...link });
  }

  /** False where there is no such link. */
  async unlink(
    manager: EntityManager,
    { organizationId }: Tenant,
    id: string,
    link: EvidenceLink,
  ): Promise<boolean> {
    const place = { organizationId, evidenceId: id, ...link };
    const { affected } = await manager.delete(tableOf(link), place);
    return affected === 1;
  }

  /**
   * Whether a standard or action of this organization exists: foreign keys alone would answer with a conflict. By the
   * name of its table, as they are: its room stands on this one.
   */
  async exists(
    manager: EntityManager,
    { organizationId }: Tenant,
    table: 'standards' | 'corrective_actions',
    id: string,
  ): Promise<boolean> {
    return manager.existsBy(table, { organizationId, id });
  }

  /** The self-evaluations whose items or conditions a file serves, each once, in the order of their ids. */
  async servedAssessments(
    manager: EntityManager,
    { organizationId }: Tenant,
    evidenceId: string,
  ): Promise<string[]> {
    const where = { organizationId, evidenceId };
    const links = [
      ...(await manager.findBy(EvidenceItemLinkEntity, where)),
      ...(await manager.findBy(EvidenceConditionLinkEntity, where)),
    ];
    return [...new Set(links.map(({ assessmentId }) => assessmentId))].sort();
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
