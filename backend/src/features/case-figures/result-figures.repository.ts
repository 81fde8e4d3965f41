import type { LocalizedText } from '@liangxing/scheme';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import type { EvaluationResult } from '../sheets';
import type { AgreementInCase } from './agreement-figures';
import type { CountedOfItem } from './item-figures';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Of one scheme, handed over from one day to another, both counted in; `YYYY-MM-DD`. */
export interface ResultsAsked {
  readonly schemeId: string;
  readonly from: string;
  readonly until: string;
}

/** A scheme of which results were handed over. */
export interface EvaluatedScheme {
  readonly schemeId: string;
  readonly title: LocalizedText;
  /** Cases. */
  readonly results: number;
}

/**
 * The newest result of each case of a body; a column of texts is not read from where it lies. By tables that everybody has,
 * and by those of the body itself (`takenOverId`): tables that enterprises entered have nothing in common but an id.
 */
const NEWEST = `SELECT DISTINCT ON (r.case_id) r.organization_id, r.case_id, r.number, r.handed_over_at, m.scheme_id,
    m.scheme_title
  FROM case_results r JOIN cases c ON c.organization_id = r.organization_id AND c.id = r.case_id
  JOIN case_materials m ON m.organization_id = c.organization_id AND m.case_id = c.id AND m.number = c.material
  WHERE r.organization_id = $1
    AND (m.scheme_id NOT LIKE 'own-%' OR m.scheme_id LIKE '%-b' || left($1::text, 8)) ORDER BY r.case_id, r.number DESC`;

const DAY = `(n.handed_over_at AT TIME ZONE 'Asia/Shanghai')::date`;

const ASKED = `n.scheme_id = $2 AND ${DAY} BETWEEN $3::date AND $4::date`;

const valuesOf = ({ organizationId }: Tenant, { schemeId, from, until }: ResultsAsked) => [
  ...[organizationId, schemeId, from, until],
];

/** What teams handed over, counted over cases: all of it in sets, so it is SQL. */
@Injectable()
export class ResultFiguresRepository {
  /** Of which most were handed over first. */
  schemes(manager: EntityManager, { organizationId }: Tenant): Promise<EvaluatedScheme[]> {
    return queryRows<EvaluatedScheme>(
      manager,
      `SELECT n.scheme_id AS "schemeId", (array_agg(n.scheme_title ORDER BY n.handed_over_at DESC))[1] AS title,
         count(*)::integer AS results
       FROM (${NEWEST}) n GROUP BY n.scheme_id ORDER BY count(*) DESC, n.scheme_id`,
      [organizationId],
    );
  }

  /** The result that was handed over last, by which items are named; null: there is none. */
  async last(
    manager: EntityManager,
    tenant: Tenant,
    asked: ResultsAsked,
  ): Promise<EvaluationResult | null> {
    const [found] = await queryRows<{ result: string }>(
      manager,
      `SELECT r.result FROM (${NEWEST}) n JOIN case_results r ON r.organization_id = n.organization_id
         AND r.case_id = n.case_id AND r.number = n.number
       WHERE ${ASKED} ORDER BY n.handed_over_at DESC, n.case_id LIMIT 1`,
      valuesOf(tenant, asked),
    );
    return found === undefined ? null : (JSON.parse(found.result) as EvaluationResult);
  }

  async cases(manager: EntityManager, tenant: Tenant, asked: ResultsAsked): Promise<number> {
    const [found] = await queryRows<{ cases: number }>(
      manager,
      `SELECT count(*)::integer AS cases FROM (${NEWEST}) n WHERE ${ASKED}`,
      valuesOf(tenant, asked),
    );
    return found?.cases ?? 0;
  }

  items(manager: EntityManager, tenant: Tenant, asked: ResultsAsked): Promise<CountedOfItem[]> {
    return queryRows<CountedOfItem>(
      manager,
      `SELECT i.item_id AS "itemId", count(*) FILTER (WHERE i.severity = 'major')::integer AS major,
         count(*) FILTER (WHERE i.severity = 'minor')::integer AS minor, count(i.most)::integer AS judged,
         coalesce(sum(i.most - i.earned), 0)::float8 AS lost
       FROM (${NEWEST}) n JOIN case_result_items i ON i.organization_id = n.organization_id
         AND i.case_id = n.case_id AND i.number = n.number
       WHERE ${ASKED} GROUP BY i.item_id`,
      valuesOf(tenant, asked),
    );
  }

  /** @param only of one person alone; null: of everybody */
  agreements(
    manager: EntityManager,
    tenant: Tenant,
    asked: ResultsAsked,
    only: string | null,
  ): Promise<AgreementInCase[]> {
    return queryRows<AgreementInCase>(
      manager,
      `SELECT a.user_id AS "userId", a.user_name AS "userName", ${DAY}::text AS day, a.counts, a.difference
       FROM (${NEWEST}) n JOIN case_agreements a ON a.organization_id = n.organization_id
         AND a.case_id = n.case_id AND a.number = n.number
       WHERE ${ASKED} AND ($5::uuid IS NULL OR a.user_id = $5)
       ORDER BY n.handed_over_at, n.case_id, a.user_id`,
      [...valuesOf(tenant, asked), only],
    );
  }
}
