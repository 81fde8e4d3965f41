import type { Evidence, EvidenceLink, EvidenceRevision } from './evidence';

export interface EvidenceRow extends Omit<Evidence, 'revisions' | 'links'> {
  readonly links: readonly EvidenceLink[];
  readonly revisions: readonly (Omit<EvidenceRevision, 'uploadedAt'> & { uploadedAt: string })[];
}

const linksOfAssessments = ['evidence_item_links', 'evidence_condition_links'] as const;

/** Whether evidence `e` proves something for which `condition` holds of the link `l`. */
const provesWhere = (condition: string): string =>
  linksOfAssessments
    .map(
      (table) => `EXISTS (SELECT FROM ${table} l WHERE l.organization_id = e.organization_id
        AND l.evidence_id = e.id AND ${condition})`,
    )
    .join(' OR ');

/** One round trip for a whole list: links and revisions come as JSON beside their evidence, `e`. */
export const evidenceColumns = `e.id, e.version, e.title, e.period_from::text AS "periodFrom",
    e.period_to::text AS "periodTo", e.valid_until::text AS "validUntil", e.created_at AS "createdAt", e.current_revision AS current,
    coalesce((SELECT jsonb_agg(jsonb_build_object('assessmentId', l.assessment_id, 'itemId', l.item_id)
        ORDER BY l.created_at, l.item_id)
      FROM evidence_item_links l
      WHERE l.organization_id = e.organization_id AND l.evidence_id = e.id), '[]')
    || coalesce((SELECT jsonb_agg(jsonb_build_object('assessmentId', l.assessment_id,
        'conditionId', l.condition_id) ORDER BY l.created_at, l.condition_id)
      FROM evidence_condition_links l
      WHERE l.organization_id = e.organization_id AND l.evidence_id = e.id), '[]')
    || coalesce((SELECT jsonb_agg(jsonb_build_object('standardId', l.standard_id)
        ORDER BY l.created_at, l.standard_id)
      FROM evidence_standard_links l
      WHERE l.organization_id = e.organization_id AND l.evidence_id = e.id), '[]')
    || coalesce((SELECT jsonb_agg(jsonb_build_object('actionId', l.action_id)
        ORDER BY l.created_at, l.action_id)
      FROM evidence_action_links l
      WHERE l.organization_id = e.organization_id AND l.evidence_id = e.id), '[]') AS links,
    (SELECT jsonb_agg(jsonb_build_object('revision', r.revision, 'fileName', r.file_name,
        'mediaType', r.media_type, 'size', r.size, 'sha256', r.sha256, 'storageKey', r.storage_key,
        'uploadedAt', r.uploaded_at,
        'uploadedBy', jsonb_build_object('id', r.uploaded_by, 'name', r.uploaded_by_name))
        ORDER BY r.revision)
      FROM evidence_revisions r
      WHERE r.organization_id = e.organization_id AND r.evidence_id = e.id) AS revisions,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title)
        ORDER BY a.created_at, a.id)
      FROM assessments a
      WHERE a.organization_id = e.organization_id AND a.state <> 'open'
        AND (${provesWhere('l.assessment_id = a.id')})), '[]') AS "closedAssessments",
    (${provesWhere(`NOT EXISTS (SELECT FROM assessments a
      WHERE a.organization_id = l.organization_id AND a.id = l.assessment_id)`)}) AS "isServingUnseen"`;

export function fromRow(row: EvidenceRow): Evidence {
  return {
    ...row,
    revisions: row.revisions.map((revision) => ({
      ...revision,
      uploadedAt: new Date(revision.uploadedAt),
    })),
  };
}
