import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beginningOf, queryRows, type RequestContext } from '../../kernel';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** Work that leaves a trace of its own, in the order in which a report tells it. */
const WORK_KINDS = [
  'answer',
  'standard',
  'draft',
  'evidence',
  'record',
  'action',
  'dossier',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** What was done of one kind; names are as they stood then. */
export interface DoneWork {
  readonly kind: WorkKind;
  readonly count: number;
  /** The newest three, by name. */
  readonly examples: readonly string[];
  readonly people: readonly string[];
}

export interface ReportedAction {
  readonly title: string;
  readonly owner: string;
  /** `YYYY-MM-DD` */
  readonly on: string | null;
}

/** Parameters: 1 the organization, 2 the first day, 3 the day behind the last one. */
const DAYS = (column: string): string =>
  `${column} >= ${beginningOf('$2')} AND ${column} < ${beginningOf('$3')}`;

const DONE = `
  WITH work AS (
    SELECT 'answer' AS kind, assessment_id::text || item_id AS subject, '' AS name,
      changed_by_name AS person, changed_at AS at
    FROM answer_history WHERE organization_id = $1 AND ${DAYS('changed_at')}
    UNION ALL SELECT 'standard', id::text, concat_ws(' ', NULLIF(number, ''), title), '', created_at
    FROM standards WHERE organization_id = $1 AND ${DAYS('created_at')}
    UNION ALL SELECT 'draft', d.id::text, d.title, s.by_name, s.recorded_at
    FROM standard_draft_steps s JOIN standard_drafts d
      ON d.organization_id = s.organization_id AND d.id = s.draft_id
    WHERE s.organization_id = $1 AND s.state IN ('approved', 'in_force') AND ${DAYS('s.recorded_at')}
    UNION ALL SELECT 'evidence', e.id::text, e.title, r.uploaded_by_name, r.uploaded_at
    FROM evidence_revisions r JOIN evidence e
      ON e.organization_id = r.organization_id AND e.id = r.evidence_id
    WHERE r.organization_id = $1 AND ${DAYS('r.uploaded_at')}
    UNION ALL SELECT 'record', id::text, title, updated_by_name, created_at
    FROM records WHERE organization_id = $1 AND ${DAYS('created_at')}
    UNION ALL SELECT 'action', id::text, coalesce(NULLIF(finding, ''), measure), owner, created_at
    FROM corrective_actions WHERE organization_id = $1 AND ${DAYS('created_at')}
    UNION ALL SELECT 'dossier', id::text, '', created_by_name, built_at
    FROM dossiers WHERE organization_id = $1 AND ${DAYS('built_at')}
  ), named AS (
    SELECT kind, subject, max(at) AS at, (array_agg(name ORDER BY at DESC))[1] AS name
    FROM work GROUP BY kind, subject
  )
  SELECT n.kind, count(*)::integer AS count,
    coalesce((array_agg(n.name ORDER BY n.at DESC) FILTER (WHERE n.name <> ''))[1:3], '{}') AS examples,
    (SELECT coalesce(array_agg(DISTINCT w.person) FILTER (WHERE w.person <> ''), '{}') FROM work w
      WHERE w.kind = n.kind) AS people
  FROM named n GROUP BY n.kind`;

const TITLE = `coalesce(NULLIF(finding, ''), measure) AS title, owner`;

/**
 * What was done at a client, read in the client's tenant by its grant: rows of an area that is not opened are not there.
 * One statement over the rooms where the work stands; nothing is written.
 */
@Injectable()
export class ClientWorkRepository {
  /**
   * @param from first day, `YYYY-MM-DD`
   * @param before the day behind the last one
   */
  async done(
    manager: EntityManager,
    { organizationId }: Tenant,
    from: string,
    before: string,
  ): Promise<readonly DoneWork[]> {
    const rows = await queryRows<DoneWork>(manager, DONE, [organizationId, from, before]);
    return WORK_KINDS.flatMap((kind) => rows.find((row) => row.kind === kind) ?? []);
  }

  /** Those whose effect was verified in these days, by day. */
  async finished(
    manager: EntityManager,
    { organizationId }: Tenant,
    from: string,
    before: string,
  ): Promise<readonly ReportedAction[]> {
    return queryRows(
      manager,
      `SELECT ${TITLE}, verified_on::text AS "on" FROM corrective_actions
       WHERE organization_id = $1 AND state = 'verified' AND verified_on >= $2 AND verified_on < $3
       ORDER BY verified_on, number`,
      [organizationId, from, before],
    );
  }

  /** Those that are not done, the earliest due first; those without a day at the end. */
  async due(
    manager: EntityManager,
    { organizationId }: Tenant,
  ): Promise<readonly ReportedAction[]> {
    return queryRows(
      manager,
      `SELECT ${TITLE}, due_on::text AS "on" FROM corrective_actions
       WHERE organization_id = $1 AND state IN ('open', 'in_progress')
       ORDER BY due_on NULLS LAST, number`,
      [organizationId],
    );
  }
}
