import { Injectable } from '@nestjs/common';
import { expiringUntil, type EvidenceState } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { queryRows, type RequestContext } from '../../kernel';
import type { Evidence } from './evidence';
import { evidenceColumns, fromRow, type EvidenceRow } from './evidence-rows.sql';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** A place that a file serves, as a person knows it. */
export interface EvidenceUse {
  readonly kind: 'item' | 'condition' | 'standard' | 'action' | 'attachment';
  /** Of the standard or the action; `2.4.3` of an item; `registered` of a condition; `licence` of an attachment. */
  readonly id: string;
  readonly assessmentId: string | null;
  /** Item, number of the standard, or `ZG-007`; empty of a condition or attachment. */
  readonly number: string;
  /** Title of the assessment or standard, finding of the action. */
  readonly title: string;
}

export interface LibraryFile extends Evidence {
  readonly uses: readonly EvidenceUse[];
  /** Numbers of the dossiers that list it: they hold it. */
  readonly dossiers: readonly number[];
}

interface LibraryFilter {
  readonly q?: string | undefined;
  readonly state: EvidenceState;
  /** `YYYY-MM-DD`, the organization's day. */
  readonly today: string;
}

export interface LibraryPage {
  readonly counts: Readonly<Record<EvidenceState, number>>;
  readonly files: readonly LibraryFile[];
}

// Also of other assessments, and of items that a newer scheme does not have: a file that serves those is in use.
const uses = `
  SELECT l.evidence_id, 'item' AS kind, l.item_id AS id, l.assessment_id, l.item_id AS number,
    a.title, l.created_at
  FROM evidence_item_links l
  JOIN assessments a ON a.organization_id = l.organization_id AND a.id = l.assessment_id
  WHERE l.organization_id = $1
  UNION ALL
  SELECT l.evidence_id, 'condition', l.condition_id, l.assessment_id, '', a.title, l.created_at
  FROM evidence_condition_links l
  JOIN assessments a ON a.organization_id = l.organization_id AND a.id = l.assessment_id
  WHERE l.organization_id = $1
  UNION ALL
  SELECT l.evidence_id, 'attachment', l.kind, l.assessment_id, '', a.title, now()
  FROM dossier_attachments l
  JOIN assessments a ON a.organization_id = l.organization_id AND a.id = l.assessment_id
  WHERE l.organization_id = $1
  UNION ALL
  SELECT l.evidence_id, 'action', l.action_id::text, a.assessment_id,
    'ZG-' || lpad(a.number::text, greatest(3, length(a.number::text)), '0'), a.finding, l.created_at
  FROM evidence_action_links l
  JOIN corrective_actions a ON a.organization_id = l.organization_id AND a.id = l.action_id
  WHERE l.organization_id = $1
  UNION ALL
  SELECT l.evidence_id, 'standard', l.standard_id::text, NULL, coalesce(s.number, ''), s.title,
    l.created_at
  FROM evidence_standard_links l
  JOIN standards s ON s.organization_id = l.organization_id AND s.id = l.standard_id
  WHERE l.organization_id = $1`;

/** `2.4` finds 2.4 and 2.4.3, and not 12.4. */
const found = `
  SELECT e.organization_id, e.id, e.created_at, e.valid_until,
    EXISTS (SELECT FROM uses u WHERE u.evidence_id = e.id) AS is_used
  FROM evidence e
  WHERE e.organization_id = $1 AND ($2::text IS NULL
    OR strpos(lower(e.title), lower($2)) > 0
    OR EXISTS (SELECT FROM evidence_revisions r WHERE r.organization_id = e.organization_id
      AND r.evidence_id = e.id AND strpos(lower(r.file_name), lower($2)) > 0)
    OR EXISTS (SELECT FROM uses u WHERE u.evidence_id = e.id AND (
      u.kind = 'item' AND (u.id = $2 OR starts_with(u.id, $2 || '.'))
      OR u.kind <> 'item' AND strpos(lower(u.number), lower($2)) > 0)))`;

const conditions: Readonly<Record<EvidenceState, string>> = {
  all: 'true',
  in_use: 'is_used',
  unused: 'NOT is_used',
  expiring: 'valid_until BETWEEN $3::date AND $4::date',
  expired: 'valid_until < $3::date',
};

/** What the library of an organization shows; one statement over the tables of all rooms that files serve. */
@Injectable()
export class EvidenceLibraryRepository {
  /** Newest first. The counts are those of every state under the same search. */
  async page(
    manager: EntityManager,
    { organizationId }: Tenant,
    { q, state, today }: LibraryFilter,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<LibraryPage> {
    const values = [organizationId, q ?? null, today, expiringUntil(today)];
    const counted = Object.entries(conditions).map(
      ([name, condition]) => `(count(*) FILTER (WHERE ${condition}))::int AS ${name}`,
    );
    const [counts] = await queryRows<LibraryPage['counts']>(
      manager,
      `WITH uses AS (${uses}), found AS (${found}) SELECT ${counted.join(', ')} FROM found`,
      values,
    );
    if (counts === undefined) throw new Error('the statement returned no row');
    const rows = await queryRows<EvidenceRow & Pick<LibraryFile, 'uses' | 'dossiers'>>(
      manager,
      // The days are told to every state, so that all statements take the same values.
      `WITH uses AS (${uses}), found AS (${found}), shown AS (
         SELECT * FROM found WHERE ${conditions[state]} AND $3::date <= $4::date
         ORDER BY created_at DESC, id OFFSET $5 LIMIT $6)
       SELECT ${evidenceColumns}, ${usesAndHolds}
       FROM shown JOIN evidence e ON e.organization_id = shown.organization_id AND e.id = shown.id
       ORDER BY e.created_at DESC, e.id`,
      [...values, offset, limit],
    );
    return { counts, files: rows.map((row) => ({ ...row, ...fromRow(row) })) };
  }
}

const usesAndHolds = `
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', u.kind, 'id', u.id,
      'assessmentId', u.assessment_id, 'number', u.number, 'title', u.title)
      ORDER BY u.kind = 'item' DESC, u.created_at, u.number)
    FROM uses u WHERE u.evidence_id = e.id), '[]') AS uses,
  ARRAY(SELECT DISTINCT d.number FROM evidence_holds h
    JOIN dossiers d ON d.organization_id = h.organization_id AND d.id = h.dossier_id
    WHERE h.organization_id = e.organization_id AND h.evidence_id = e.id AND NOT h.is_loose
    ORDER BY d.number) AS dossiers`;
