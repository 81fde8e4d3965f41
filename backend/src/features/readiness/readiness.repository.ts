import { Injectable } from '@nestjs/common';
import { RECORD_KIND_IDS, recordKind } from '@liangxing/contracts';
import type { Proofs } from '@liangxing/scoring';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** The months that end with the day of the evaluation. */
export interface Period {
  readonly day: string;
  readonly monthsBack: number;
}

interface ProofRow extends Proofs {
  readonly key: string;
}

const byKey = (rows: readonly ProofRow[]): ReadonlyMap<string, Proofs> =>
  new Map(rows.map(({ key, total, inTime, newestOn }) => [key, { total, inTime, newestOn }]));

/** Counts and newest day of proofs `(key, day)`; what lies after the day of the evaluation proves nothing yet. */
const counted = (proofs: string): string => `
  SELECT key, count(*)::int AS total,
    (count(*) FILTER (WHERE day > $2::date - make_interval(months => $3)))::int AS "inTime",
    to_char(max(day), 'YYYY-MM-DD') AS "newestOn"
  FROM (${proofs}) AS proof WHERE day IS NULL OR day <= $2::date GROUP BY key`;

/** What proves that items are practised; SQL counts over the tables of several features, read only. */
@Injectable()
export class ReadinessRepository {
  /**
   * Files by item. The day of a file: while it is valid, that of the evaluation; else the end of its period; without
   * one, of its upload.
   */
  async files(
    manager: EntityManager,
    { organizationId }: Tenant,
    assessmentId: string,
    { day, monthsBack }: Period,
  ): Promise<ReadonlyMap<string, Proofs>> {
    const rows = await queryRows<ProofRow>(
      manager,
      counted(`
        SELECT l.item_id AS key, CASE
          WHEN e.period_from > $2::date THEN e.period_from
          ELSE least($2::date, coalesce(e.valid_until, e.period_to, e.period_from,
            (c.uploaded_at AT TIME ZONE 'Asia/Shanghai')::date)) END AS day
        FROM evidence_item_links l
        JOIN evidence e ON e.organization_id = l.organization_id AND e.id = l.evidence_id
        JOIN evidence_revisions c ON c.organization_id = e.organization_id
          AND c.evidence_id = e.id AND c.revision = e.current_revision
        WHERE l.organization_id = $1 AND l.assessment_id = $4`),
      [organizationId, day, monthsBack, assessmentId],
    );
    return byKey(rows);
  }

  /** Records by list. Those of a standing list count for as long as they are in it. */
  async records(
    manager: EntityManager,
    { organizationId }: Tenant,
    { day, monthsBack }: Period,
  ): Promise<ReadonlyMap<string, Proofs>> {
    const standing = RECORD_KIND_IDS.filter((kind) => recordKind(kind).isStanding === true);
    const rows = await queryRows<ProofRow>(
      manager,
      counted(`
        SELECT r.kind AS key, CASE WHEN r.kind = ANY ($4) THEN $2::date ELSE r.happened_on END AS day
        FROM records r WHERE r.organization_id = $1`),
      [organizationId, day, monthsBack, standing],
    );
    return byKey(rows);
  }
}
